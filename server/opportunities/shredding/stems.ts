/** Stems are the first letters of a word: enough to join "invoice" and "invoices", and nothing to keep for each language. */
const LETTERS = 6;

/** The words of a text in order, by their first letters. */
export function stemsOf(text: string): string[] {
  return (text.toLowerCase().match(/\p{L}+/gu) ?? []).map((word) => word.slice(0, LETTERS));
}
