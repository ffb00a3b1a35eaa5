import type { NoticeFacts } from "../notices/notice-facts";
import { type BuyerMatch, compareBuyers } from "./compare-buyers";
import { type ComparedDeadlines, compareDeadlines, type DeadlineVerdict } from "./compare-deadlines";
import { compareMatter } from "./compare-matter";
import { compareTitles, type TitleComparison, wordWeights } from "./compare-titles";
import { isSameSeries, isWithin, normaliseReference, referencesIn } from "./references";
import { isOfOneStem, type TitleWords, titleWords } from "./title-words";

/** What is known of an opportunity when a notice may be about it. */
export interface KnownOpportunity {
  id: string;
  title: string;
  buyer: string | null;
  /** Of all its notices. */
  references: string[];
  procedureKeys: string[];
  deadlines: (Pick<NoticeFacts["deadlines"][number], "kind" | "localDate" | "at"> & { localTime?: string | null })[];
  value: NoticeFacts["value"];
  /** Codes that the sentences of its notices name, as they are compared. */
  mentions?: string[];
  /** What its notices say that it is about. */
  summaries?: string[];
  categories?: NoticeFacts["categories"];
  publishedAt: string | null;
  /** Sources that list it, with the keys under which they do. */
  listedBy: { sourceId: string; key: string }[];
}

export type NoticeToMatch = Pick<
  NoticeFacts,
  "procedureKey" | "reference" | "title" | "buyer" | "deadlines" | "value" | "publishedAt" | "key" | "type"
> &
  Partial<Pick<NoticeFacts, "summary" | "categories" | "mentions">> & { sourceId?: string | null };

export interface Match {
  match: string | null;
  /** "procedure", "reference", "likeness", or "new" when it is about none of them. */
  how: "procedure" | "reference" | "likeness" | "new";
  /** Why, for people. */
  reasons: string[];
  /** 0 to 1. */
  score: number;
  /** Others that it resembles, best first: for a person who knows better. */
  alternatives: { id: string; score: number; reasons: string[] }[];
}

/** Opportunities that many notices of a batch are compared with are taken apart once. */
const takenApart = new WeakMap<KnownOpportunity, TitleWords>();

function wordsOf(one: KnownOpportunity): TitleWords {
  const known = takenApart.get(one) ?? titleWords(one.title);
  takenApart.set(one, known);
  return known;
}

interface Judged {
  id: string;
  how: Exclude<Match["how"], "new">;
  joins: boolean;
  score: number;
  reasons: string[];
}

const worthNaming = 0.55;

/**
 * To which of the known opportunities a notice belongs. The same procedure identifier is the same procedure; the same reference of a
 * compatible buyer too. Else title, buyer, deadline and value must agree, and nothing that tells one tender from the next in a series
 * (lot, year, number, region) may differ: a wrong join hides a tender, a missed one shows it twice and is mended with a click.
 */
export function matchNotice(notice: NoticeToMatch, candidates: readonly KnownOpportunity[]): Match {
  const words = titleWords(notice.title);
  const known = candidates.map((one) => ({ one, words: wordsOf(one) }));
  const weightOf = wordWeights([words, ...known.map((candidate) => candidate.words)]);
  const own = ownCodes(notice, candidates);
  const judged = known
    .map(({ one, words: theirs }) => {
      const title = compareTitles(words, theirs, weightOf);
      return judge(notice, one, title, words.words.length, namedByBoth(own, one));
    })
    .sort((one, other) => Number(other.joins) - Number(one.joins) || other.score - one.score);
  const best = judged[0]?.joins ? judged[0] : null;
  const alternatives = judged
    .filter(({ id, score }) => id !== best?.id && score >= worthNaming)
    .slice(0, 3)
    .map(({ id, score, reasons }) => ({ id, score, reasons }));
  if (!best) return { match: null, how: "new", reasons: ["No known opportunity is the same."], score: 0, alternatives };
  return { match: best.id, how: best.how, reasons: best.reasons, score: best.score, alternatives };
}

