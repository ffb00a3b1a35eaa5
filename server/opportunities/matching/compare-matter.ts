import type { KnownOpportunity, NoticeToMatch } from "./match-notice";
import { isSameWord, titleWords } from "./title-words";

const enoughShared = 0.45;
/** One may say all that the other says, and more. */
const nearlyAll = 0.9;
const enoughWords = 4;

/** What two publications say beside their titles: whether they are of one trade, and describe the same thing. */
export function compareMatter(
  notice: Pick<NoticeToMatch, "summary" | "categories">,
  known: Pick<KnownOpportunity, "summaries" | "categories">,
): { isSameCategory: boolean; isAlike: boolean } {
  const ours = codesOf(notice.categories);
  const theirs = codesOf(known.categories);
  return {
    isSameCategory: [...ours].some((code) => theirs.has(code)),
    isAlike: (known.summaries ?? []).some((summary) => areAlike(notice.summary ?? "", summary)),
  };
}

/** Codes of a trade, not of a whole sector: "71220000", "946-10". */
function codesOf(categories: NoticeToMatch["categories"]): Set<string> {
  const texts = (categories ?? []).map(({ code }) => code);
  const codes = texts.flatMap((text) => text.match(/(?<!\d)(?:\d{8}|\d{3}-?\d{2}|\d{6})(?!\d)/g) ?? []);
  return new Set(codes.map((code) => code.replace("-", "")).filter((code) => !/^\d{2}0+$/.test(code)));
}

/** They share a figure that is no year, or nearly half of their words, or one is said whole in the other. */
function areAlike(one: string, other: string): boolean {
  const [ours, theirs] = [figuresIn(one), figuresIn(other)];
  const [first, second] = [titleWords(one).words, titleWords(other).words];
  const shared = first.filter((word) => second.some((same) => isSameWord(word, same))).length;
  const likeness = first.length + second.length === 0 ? 0 : (2 * shared) / (first.length + second.length);
  const isWithin = shared >= enoughWords && shared >= Math.min(first.length, second.length) * nearlyAll;
  if (isWithin) return true;
  return shared >= 3 && ([...ours].some((figure) => theirs.has(figure)) || likeness >= enoughShared);
}

function figuresIn(text: string): Set<string> {
  const found = text.match(/(?<![\d.,])\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?!\d)|(?<!\d)\d{3,}(?!\d)/g) ?? [];
  return new Set(found.map((figure) => figure.replace(/\D/g, "")).filter((figure) => !/^(?:19|20)\d\d$/.test(figure)));
}
