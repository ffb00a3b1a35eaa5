import type { SourceScope } from "@/drizzle/schema";
import { type PageContent, readPage } from "@/server/crawling/extraction";
import type { OpenedText } from "@/server/crawling/fetching";
import { assessCapture, type CaptureAssessment } from "@/server/crawling/health";
import {
  type FoundListing,
  type FoundSearch,
  findNextPage,
  findPostedTabs,
  findSearch,
  findTabs,
  isAmountText,
  isCodeText,
  isDateText,
  type KnownRecord,
  type ListingReading,
  layoutOf,
  type NextPage,
  type PostedPart,
  type RuleInUse,
  readListing,
  withAddresses,
  withAnswers,
  withoutAdverts,
} from "@/server/crawling/listings";
import {
  type ChangeItem,
  type Comparison,
  compareCaptures,
  type EmptiedValue,
  keepItems,
} from "@/server/evidence/changes";
import { AppError } from "@/server/platform/errors";
import { emptiedInEntries, withoutCounts } from "./describe-values";
import { findShifts, type Shifts } from "./find-shifts";
import { type KeptMemory, settleWithHistory } from "./settle-with-history";

export interface PageToAnalyse {
  url: string;
  finalUrl: string;
  status: number;
  html: string;
  /** A browser has shown it. */
  isShown?: boolean;
  /** Listings are looked for on the source's own address and its further pages, not on what they lead to. */
  isListing: boolean;
  /** What its scripts asked for as JSON, when it was read in a browser. */
  answers?: string[];
  /** Where presses on some of its texts led. */
  opened?: OpenedText[];
  /** By which its entries are read, and those that it showed last. */
  rule: RuleInUse | null;
  known: KnownRecord[];
  scope: SourceScope;
  /** What the page was when it was last good. */
  lastGood: { words: number; title: string | null; url: string } | null;
  /** When it was fetched; absent for a kept copy. */
  fetchedAt?: Date | undefined;
  /** The last kept revision, when there is one to compare with. */
  before: { html: string; url: string; fetchedAt?: Date | undefined } | null;
  /** What its last captures said, when it has changed lately. */
  history: KeptMemory[];
}

type Compared = Pick<
  PageAnalysis,
  "comparison" | "scopeProblem" | "differences" | "history" | "emptied" | "swings" | "shifts"
>;

/** `layout`: names the page's make, so that a model is asked about each once. */
export type PageReading = Omit<ListingReading, "listing"> & { layout: string };

export interface PageAnalysis {
  content: PageContent;
  health: CaptureAssessment;
  listing: FoundListing | null;
  /** How the listing was read; null for a page that is none. */
  reading: PageReading | null;
  nextPage: NextPage | null;
  /** Of a page that lists nothing, or only what leads elsewhere: the search that would show more. */
  search: FoundSearch | null;
  /** Further parts of a listing that stand behind tabs. */
  tabs: string[];
  /** Parts of the list that only a posted form shows. */
  postedTabs: PostedPart[];
  comparison: Comparison | null;
  /** Why nothing could be compared although there was something to compare with: the watched part is not there. */
  scopeProblem: string | null;
  /** Everything in which it differs from what was kept, also what only comes and goes. */
  differences: ChangeItem[];
  /** To be kept for the next capture. */
  history: KeptMemory[];
  /** Values that it has a place for and no longer states. */
  emptied: EmptiedValue[];
  /** Texts that take each other's place from one capture to the next. */
  swings: [string, string][];
  /** Entries that only one of the compared captures shows. */
  shifts: Shifts;
  /** Nothing has changed but that entries whose pages are known have moved. */
  isShifted?: boolean;
}

/** Everything that is to be known of one captured page, as one pure piece of work, so that it can leave the server's thread. */
export function analysePage(page: PageToAnalyse): PageAnalysis {
  const content = readPage(page.html, page.finalUrl);
  const health = assessCapture(page, page.lastGood ?? undefined);
  const isGood = health.health === "good";
  const isListing = isGood && page.isListing;
  const entries = isListing ? readEntries(page) : { listing: null, reading: null };
  const compared = isGood && page.before ? compare(page, page.before) : { ...uncompared, history: page.history };
  const lost = emptiedInEntries(page.known, entries.listing?.records ?? []);
  return {
    content,
    health,
    ...entries,
    nextPage: isListing ? findNextPage(page.html, page.finalUrl) : null,
    tabs: isListing ? findTabs(page.html, page.finalUrl) : [],
    postedTabs: isListing ? findPostedTabs(page.html, page.finalUrl) : [],
    search: isListing && saysLittle(entries.listing) ? findSearch(page.html, page.finalUrl) : null,
    ...compared,
    comparison: compared.comparison && withoutLost(compared.comparison, lost, health.words),
    emptied: [...compared.emptied, ...lost],
    swings: withoutCounts(compared.swings, entries.listing?.records.length ?? 0),
  };
}

function readEntries(page: PageToAnalyse): Pick<PageAnalysis, "listing" | "reading"> {
  const { listing: whole, ...reading } = readListing(page.html, page.finalUrl, page);
  const read = whole && { ...whole, records: withoutAdverts(whole.records, page.finalUrl) };
  const led = [
    ...(page.opened ?? []),
    ...page.known.flatMap(({ title, url }) => (url === null ? [] : [{ text: title, url }])),
  ];
  const listing = read && withAnswers(withAddresses(read, led), page.answers ?? []);
  return { listing, reading: { ...reading, layout: layoutOf(page.html) } };
}

/** Names alone may be the topics of a site; what has dates, numbers or amounts is what somebody lists. */
function saysLittle(listing: FoundListing | null): boolean {
  const says = (value: string) => isDateText(value) || isAmountText(value) || isCodeText(value);
  return !listing?.records.some(({ fields }) => Object.values(fields).some(says));
}

const noShifts: Shifts = { gone: [], come: [], kept: [] };
const uncompared = { comparison: null, scopeProblem: null, differences: [], emptied: [], swings: [], shifts: noShifts };

/** What an entry has lost is told as that, and not as a change of the page. */
function withoutLost(comparison: Comparison, lost: readonly EmptiedValue[], pageWords: number): Comparison {
  const values = new Set(lost.map(({ value }) => value));
  if (values.size === 0) return comparison;
  // Where nothing stands between two values any more they run together.
  const squeezed = (text: string) => text.replace(/\s+/g, "");
  const isWithout = (before: string, after: string) =>
    [...values].some((value) => before.includes(value) && squeezed(before.replace(value, "")) === squeezed(after));
  const isLost = ({ before, after, words = [] }: ChangeItem) =>
    after === null
      ? values.has(before ?? "")
      : (before !== null && isWithout(before, after)) ||
        (words.every(({ op }) => op !== "added") &&
          values.has(words.flatMap(({ op, text }) => (op === "removed" ? text.trim() : [])).join(" ")));
  return keepItems(comparison, (item) => !isLost(item), pageWords);
}

/** Errors do not keep their class on the way between threads, so what is expected is told as a value. */
function compare(page: PageToAnalyse, before: NonNullable<PageToAnalyse["before"]>): Compared {
  try {
    const after = { html: page.html, url: page.finalUrl, fetchedAt: page.fetchedAt };
    const raw = compareCaptures(before, after, page.scope);
    const settled = settleWithHistory(raw, page.history, before, after, page.scope);
    return {
      ...settled,
      shifts: findShifts(before, after, settled.comparison.items, raw.isLaidOutAnew),
      scopeProblem: null,
      differences: raw.items,
    };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ...uncompared, scopeProblem: error.message, history: page.history };
  }
}
