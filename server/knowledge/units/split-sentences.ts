import {
  beforeOrdinal,
  calendar,
  firms,
  germanMonths,
  hours,
  isZone,
  neverEnding,
  ofTime,
  rarelyEnding,
  sentenceOpeners,
} from "./abbreviations";

export interface Span {
  start: number;
  end: number;
}

// From the first mark of a row on: a row of dots is tried once, not from each of its dots.
// Marks of footnotes ("[3]", "²", "*") still belong to it.
const endMark = /(?<![.!?…。！？])[.!?…。！？]+["'”’»)\]]*(?:\[\d{1,3}\]|[¹²³⁴-⁹†‡*])*(?=\s|$)/gu;
/** "Payment is", "Terms of payment are": a capitalised word that its own verb follows begins a sentence. */
const clause =
  /^["'“‘«([]*\p{Lu}[\p{L}'’-]*(?:\s+\p{Ll}[\p{L}-]*){0,3}?\s+(?:is|are|was|were|shall|will|must|may|should|can|cannot|has|have|does|do)\b/u;
const labelled =
  /\b(?:section|part|plan|annex|appendix|attachment|exhibit|schedule|enclosure|option|lot|phase|form|table|volume|module)\s+\p{Lu}$/iu;
const firstMarks: Record<string, string> = { "1": "2", a: "b", i: "ii" };

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
  const next = /^["'“‘«([]*(?:[§$€£]\s?)?([\p{L}\p{N}]+)/u.exec(after)?.[1] ?? "";
  if (/^\p{Ll}/u.test(next)) return false;
  if (next === "" && !/^[–—-]/.test(after)) return /^["'“‘«([•*]/u.test(after);
  if (!mark.startsWith(".") || mark.startsWith("...")) return true;
  const before =
    /[\p{L}\p{N}.°-]*$/u.exec(part.slice(Math.max(from, point - 24), point))?.[0].replace(/^\.+/, "") ?? "";
  const word = before.toLowerCase();
  // "8 a.m. – 5 p.m.", "Mon. - Fri."
  if (next === "") return !isAbbreviation(word);
  const opener = sentenceOpeners.has(next.toLowerCase());
  // As much of it as any rule looks at, so that a text of marks alone costs no more than its length.
  const said = part.slice(Math.max(from, point - 60), point);
  if (word === "no" && !/^\d/.test(next)) return true;
  if (word === "m" || word === "min" || word === "max" || word === "art") return !/^[\p{Lu}\d]/u.test(next) || opener;
  if (calendar.has(word)) return /^\p{Lu}/u.test(next) && !ofTime.has(next.toLowerCase());
  if (before === "ft" && /\d\s*ft$/u.test(said)) return true;
  // A small letter alone abbreviates ("z. B."). "EST" is a time zone, "est." is not.
  if ((neverEnding.has(word) && before !== "EST") || /^\p{Ll}$/u.test(before)) return false;
  if (hours.has(word)) return /^\p{Lu}/u.test(next) && !ofTime.has(next.toLowerCase()) && !isZone.test(next);
  if (firms.has(word)) return opener || clause.test(after);
  if (rarelyEnding.has(word)) return opener;
  // A mark at the start of a sentence ("1. Provide", "a. Submit", "10.1.2. Les licences") is no sentence of its own.
  const isFirst = point - from <= 60 && said.trim() === before;
  // "Provide: 1. A plan. 2. A price.": only where the next mark follows, or it is a number that was asked for.
  const second = firstMarks[word];
  if (
    second &&
    /:\s+$/u.test(said.slice(0, -before.length)) &&
    new RegExp(`\\s${second}\\.\\s`).test(part.slice(to, to + 400))
  )
    return false;
  if (isFirst && /^(?:\d{1,3}(?:\.\d{1,3}){0,5}|\p{L}|[ivx]{2,5})$/u.test(word)) return false;
  if (/^\p{Lu}$/u.test(before)) return opener || (labelled.test(said) && clause.test(after));
  if (/^(?:\p{L}\.)+\p{L}$/u.test(before)) return opener;
  if (/^\d{1,2}$/.test(word) && (germanMonths.has(next.toLowerCase()) || isAfterArticle(said.slice(0, -word.length))))
    return false;
  return true;
}

function isAbbreviation(word: string): boolean {
  return [neverEnding, calendar, hours, firms, rarelyEnding].some((known) => known.has(word));
}

function isAfterArticle(before: string): boolean {
  const last = /(\p{L}+)\s*$/u.exec(before)?.[1];
  return last !== undefined && beforeOrdinal.has(last.toLowerCase());
}
