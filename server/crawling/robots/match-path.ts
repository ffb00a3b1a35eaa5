/** Path and query of an address, without its fragment; "/" when it has none. Also takes what is no complete address. */
export function pathOf(url: string): string {
  const scheme = url.indexOf("//");
  const from = url.startsWith("/") && scheme !== 0 ? 0 : scheme < 0 ? 0 : scheme + 2;
  const start = url.slice(from).search(/[/?;]/);
  const hash = url.indexOf("#", from);
  if (start < 0 || (hash >= 0 && hash < from + start)) return "/";
  const path = url.slice(from + start, hash < 0 ? undefined : hash);
  return path.startsWith("/") ? path : `/${path}`;
}

/** Bytes outside ASCII as %XX, and hexadecimal digits in capitals, so that both spellings of a path compare equal. */
export function normalizePath(path: string): string {
  return path
    .replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase())
    .replace(/[^\0-\u007f]+/g, (text) =>
      [...Buffer.from(text)].map((byte) => `%${byte.toString(16).toUpperCase()}`).join(""),
    );
}

/**
 * Whether a rule's pattern, in which "*" stands for anything and a final "$" for the end, matches the path from its beginning. Takes time
 * in proportion to both lengths whatever the pattern: a robots file is written by strangers.
 */
export function matchesPath(path: string, pattern: string): boolean {
  const isAnchored = pattern.endsWith("$");
  const [first = "", ...parts] = (isAnchored ? pattern.slice(0, -1) : pattern).split("*");
  if (!path.startsWith(first)) return false;
  if (parts.length === 0) return !isAnchored || path.length === first.length;
  const last = parts.pop() ?? "";
  let position = first.length;
  for (const part of parts) {
    position = endOfFirst(path, part, position);
    if (position < 0) return false;
  }
  return isAnchored
    ? path.length - last.length >= position && path.endsWith(last)
    : endOfFirst(path, last, position) >= 0;
}

/** Where the first occurrence at or after `from` ends, or -1 (Knuth, Morris and Pratt 1977: no text makes it slow). */
function endOfFirst(text: string, part: string, from: number): number {
  if (part.length > text.length - from) return -1;
  const borders = new Uint32Array(part.length);
  for (let index = 1, border = 0; index < part.length; index++) {
    while (border > 0 && part[index] !== part[border]) border = borders[border - 1] ?? 0;
    if (part[index] === part[border]) border++;
    borders[index] = border;
  }
  let matched = 0;
  for (let index = from; matched < part.length; index++) {
    if (index >= text.length) return -1;
    while (matched > 0 && text[index] !== part[matched]) matched = borders[matched - 1] ?? 0;
    if (text[index] === part[matched]) matched++;
    if (matched === part.length) return index + 1;
  }
  return from;
}
