import { compareBuyers } from "../matching/compare-buyers";
import { isSameWord, titleWords } from "../matching/title-words";

/** What of an opportunity is compared. */
export interface Comparable {
  title: string;
  buyer: string | null;
  /** "CPV:72000000". */
  categories: readonly string[];
}

export interface Likeness {
  score: number;
  reasons: string[];
}

const share = { buyer: 0.3, category: 0.35, words: 0.35 } as const;
/** Words of a title say something together from this share of their weight on; one rare word is enough, a common one is not. */
const wordsFloor = 0.25;

/**
 * How alike two tenders are, by what is bought and by whom, with the reasons. `weightOf`: how much a word of the first one's title says, which is
 * less the more tenders of the workspace hold it.
 */
export function scoreSimilar(one: Comparable, other: Comparable, weightOf: (word: string) => number): Likeness {
  const reasons: string[] = [];
  let score = 0;
  const buyer = compareBuyers(one.buyer, other.buyer);
  if (buyer === "same" || buyer === "similar") {
    score += share.buyer * (buyer === "same" ? 1 : 0.7);
    reasons.push(buyer === "same" ? "Same buyer" : `Its buyer is called nearly the same: ${other.buyer}`);
  }
  const category = nearestCategory(one.categories, other.categories);
  if (category) {
    score += share.category * category.nearness;
    reasons.push(
      category.nearness === 1
        ? `Same category: ${category.label}`
        : `Related categories: both begin with ${category.label}`,
    );
  }
  const words = sharedWords(one.title, other.title, weightOf);
  if (words.share >= wordsFloor) {
    score += share.words * words.share;
    reasons.push(`Both are about: ${words.shared.join(", ")}`);
  }
  return { score, reasons };
}

/** The longest beginning that two codes of one scheme have in common; from two digits on it names a trade. */
function nearestCategory(one: readonly string[], other: readonly string[]): { nearness: number; label: string } | null {
  let best: { nearness: number; label: string } | null = null;
  for (const a of one) {
    for (const b of other) {
      const found = nearnessOf(a, b);
      if (found && found.nearness > (best?.nearness ?? 0)) best = found;
    }
  }
  return best;
}

function nearnessOf(a: string, b: string): { nearness: number; label: string } | null {
  const [scheme = "", code = ""] = a.split(/:(.*)/s);
  const [otherScheme, otherCode = ""] = b.split(/:(.*)/s);
  if (scheme !== otherScheme || code === "") return null;
  // Zeros at the end of a CPV code say that it is general, not that they are shared.
  const [bare, otherBare] = [code.replace(/0+$/, ""), otherCode.replace(/0+$/, "")];
  // A portal's own word for a trade has no scheme that a reader would know.
  if (bare === otherBare) return { nearness: 1, label: scheme === "portal" ? code : a };
  if (!/^\d/.test(code)) return null;
  let at = 0;
  while (at < Math.min(bare.length, otherBare.length) && bare[at] === otherBare[at]) at++;
  const least = scheme === "NAICS" ? 3 : 2;
  if (at < least) return null;
  return { nearness: Math.min(0.9, 0.4 + 0.15 * (at - least)), label: `${scheme}:${code.slice(0, at)}` };
}

function sharedWords(
  one: string,
  other: string,
  weightOf: (word: string) => number,
): { share: number; shared: string[] } {
  const own = titleWords(one).words;
  const theirs = titleWords(other).words;
  const shared = own.filter((word) => theirs.some((same) => isSameWord(word, same)));
  const sum = (words: readonly string[]) => words.reduce((total, word) => total + weightOf(word), 0);
  const all = sum(own);
  if (all === 0 || shared.length === 0) return { share: 0, shared };
  // A long title of theirs that happens to hold ours is less alike than one of equal length.
  const length = Math.min(1, (2 * own.length) / Math.max(1, theirs.length));
  return { share: (sum(shared) / all) * length, shared };
}