function judge(
  notice: NoticeToMatch,
  known: KnownOpportunity,
  title: TitleComparison,
  titleLength: number,
  named: string | null,
): Judged {
  const id = known.id;
  const procedure = notice.procedureKey?.toLowerCase();
  if (procedure && known.procedureKeys.some((key) => key.toLowerCase() === procedure))
    return { id, how: "procedure", joins: true, score: 1, reasons: [`The same procedure (${notice.procedureKey}).`] };
  const buyer = compareBuyers(notice.buyer, known.buyer);
  const reference = compareReferences(notice, known);
  const deadline = compareDeadlines(notice, known);
  const reasons = [
    ...(reference.same ? [`The same reference (${notice.reference ?? reference.same}).`] : []),
    titleReason(title),
    ...buyerReason(buyer),
    ...deadline.reasons,
  ];
  if (reference.same) return { id, how: "reference", reasons, ...byReference(buyer, title, deadline.verdict) };
  return {
    id,
    how: "likeness",
    ...byLikeness(notice, known, { title, titleLength, buyer, reference, deadline, named, reasons }),
  };
}

function byReference(
  buyer: BuyerMatch,
  title: TitleComparison,
  deadline: DeadlineVerdict,
): { joins: boolean; score: number } {
  if (title.conflict !== null && title.similarity > 0.5) return { joins: false, score: 0.6 };
  if (buyer === "different") return { joins: false, score: title.similarity > 0.6 ? 0.6 : 0.3 };
  const isOtherMatter = title.similarity < 0.15 && deadline !== "same";
  if (buyer === "unknown")
    return title.similarity >= 0.4 || deadline === "same" ? { joins: true, score: 0.9 } : { joins: false, score: 0.5 };
  return isOtherMatter ? { joins: false, score: 0.55 } : { joins: true, score: 0.96 };
}

interface Likeness {
  title: TitleComparison;
  titleLength: number;
  buyer: BuyerMatch;
  reference: ComparedReferences;
  deadline: ComparedDeadlines;
  /** A code that both name and none of the others does. */
  named: string | null;
  reasons: string[];
}

function byLikeness(
  notice: NoticeToMatch,
  known: KnownOpportunity,
  { title, titleLength, buyer, reference, deadline, named, reasons }: Likeness,
): { joins: boolean; score: number; reasons: string[] } {
  const value = compareValues(notice, known);
  const isOwnDeadline = deadline.verdict === "same";
  const score = round(
    0.55 * title.similarity +
      0.2 * (buyer === "same" ? 1 : buyer === "similar" ? 0.8 : buyer === "unknown" ? 0.4 : 0) +
      0.2 * (isOwnDeadline ? 1 : deadline.verdict === "unknown" ? 0.4 : 0) +
      0.05 * (value === "same" ? 1 : value === "unknown" ? 0.5 : 0),
  );
  const not = (why: string) => ({ joins: false, score: Math.min(score, 0.8), reasons: [...reasons, why] });
  const listed = known.listedBy.find(({ sourceId, key }) => sourceId === notice.sourceId && key !== notice.key);
  if (listed) return not("The same source lists both, so they are two.");
  if (title.conflict !== null) return not(`They differ in what tells one from the next: ${title.conflict}.`);
  if (buyer === "different") return not("The buyers are different.");
  // Each portal counts by numbers of its own, and both name the buyer's.
  const mayBeNamed = buyer !== "unknown" ? title.shared > 0 : title.similarity >= 0.4;
  if (named !== null && mayBeNamed && deadline.verdict === "same")
    return { joins: true, score: Math.max(score, 0.9), reasons: [...reasons, `Both name the same number (${named}).`] };
  if (reference.isOtherOfSeries) return not("Their references are two of one series.");
  if (deadline.verdict === "different") return not("Bids are due on different days.");
  if (value === "different" && title.similarity < 0.95) return not("The values are different.");
  const swapped = title.onlyFirst.length > 0 && title.onlySecond.length > 0;
  const isBuyerKnown = buyer === "same" || buyer === "similar";
  const isAtOnce = isBuyerKnown && deadline.isSameInstant;
  const matter = isAtOnce ? compareMatter(notice, known) : null;
  // The same buyer wants bids at the very same minute: what else it says tells whether two titles are of one tender.
  const said = !isAtOnce
    ? null
    : reference.within && title.shared > 0
      ? `One reference is part of the other (${reference.within}).`
      : title.shared > 0 && value === "same"
        ? "The same value, due at the same minute."
        : matter?.isAlike && title.shared > 0 && (title.shared > 1 || matter.isSameCategory || !swapped)
          ? "They describe the same thing, due at the same minute."
          : null;
  const joins =
    said !== null ||
    (isBuyerKnown && isOwnDeadline && title.similarity >= 0.8 && !swapped) ||
    (isBuyerKnown && isOwnDeadline && value === "same" && title.similarity >= 0.6) ||
    // One title says more than the other and nothing else; that bids are due at the very hour besides is no chance.
    (isBuyerKnown && deadline.isSameInstant && title.similarity >= 0.6 && title.shared >= 2 && !swapped) ||
    (isAtOnce && title.shared >= 2 && differByForm(title)) ||
    (isBuyerKnown &&
      deadline.verdict === "unknown" &&
      title.similarity >= 0.95 &&
      titleLength >= 2 &&
      isNear(notice, known)) ||
    (buyer === "unknown" && isOwnDeadline && title.similarity >= 0.95 && titleLength >= 3);
  if (!joins) return not(swapped ? "Their titles name different things." : "That is not enough to be the same.");
  return {
    joins: true,
    score: Math.max(score, 0.85),
    reasons: [...reasons, ...(said ? [said] : value === "same" ? ["The same value."] : [])],
  };
}

