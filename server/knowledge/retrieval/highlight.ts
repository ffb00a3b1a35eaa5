import { type Language, languages } from "./language";
import type { ParsedQuery } from "./query";
import { tokenize } from "./tokens";

/** Where the words of the query stand in a text: UTF-16 offsets in it, in order, neighbours joined. */
export function highlight(text: string, language: string, query: ParsedQuery): { start: number; end: number }[] {
  const stems = new Set(query.words.flatMap((word) => word.stems));
  // A stem begins with the letter that its word begins with; telling so is cheaper than stemming all words of the text.
  const initials = new Set([...stems].map((stem) => stem.charCodeAt(0)));
  const mayMatch = (raw: string) => raw.charCodeAt(0) > 0x7f || initials.has(raw.charCodeAt(0) | 0x20);
  const known = languages.find((one) => one === language) ?? ("und" satisfies Language);
  const spans: { start: number; end: number }[] = [];
  for (const token of tokenize(text, known, mayMatch)) {
    if (!stems.has(token.stem) || token.isStop) continue;
    const last = spans.at(-1);
    if (last && text.slice(last.end, token.start) === " ") last.end = token.end;
    else spans.push({ start: token.start, end: token.end });
  }
  return spans;
}
