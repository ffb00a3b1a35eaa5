import { matchesPath, normalizePath, pathOf } from "./match-path";
import { type RobotsLine, readLines } from "./read-lines";

export interface RobotsRules {
  /** Whether the rules let this agent read the address. Only path and query count; the caller asks the right host's file. */
  isAllowed(url: string): boolean;
  /** What the file asks this agent to wait between two requests; null when it asks for nothing that can be read. */
  crawlDelayMs: number | null;
  /** As written, for every agent alike. */
  sitemaps: string[];
}

interface Rule {
  allow: boolean;
  pattern: string;
}

interface Group {
  rules: Rule[];
  crawlDelayMs: number | null;
}

/** Delays beyond this are a way of saying no that the file has a rule for. */
const longestDelayMs = 10 * 60_000;

/**
 * The Robots Exclusion Protocol (RFC 9309): groups of one agent are merged, a group that names the agent replaces the one for everybody,
 * the longest matching rule decides and allow wins a tie. `agent` is a product token ("OutriderBot"); a version after it is ignored.
 */
export function parseRobots(text: string, agent: string): RobotsRules {
  const token = (agent.split("/", 1)[0] ?? "").trim().toLowerCase();
  const own: Group = { rules: [], crawlDelayMs: null };
  const everybody: Group = { rules: [], crawlDelayMs: null };
  const sitemaps: string[] = [];
  let isNamed = false;
  let addressed: Group[] = [];
  let rulesBegan = true;
  for (const line of readLines(text)) {
    if (line.key === "sitemap") {
      if (line.value && sitemaps.length < 1000) sitemaps.push(line.value);
    } else if (line.key === "user-agent") {
      // Only rules end the list of agents: an unknown line, or a delay, between two of them does not.
      if (rulesBegan) addressed = [];
      rulesBegan = false;
      const named = token !== "" && productToken(line.value).toLowerCase() === token;
      isNamed ||= named;
      if (named) addressed.push(own);
      else if (/^\*(\s|$)/.test(line.value)) addressed.push(everybody);
    } else {
      if (line.key !== "crawl-delay") rulesBegan = true;
      for (const group of addressed) record(group, line);
    }
  }
  const group = isNamed ? own : everybody;
  return {
    isAllowed: (url) => decide(group.rules, url),
    crawlDelayMs: group.crawlDelayMs,
    sitemaps,
  };
}

function record(group: Group, { key, value }: RobotsLine): void {
  if (key === "crawl-delay") {
    const seconds = /^\d{1,6}(\.\d{1,6})?$/.test(value) ? Number(value) : null;
    if (seconds !== null) group.crawlDelayMs ??= Math.min(Math.round(seconds * 1000), longestDelayMs);
    return;
  }
  // An empty rule says nothing: "Disallow:" alone is the old way of allowing everything.
  if (value) group.rules.push({ allow: key === "allow", pattern: normalizePath(value) });
}

function decide(rules: Rule[], url: string): boolean {
  const path = normalizePath(pathOf(url));
  let longest = { allow: true, length: -1 };
  for (const { allow, pattern } of rules) {
    if (pattern.length < longest.length || (pattern.length === longest.length && (longest.allow || !allow))) continue;
    if (matchesPath(path, pattern) || (allow && matchesFolderOfIndex(path, pattern)))
      longest = { allow, length: pattern.length };
  }
  return longest.allow;
}

/** Allowing a folder's index page allows the folder's own address, which is the same page. */
function matchesFolderOfIndex(path: string, pattern: string): boolean {
  const slash = pattern.lastIndexOf("/");
  return slash >= 0 && pattern.startsWith("/index.htm", slash) && matchesPath(path, `${pattern.slice(0, slash + 1)}$`);
}

/** Letters, underscores and hyphens only (RFC 9309, 2.2.1). */
function productToken(value: string): string {
  return /^[a-z_-]+/i.exec(value)?.[0] ?? "";
}
