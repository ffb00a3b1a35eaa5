import type { Catalogue } from "./catalogue";
import { type Dictionary, similarTerms } from "./dictionary";
import { eachPosting } from "./postings";
import type { ParsedQuery } from "./query";
import type { TermBlock } from "./read-index";

/** Gives words that the workspace does not have the stems of words that are a typo away. */
export function correctUnknown(query: ParsedQuery, dictionary: Dictionary): Map<number, string[]> {
  const corrected = new Map<number, string[]>();
  for (const [index, word] of query.words.entries()) {
    if (word.stems.some((stem) => dictionary.frequencies.has(stem))) continue;
    const similar = similarTerms(dictionary, word.stems[0] as string);
    if (similar.length === 0) continue;
    corrected.set(index, similar);
    word.stems.push(...similar);
  }
  return corrected;
}

/** A word that stands only in what the person may not see is not offered: its existence would be told by it. */
export function dropUnseenCorrections(
  query: ParsedQuery,
  corrected: Map<number, string[]>,
  blocks: Map<string, TermBlock[]>,
  catalogue: Catalogue,
): void {
  const KEPT = 3;
  for (const [index, terms] of corrected) {
    const seen = terms.filter((term) => {
      let isSeen = false;
      for (const block of blocks.get(term) ?? [])
        eachPosting(block, (number) => (isSeen ||= (catalogue.documentOf[number] ?? -1) >= 0));
      return isSeen;
    });
    const kept = seen.slice(0, KEPT);
    const word = query.words[index];
    if (word) word.stems = word.stems.filter((stem) => !terms.includes(stem) || kept.includes(stem));
    if (kept.length > 0) corrected.set(index, kept);
    else corrected.delete(index);
  }
}
