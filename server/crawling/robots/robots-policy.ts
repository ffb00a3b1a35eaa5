import { parseRobots, type RobotsRules } from "./parse-robots";

export interface RobotsPolicy extends RobotsRules {
  /** `unknown`: nothing may be read until the file has been. */
  state: "rules" | "allow_all" | "unknown";
  /** A sentence for people. */
  reason: string;
  /** When the file should be asked for again. */
  recheckAfterMs: number;
}

const dayMs = 24 * 60 * 60_000;
const soonMs = 10 * 60_000;

/**
 * What the answer to a request for robots.txt means (RFC 9309, 2.3.1): 2xx gives rules, 4xx and endless redirects mean that there are none,
 * a server error or no answer means that everything is closed until known. 429 is a server asking for patience, not a missing file.
 * `status` is null when nothing answered.
 */
export function robotsPolicy(answer: { status: number | null; text?: string | null }, agent: string): RobotsPolicy {
  const { status, text } = answer;
  if (status !== null && status >= 200 && status < 300)
    return {
      ...parseRobots(text ?? "", agent),
      state: "rules",
      reason: "The site's robots.txt has been read.",
      recheckAfterMs: dayMs,
    };
  if (status !== null && status >= 300 && status < 500 && status !== 429)
    return {
      ...parseRobots("", agent),
      state: "allow_all",
      reason: `The site has no robots.txt (HTTP ${status}), so everything may be read.`,
      recheckAfterMs: dayMs,
    };
  return {
    isAllowed: () => false,
    crawlDelayMs: null,
    sitemaps: [],
    state: "unknown",
    reason:
      status === null
        ? "The site did not answer when asked for its robots.txt; nothing is read until it does."
        : `The site could not give its robots.txt (HTTP ${status}); nothing is read until it can.`,
    recheckAfterMs: soonMs,
  };
}
