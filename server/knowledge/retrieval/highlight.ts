import { type Language, languages } from "./language";
import type { ParsedQuery } from "./query";
import { tokenize } from "./tokens";

/** Where the words of the query stand in a text: UTF-16 offsets in it, in order, neighbours joined. */
export function highlight(text: string, language: string, query: ParsedQuery): { start: number; end: number }[] {
  const stems = new Set(query.words.flatMap((word) => word.stems));
  const spans: { start: number; end: number }[] = [];
  for (const token of tokenize(text, languages.find((known) => known === language) ?? ("und" satisfies Language))) {
    if (!stems.has(token.stem) || token.isStop) continue;
    const last = spans.at(-1);
    if (last && text.slice(last.end, token.start) === " ") last.end = token.end;
    else spans.push({ start: token.start, end: token.end });
  }
  return spans;
}
