import { eq } from "drizzle-orm";
import { crawlHosts } from "@/drizzle/schema";
import { env } from "@/lib/env";
import { LruCache } from "@/lib/lru-cache";
import { fetchPage, userAgentToken } from "@/server/crawling/fetching";
import { type RobotsPolicy, robotsPolicy } from "@/server/crawling/robots";
import { inSystem } from "@/server/platform/workspace-context";

const maxBytes = 512 * 1024;
const cached = new LruCache<{ policy: RobotsPolicy; readAt: number }>(2_000);
const underWay = new Map<string, Promise<RobotsPolicy>>();

/** What holds for a host whose owner wants nobody of this installation, whatever a source's settings say. */
const closedPolicy = robotsPolicy({ status: 200, text: "User-agent: *\nDisallow: /" }, userAgentToken);

/** Whether the operator has closed this host, or one above it, at its owner's request. */
export function isClosedHost(url: string): boolean {
  const parts = new URL(url).hostname.split(".");
  return parts.some((_, from) => env.OUTRIDER_CRAWL_CLOSED.has(parts.slice(from).join(".")));
}

/** What a site allows us, by its robots.txt, which is read once a day for the whole installation and kept beside what we owe the host. */
export async function siteRobots(url: string, signal: AbortSignal, now = new Date()): Promise<RobotsPolicy> {
  if (isClosedHost(url)) return closedPolicy;
  const { origin } = new URL(url);
  const known = cached.get(origin);
  if (known && now.getTime() - known.readAt < known.policy.recheckAfterMs) return known.policy;
  // Pages of one site that start together ask for it once.
  const reading = underWay.get(origin) ?? read(origin, signal, now).finally(() => underWay.delete(origin));
  underWay.set(origin, reading);
  const policy = await reading;
  cached.set(origin, { policy, readAt: now.getTime() }, 1);
  return policy;
}

async function read(origin: string, signal: AbortSignal, now: Date): Promise<RobotsPolicy> {
  const [kept] = await inSystem((tx) => tx.select().from(crawlHosts).where(eq(crawlHosts.host, origin)));
  if (kept?.robotsStatus && kept.robotsFetchedAt) {
    const policy = robotsPolicy(statusOf(kept.robotsStatus, kept.robotsText), userAgentToken);
    if (now.getTime() - kept.robotsFetchedAt.getTime() < policy.recheckAfterMs) return policy;
  }
  const outcome = await fetchPage({ url: `${origin}/robots.txt`, signal }, { limits: { maxBytes, totalMs: 20_000 } });
  const answer =
    outcome.kind === "fetched"
      ? { status: outcome.page.status, text: outcome.page.text ?? outcome.page.body.toString("utf8") }
      : { status: outcome.kind === "failed" ? statusOfFailure(outcome) : null, text: null };
  const policy = robotsPolicy(answer, userAgentToken);
  if (!signal.aborted) await keep(origin, policy, answer.text, now);
  return policy;
}

/** A robots.txt that is too long, or that redirects without end, is one that the standard treats as absent or cut, never as a closed door. */
function statusOfFailure(outcome: { code: string; status: number | null }): number | null {
  return outcome.code === "redirect_loop" ? 404 : outcome.status;
}

function statusOf(kept: "found" | "none" | "unreachable", text: string | null) {
  if (kept === "found") return { status: 200, text };
  return { status: kept === "none" ? 404 : null, text: null };
}

async function keep(origin: string, policy: RobotsPolicy, text: string | null, now: Date): Promise<void> {
  const values = {
    robotsStatus:
      policy.state === "rules"
        ? ("found" as const)
        : policy.state === "allow_all"
          ? ("none" as const)
          : ("unreachable" as const),
    robotsText: policy.state === "rules" ? (text ?? "").slice(0, maxBytes) : null,
    robotsFetchedAt: now,
  };
  await inSystem(async (tx) => {
    await tx
      .insert(crawlHosts)
      .values({ host: origin, ...values })
      .onConflictDoUpdate({ target: crawlHosts.host, set: values });
  });
}
