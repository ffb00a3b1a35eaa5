import { detectLanguage, type Language } from "./language";
import { questionWords, stopWords } from "./stop-words";
import { questionTokens, stemWord } from "./tokens";

/** A word of the query and the stems under which the languages of the workspace index it. */
export interface QueryWord {
  word: string;
  stems: string[];
}

export type Asked = "date" | "number" | "name";

export interface ParsedQuery {
  text: string;
  language: Language;
  /** In the order asked, each once. */
  words: QueryWord[];
  /** Neighbours in the question: indexes into `words`. */
  pairs: [number, number][];
  asksFor: Asked | null;
}

/** Longer queries are cut: past this many words nothing gets better, and the work grows. */
const MAX_WORDS = 64;
const MAX_LENGTH = 4_000;

const cues: [Asked, RegExp][] = [
  [
    "date",
    /\b(?:when|what (?:year|date|day|month|time|century)|which (?:year|date|day|month|century)|deadline|due date|wann|welche[sm] (?:jahr|datum|tag)|quand|quelle (?:date|année)|cuándo|quando|wanneer)\b/iu,
  ],
  [
    "number",
    /\b(?:how (?:many|much|long|often|large|big|high|old|far)|what (?:number|percentage|percent|amount|share)|wie ?(?:viele?|lange|oft|hoch)|combien|cuánt[oa]s?|quant[oiea]|hoeveel)\b/iu,
  ],
  ["name", /\b(?:who|whom|whose|wer|wen|wem|wessen|qui|quién|chi|quem|wie is)\b/iu],
];

/** Reads a search or a question. `indexed` are the languages of the workspace's chunks: a word is looked up under its stem in each. */
export function parseQuery(text: string, indexed: readonly Language[]): ParsedQuery {
  const cut = text.slice(0, MAX_LENGTH);
  const language = detectLanguage(cut, indexed[0] ?? "en");
  const others = indexed.filter((other) => other !== language);
  const words: QueryWord[] = [];
  const indexOf = new Map<string, number>();
  const sequence: number[] = [];
  for (const token of questionTokens(cut, language).slice(0, MAX_WORDS)) {
    let index = indexOf.get(token.stem);
    if (index === undefined) {
      const raw = cut.slice(token.start, token.end);
      const stems = new Set([token.stem]);
      for (const other of others) {
        const lower = raw.toLowerCase();
        if (!stopWords(other).has(lower) && !questionWords(other).has(lower)) stems.add(stemWord(raw, other));
      }
      index = words.length;
      words.push({ word: token.word, stems: [...stems] });
      indexOf.set(token.stem, index);
    }
    sequence.push(index);
  }
  const pairs: [number, number][] = [];
  const seen = new Set<string>();
  for (let at = 0; at + 1 < sequence.length; at++) {
    const pair: [number, number] = [sequence[at] as number, sequence[at + 1] as number];
    if (pair[0] === pair[1] || seen.has(pair.join())) continue;
    seen.add(pair.join());
    pairs.push(pair);
  }
  return { text: cut, language, words, pairs, asksFor: cues.find(([, cue]) => cue.test(cut))?.[0] ?? null };
}
