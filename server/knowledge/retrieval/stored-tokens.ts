import type { Language } from "./language";
import type { TermCount } from "./postings";
import { tokenize } from "./tokens";

/**
 * What ranking needs of a chunk's words, written beside the chunk: the first line is the title (with the headings), each further
 * line a sentence. A line opens with what the sentence holds (d: a date, n: a number, c: a name inside; - for none), then its
 * words without stop words: `stem`, `stem|ending` when the word is longer than its stem, `stem/word` when it differs.
 */
export interface TokenLine {
  stems: string[];
  words: string[];
  hasDate: boolean;
  hasNumber: boolean;
  hasName: boolean;
}

/** Rough ends of sentences: good enough to weigh words that stand together, never shown to anyone. */
const sentenceEnd = /(?<=[.!?;:])\s+(?=[\p{Lu}\p{N}"'(“‘-])|\n+/u;
const dateWord =
  /\b(?:1[0-9]{3}|20[0-9]{2}|january|february|march|april|june|july|august|september|october|november|december|januar|februar|märz|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|abril|junio|julio|agosto|octubre|noviembre|diciembre|monday|tuesday|wednesday|thursday|friday|century|\d+(?:th|st|nd|rd)|a\.m|p\.m|noon|uhr)\b/iu;
const numberWord =
  /[0-9]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|million|billion|half|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|hundert|tausend|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|cent|mille)\b/iu;
const nameInside = /\S\s+[("'“‘]?\p{Lu}/u;

export function encodeTokens(title: string, text: string, language: Language): string {
  const lines = [title, ...text.split(sentenceEnd)];
  return lines
    .map((line) => encodeLine(line, language))
    .filter((line, index) => index === 0 || line !== "")
    .join("\n");
}

function encodeLine(line: string, language: Language): string {
  const words: string[] = [];
  for (const token of tokenize(line, language)) {
    if (token.isStop) continue;
    if (token.word === token.stem) words.push(token.stem);
    else if (token.word.startsWith(token.stem)) words.push(`${token.stem}|${token.word.slice(token.stem.length)}`);
    else words.push(`${token.stem}/${token.word}`);
  }
  if (words.length === 0) return "";
  const holds = `${dateWord.test(line) ? "d" : ""}${numberWord.test(line) ? "n" : ""}${nameInside.test(line) ? "c" : ""}`;
  return `${holds || "-"} ${words.join(" ")}`;
}

/** The lines of stored tokens; the first is the title's and may be empty. */
export function decodeTokens(stored: string): TokenLine[] {
  return stored.split("\n").map((line) => {
    const [holds = "", ...parts] = line.split(" ");
    const stems: string[] = [];
    const words: string[] = [];
    for (const part of parts) {
      const bar = part.indexOf("|");
      const slash = bar < 0 ? part.indexOf("/") : -1;
      if (bar >= 0) {
        const stem = part.slice(0, bar);
        stems.push(stem);
        words.push(stem + part.slice(bar + 1));
      } else if (slash >= 0) {
        stems.push(part.slice(0, slash));
        words.push(part.slice(slash + 1));
      } else {
        stems.push(part);
        words.push(part);
      }
    }
    return { stems, words, hasDate: holds.includes("d"), hasNumber: holds.includes("n"), hasName: holds.includes("c") };
  });
}

/** The title counts this often, in word counts and in length. */
export const TITLE_WEIGHT = 3;

/** How often each stem occurs, and the length that BM25 divides by. */
export function countTerms(lines: readonly TokenLine[]): { counts: Map<string, TermCount>; length: number } {
  const counts = new Map<string, TermCount>();
  let length = 0;
  for (const [index, line] of lines.entries()) {
    const field = index === 0 ? "title" : "body";
    length += line.stems.length * (index === 0 ? TITLE_WEIGHT : 1);
    for (const stem of line.stems) {
      const count = counts.get(stem);
      if (count) count[field]++;
      else counts.set(stem, { title: 0, body: 0, [field]: 1 });
    }
  }
  return { counts, length: Math.min(65_535, Math.max(1, length)) };
}
