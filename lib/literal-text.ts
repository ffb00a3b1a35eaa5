/** Controls but tabs and line ends, and what turns the direction of reading around. */
const acting = /[^\P{Cc}\t\n]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Text for a terminal, a log or the body of a mail: what would act there instead of being read (colours, titles, a line written over
 * another) is shown as its number. Text that is JSON stays the same JSON.
 */
export function literalText(text: string): string {
  return text.replaceAll("\r\n", "\n").replace(acting, numbered);
}

function numbered(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** On one line, for a header, a cell or a name within a sentence: no text begins another line, or acts on the one it is in. */
export function oneLine(text: string): string {
  return literalText(text.replace(/[\s\u0085\u2028\u2029]+/g, " ").trim());
}