/** All in which the titles differ is one word of the same stem. */
function differByForm({ onlyFirst, onlySecond }: TitleComparison): boolean {
  const [[one, ...more], [other, ...others]] = [onlyFirst, onlySecond];
  return Boolean(one && other && more.length + others.length === 0 && isOfOneStem(one, other));
}

interface ComparedReferences {
  same: string | null;
  /** One that the other holds whole, with something before or behind it. */
  within: string | null;
  isOtherOfSeries: boolean;
}

function compareReferences(notice: NoticeToMatch, known: KnownOpportunity): ComparedReferences {
  const stated = normaliseReference(notice.reference);
  const ours = new Set([stated, ...referencesIn(notice.title)].filter((code) => code !== null));
  const statedTheirs = known.references.flatMap((code) => normaliseReference(code) ?? []);
  const theirs = new Set([...statedTheirs, ...referencesIn(known.title)]);
  const same = [...ours].find((code) => theirs.has(code)) ?? null;
  const isOtherOfSeries = same === null && stated !== null && statedTheirs.some((code) => isSameSeries(stated, code));
  const within =
    stated === null ? null : (statedTheirs.find((code) => isWithin(code, stated) || isWithin(stated, code)) ?? null);
  return { same, within: within && stated && (within.length < stated.length ? within : stated), isOtherOfSeries };
}

/** All codes by which a notice or opportunity is called, stated or named in its sentences. */
function codesOf(references: readonly (string | null)[], mentions: readonly string[] = []): Set<string> {
  return new Set([...references.map(normaliseReference), ...mentions].filter((one) => one !== null));
}

/** Codes of the notice that one candidate has and no other: what several have is a framework's number, or stands on every page of the buyer's. */
function ownCodes(notice: NoticeToMatch, candidates: readonly KnownOpportunity[]): Set<string> {
  const theirs = candidates.map(({ references, mentions }) => codesOf(references, mentions));
  const ours = codesOf([notice.reference], notice.mentions);
  return new Set([...ours].filter((one) => theirs.filter((codes) => codes.has(one)).length === 1));
}

function namedByBoth(own: ReadonlySet<string>, { references, mentions }: KnownOpportunity): string | null {
  return [...codesOf(references, mentions)].find((one) => own.has(one)) ?? null;
}

function compareValues(notice: NoticeToMatch, known: KnownOpportunity): "same" | "different" | "unknown" {
  const [ours, theirs] = [notice.value, known.value];
  if (!ours?.amount || !theirs?.amount) return "unknown";
  if (ours.currency && theirs.currency && ours.currency !== theirs.currency) return "unknown";
  const [one, other] = [Number(ours.amount), Number(theirs.amount)];
  const most = Math.max(one, other);
  return most === 0 || Math.abs(one - other) / most <= 0.01 ? "same" : "different";
}

const nearDays = 60;

function isNear(notice: NoticeToMatch, known: KnownOpportunity): boolean {
  if (!notice.publishedAt || !known.publishedAt) return true;
  return Math.abs(Date.parse(notice.publishedAt) - Date.parse(known.publishedAt)) <= nearDays * 86_400_000;
}

function titleReason(title: TitleComparison): string {
  if (title.similarity >= 0.99) return "The same title.";
  const share = `${Math.round(title.similarity * 100)} % of the title's words, by weight, are shared`;
  const only = [...title.onlyFirst, ...title.onlySecond].slice(0, 4);
  return only.length > 0 ? `${share}; not shared: ${only.join(", ")}.` : `${share}.`;
}

function buyerReason(buyer: BuyerMatch): string[] {
  if (buyer === "same") return ["The same buyer."];
  if (buyer === "similar") return ["The buyer's name is nearly the same."];
  return buyer === "different" ? ["Another buyer."] : [];
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000;
}
