import { createHash } from "node:crypto";
import { once } from "node:events";
import { readPage } from "@/server/crawling/extraction";
import { baseUrl, readLinks } from "@/server/crawling/extraction/page-links";
import { scanPage } from "@/server/crawling/extraction/page-scan";
import { fetchPage } from "@/server/crawling/fetching";
import { createEgress } from "@/server/platform/egress";
import { endpointOf } from "@/server/platform/egress/url-policy";
import { measureCrawl } from "./measure";

/** What one measured process is told to read. */
export interface Part {
  urls: string[];
  concurrency: number;
  /** The whole reading; else links, text and hash. */
  isFull: boolean;
}

function readLight(html: string, url: string) {
  const scan = scanPage(html);
  const links = readLinks(scan, baseUrl(scan, url), () => true);
  const text = scan.runs.map((run) => run.text).join("\n");
  return { links: links.length, hash: createHash("sha256").update(text).digest("hex") };
}

function readFull(html: string, url: string) {
  const page = readPage(html, url);
  return { links: page.links.length, hash: page.textHash };
}

// The program of the measured process: one part comes in, its figures go out.
const [{ urls, concurrency, isFull }] = (await once(process, "message")) as [Part];
const egress = createEgress({
  allowed: new Set([endpointOf(urls[0] ?? "")]),
  limits: { maxBytes: 16 * 2 ** 20, headersMs: 20_000, idleMs: 15_000, totalMs: 60_000, maxRedirects: 5 },
});
const read = isFull ? readFull : readLight;
const figures = await measureCrawl(urls, concurrency, async (url) => {
  const outcome = await fetchPage({ url, accept: "html" }, { exchange: egress.exchange });
  if (outcome.kind !== "fetched" || outcome.page.text === null) return null;
  return read(outcome.page.text, outcome.page.finalUrl);
});
process.send?.(figures);
await once(process, "disconnect");
process.exit(0);
