import { foldText, isSameWord } from "./title-words";

const legalForms =
  /\b(?:ltd|limited|llc|inc|plc|gmbh|mbh|ag|kg|aor|a\.?\s?ö\.?\s?r|e\.?\s?v|s\.?a\.?s?|s\.?r\.?l|s\.?p\.?a|b\.?v|n\.?v|sarl|oy|ab|as|aps|sp\.?\s?z\.?\s?o\.?\s?o)\b\.?/g;
const joiners = new Set(
  "the of for and l d de la le les du des di del della y e und der die das von für fur zu im in et van het voor &".split(
    " ",
  ),
);

export type BuyerMatch = "same" | "similar" | "unknown" | "different";

/** "Hale County, OH": the state in which it lies. */
const ofState = /,\s*\p{Lu}{2,3}\.?\s*$/u;

/** A buyer's name as a set of words that count. */
export function buyerWords(name: string | null): string[] {
  const folded = foldText((name ?? "").replace(ofState, "")).replace(legalForms, " ");
  return [...new Set(folded.match(/[\p{L}\p{N}]+/gu) ?? [])].filter((word) => !joiners.has(word));
}

/** Names of public bodies vary between portals: a department added, a word left out, an abbreviation. Unknown where one is not told. */
export function compareBuyers(first: string | null, second: string | null): BuyerMatch {
  const [one, other] = [buyerWords(first), buyerWords(second)];
  if (one.length === 0 || other.length === 0) return "unknown";
  const shared = one.filter((word) => other.some((same) => isSameWord(word, same))).length;
  const [fewer, more] = [Math.min(one.length, other.length), Math.max(one.length, other.length)];
  if (shared === fewer && shared === more) return "same";
  if (isSameByInitials(one, other) || isSameByInitials(other, one)) return "similar";
  if (isAbbreviation(first, second) || isAbbreviation(second, first)) return "similar";
  // "City of X" and "City of Y" share most words; what they are named for must be among those shared.
  if (shared === fewer && (fewer >= 2 || more <= 3)) return "similar";
  return shared / (one.length + other.length - shared) >= 0.75 ? "similar" : "different";
}

/** "CA du Pays d'Étrelles", "OPH de l'Ourve": a word that is the initials of words of the other name, all others being shared. */
function isSameByInitials(short: readonly string[], long: readonly string[]): boolean {
  const own = short.filter((word) => !long.some((same) => isSameWord(word, same)));
  const theirs = long.filter((word) => !short.some((same) => isSameWord(word, same)));
  const [initials = ""] = own;
  return (
    own.length === 1 &&
    own.length < short.length &&
    /^\p{L}{2,6}$/u.test(initials) &&
    theirs.length === initials.length &&
    theirs.map((word) => word[0]).join("") === initials
  );
}

function isAbbreviation(short: string | null, long: string | null): boolean {
  const letters = /\b(\p{Lu}{2,6}|\p{Lu}\p{Ll}?\p{Lu})\b/u.exec(short ?? "")?.[1];
  if (!letters || foldText(short ?? "").replace(/[^\p{L}]/gu, "").length > letters.length + 4) return false;
  const words = foldText(long ?? "").match(/[\p{L}\p{N}]+/gu) ?? [];
  const all = words.map((word) => word[0]).join("");
  const main = words
    .filter((word) => !joiners.has(word))
    .map((word) => word[0])
    .join("");
  const wanted = letters.toLowerCase();
  return words.length > 1 && (all === wanted || main === wanted);
}
