/** Soft hyphens, zero-width characters and direction marks: never seen, often changed by a redesign. */
const unseen = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g;
const space = /\s+/g;
const word = /\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}\p{N}]+|[\p{Sc}%‰§°✓✔✗✘☑☒❌✅]|(?<=\p{N})\+|\+(?=\p{N})/gu;
const quotes = /["'`´‘’‚‛“”„‟‹›«»′″]/g;

/** Text as a reader sees it: composed characters, single plain spaces. */
export function seenText(text: string): string {
  return text.normalize("NFKC").replace(unseen, "").replace(space, " ").trim();
}

/** What a text says: words, numbers with their points and commas, currencies, per cent, ticks. Case matters. */
export function wordsOf(text: string): string[] {
  return seenText(text).match(word) ?? [];
}

/** The text with its punctuation but without what nobody calls a change: spaces and the style of quotes. */
export function punctuationKey(text: string): string {
  return seenText(text).replace(quotes, "").replaceAll(" ", "");
}
