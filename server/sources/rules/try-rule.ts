import { type ListingRecord, matchListing, type RecordsRead, readWithJsonRule } from "@/server/crawling/listings";
import { AppError } from "@/server/platform/errors";
import type { ListingRule } from "./schemas";

export interface PageToTry {
  html: string;
  url: string;
}

export interface RuleTried {
  /** The page as it is. */
  entries: ListingRecord[];
  count: number;
  fill: Record<string, number>;
  marks: number[];
  /** Entries found on each earlier revision, in the order given. */
  past: number[];
  hasVariety: boolean;
  /** Why the rule cannot be followed at all, for people. */
  problem: string | null;
}

const shown = 50;

/** What a rule finds on a page and on its earlier revisions. Pure. */
export function tryRule({ rule, page, past }: { rule: ListingRule; page: PageToTry; past: PageToTry[] }): RuleTried {
  const now = read(rule, page);
  const records = now.read?.records ?? [];
  const titles = new Set(records.map(({ title }) => title));
  return {
    entries: records.slice(0, shown),
    count: records.length,
    fill: Object.fromEntries(Object.keys(rule.fields).map((name) => [name, rateOf(records, name)])),
    marks: now.read?.marks ?? [],
    past: past.map((one) => read(rule, one).read?.records.length ?? 0),
    hasVariety: titles.size >= records.length * 0.5,
    problem: now.problem,
  };
}

function read(rule: ListingRule, { html, url }: PageToTry): { read: RecordsRead | null; problem: string | null } {
  try {
    if (rule.kind === "markup") {
      const { kind: _, ...selector } = rule;
      return { read: matchListing(html, selector, url), problem: null };
    }
    const records = readWithJsonRule(JSON.parse(html), rule, url);
    return { read: records && { records, marks: [] }, problem: null };
  } catch (error) {
    if (error instanceof SyntaxError) return { read: null, problem: "What was kept of this source is no JSON." };
    if (error instanceof AppError) return { read: null, problem: error.message };
    throw error;
  }
}

function rateOf(records: readonly ListingRecord[], name: string): number {
  if (records.length === 0) return 0;
  const has = ({ title, url, fields }: ListingRecord) =>
    name === "title" ? title !== "" : name === "url" ? url !== null : Boolean(fields[name]);
  return records.filter(has).length / records.length;
}
