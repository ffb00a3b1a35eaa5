import { env } from "@/lib/env";

/** Opens a sample site on this machine to the crawler, by exact host and port, as OUTRIDER_CRAWL_ALLOW does at start. */
export function allowSite(site: { origin: string }): void {
  (env.OUTRIDER_CRAWL_ALLOW as Set<string>).add(new URL(site.origin).host);
}
