import { foldText } from "./content-words";

// Each begins where its run of characters begins: tried from within, a long word would be gone through once for each of its letters.
const address = String.raw`(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*:\/\/\S+|www\.\S+|(?<![^\s@<>()])[^\s@<>()]+@[^\s@<>()]+\.\p{L}{2,}|(?<![\p{L}\p{N}-])\p{L}[\p{L}\p{N}-]*(?:\.[\p{L}\p{N}-]+)*\.[a-z]{2,}(?:\/\S*)?`;
const markup = String.raw`!?\[[^\]]*\]\([^)]*\)?|<[\/!]?\p{L}[^>]*>?`;
const code = String.raw`(?<![\p{L}\p{N}])(?=[\p{N}_-]*\p{L})[\p{L}\p{N}]+(?:[-_][\p{L}\p{N}]+){2,}|(?<![\p{L}\p{N}+\/=_-])(?=\S*\p{L})(?=\S*\p{N})[\p{L}\p{N}+\/=_-]{20,}`;
const codes = new RegExp(`${markup}|${address}|${code}`, "giu");

/**
 * What in a sentence is no word of a language: addresses, markup, keys and other codes. A reader takes them for what they are, so that
 * each must stand in a quote as it is; only the parts of a compound ("end-to-end") may stand apart there.
 */
export function findForeignCode(
  sentence: string,
  foldedQuotes: string,
  quotedWords: ReadonlySet<string>,
): string | null {
  for (const [found] of sentence.matchAll(codes)) {
    const text = foldText(found).replace(/[.,;:!?)\]}'"’”]+$/, "");
    if (foldedQuotes.includes(text)) continue;
    const isCompound = /^[\p{L}\p{N}]+(?:[-_][\p{L}\p{N}]+)+$/u.test(text);
    if (isCompound && text.split(/[-_]/).every((part) => quotedWords.has(part))) continue;
    return found;
  }
  return null;
}
