const spaces = /[\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\u0085]+/gu;
/** Zero width characters, soft hyphens and control characters (but not tab and line feed) carry no text and break quotes. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes; Postgres refuses U+0000.
const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b\u2060\ufeff]/g;

/** One line of canonical text: NFC, white space collapsed to single spaces, nothing invisible, no lone surrogates. */
export function cleanLine(text: string): string {
  return cleanCharacters(text).replace(spaces, " ").trim();
}

/** Canonical text that keeps its lines: code, and cells with several paragraphs. */
export function cleanLines(text: string): string {
  return cleanCharacters(text.replace(/\r\n?|\u2028|\u2029|\f|\v/g, "\n"))
    .split("\n")
    .map((line) => line.replace(/\t/g, "  ").trimEnd())
    .join("\n")
    .replace(/^\n+|\n+$/g, "");
}

function cleanCharacters(text: string): string {
  return text
    .toWellFormed()
    .replace(invisible, (character) => (character === "\f" || character === "\v" ? " " : ""))
    .normalize("NFC");
}
