/** White space folded to single spaces; characters that no reader sees are taken out. */
export function fold(text: string): string {
  const trimmed = text.trim();
  return isFolded(trimmed) ? trimmed : foldAll(trimmed);
}

/** Most texts have nothing to fold inside; saying so is cheaper than folding them. */
function isFolded(text: string): boolean {
  let wasSpace = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x20 || (code >= 0x7f && mayBeFolded(code))) return false;
    const isSpace = code === 0x20;
    if (isSpace && wasSpace) return false;
    wasSpace = isSpace;
  }
  return true;
}

/** Beyond ASCII: whether it is white space or invisible, or stands near what is. */
function mayBeFolded(code: number): boolean {
  return code <= 0xad || code === 0x1680 || (code >= 0x2000 && code <= 0x206f) || code === 0x3000 || code === 0xfeff;
}

function foldAll(text: string): string {
  return text
    .replace(/[\u00ad\u200b\ufeff\u2060]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Code keeps its lines and their indentation; empty lines around it go. */
export function trimCode(text: string): string {
  const lines = text
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map((line) => line.trimEnd());
  while (lines.length > 0 && lines[0] === "") lines.shift();
  while (lines.length > 0 && lines.at(-1) === "") lines.pop();
  return lines.join("\n");
}

export function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x20 && code !== 0xa0 && code !== 0x200b && code !== 0xfeff) return false;
  }
  return true;
}
