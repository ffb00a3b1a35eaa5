import { beforeOrdinal, germanMonths, neverEnding, rarelyEnding, sentenceOpeners } from "./abbreviations";

export interface Span {
  start: number;
  end: number;
}

// From the first mark of a row on: a row of dots is tried once, not from each of its dots.
const endMark = /(?<![.!?…。！？])[.!?…。！？]+["'”’»)\]]*(?=\s|$)/gu;

/**
 * Sentences of `text` between `start` and `end`, as spans without surrounding white space. ":" and ";" stay inside a sentence.
 * Written out instead of Intl.Segmenter, which breaks after "No.", "e.g." and "U.S.". English, German and French.
 */
export function splitSentences(text: string, start = 0, end = text.length): Span[] {
  const spans: Span[] = [];
  const part = text.slice(start, end);
  let from = 0;
  for (const match of part.matchAll(endMark)) {
    const to = match.index + match[0].length;
    if (to < part.length && !endsSentence(part, from, match.index, to, match[0])) continue;
    push(spans, text, start + from, start + to);
    from = to;
  }
  push(spans, text, start + from, end);
  return spans;
}

function push(spans: Span[], text: string, start: number, end: number): void {
  let from = start;
  let to = end;
  while (from < to && /\s/u.test(text.charAt(from))) from++;
  while (to > from && /\s/u.test(text.charAt(to - 1))) to--;
  if (to > from) spans.push({ start: from, end: to });
}

function endsSentence(part: string, from: number, point: number, to: number, mark: string): boolean {
  const after = part.slice(to, to + 60).trimStart();
  const next = /^["'“‘«([]*([\p{L}\p{N}]+)/u.exec(after)?.[1] ?? "";
  if (next === "" || /^\p{Ll}/u.test(next)) return next === "" && /^["'“‘«([•*-]/u.test(after);
  if (!mark.startsWith(".") || mark.startsWith("...")) return true;
  const before =
    /[\p{L}\p{N}.°-]*$/u.exec(part.slice(Math.max(from, point - 24), point))?.[0].replace(/^\.+/, "") ?? "";
  const word = before.toLowerCase();
  const opener = sentenceOpeners.has(next.toLowerCase());
  if (word === "no" && !/^\d/.test(next)) return true;
  if (word === "m" || word === "min" || word === "max" || word === "art") return !/^[\p{Lu}\d]/u.test(next) || opener;
  // A small letter alone abbreviates ("z. B.").
  // "EST" is a time zone, "est." is not.
  if ((neverEnding.has(word) && before !== "EST") || /^\p{Ll}$/u.test(before)) return false;
  if (rarelyEnding.has(word)) return opener;
  // A mark at the start of a sentence ("1. Provide", "a. Submit", "10.1.2. Les licences") is no sentence of its own.
  const isFirst = part.slice(from, point).trim() === before;
  if (isFirst && /^(?:\d{1,3}(?:\.\d{1,3}){0,5}|\p{L}|[ivx]{2,5})$/u.test(word)) return false;
  if (/^\p{Lu}$/u.test(before)) return opener;
  if (/^(?:\p{L}\.)+\p{L}$/u.test(before)) return opener;
  if (
    /^\d{1,2}$/.test(word) &&
    (germanMonths.has(next.toLowerCase()) || isAfterArticle(part.slice(from, point - word.length)))
  )
    return false;
  return true;
}

function isAfterArticle(before: string): boolean {
  const last = /(\p{L}+)\s*$/u.exec(before)?.[1];
  return last !== undefined && beforeOrdinal.has(last.toLowerCase());
}
