/** Soft hyphens, zero-width characters and direction marks: never seen, often changed by a redesign. */
const unseen = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g;
const space = /\s+/g;
/** Scripts without spaces are read character by character. */
const word =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}\p{N}]+|[\p{Sc}%‰§°✓✔✗✘☑☒❌✅]|(?<=\p{N})\+|\+(?=\p{N})/gu;
const quotes = /["'`´‘’‚‛“”„‟‹›«»′″]/g;

/** Text as a reader sees it: single plain spaces, nothing invisible. */
export function shownText(text: string): string {
  return text.replace(unseen, "").replace(space, " ").trim();
}

/** Text for comparing: as seen, with composed and compatible characters made one. */
export function seenText(text: string): string {
  return shownText(text.normalize("NFKC"));
}

/** What a text says: words, numbers with their points and commas, currencies, per cent, ticks. Case matters. */
export function wordsOf(text: string): string[] {
  return seenText(text).match(word) ?? [];
}

/** The text with its punctuation but without what nobody calls a change: spaces and the style of quotes. */
export function punctuationKey(text: string): string {
  return seenText(text).replace(quotes, "").replaceAll(" ", "");
}
