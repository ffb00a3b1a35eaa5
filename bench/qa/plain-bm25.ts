import { detectLanguage } from "@/server/knowledge/retrieval/language";
import { questionTokens } from "@/server/knowledge/retrieval/tokens";
import type { PreparedDocument } from "@/server/knowledge/writing/prepared-document";
import type { Citation } from "./match-answers";

const K1 = 1.2;
const B = 0.75;

/** The peer: the best sentences by BM25 (Robertson), nothing else known of structure, synonyms or kinds of question. */
export function topSentences(
  question: string,
  documents: readonly PreparedDocument[],
  limit: number,
  maxWords: number,
): Citation[] {
  const stems = [...new Set(questionTokens(question, detectLanguage(question)).map((token) => token.stem))];
  const units = documents.flatMap((document) =>
    document.units.map((unit, index) => ({ document, unit, own: document.terms[index]?.own ?? [] })),
  );
  const average = units.reduce((sum, unit) => sum + unit.own.length, 0) / Math.max(1, units.length);
  const df = new Map(stems.map((stem) => [stem, units.filter((unit) => unit.own.includes(stem)).length]));
  return units
    .map(({ document, unit, own }) => {
      let score = 0;
      for (const stem of stems) {
        const tf = own.filter((one) => one === stem).length;
        const n = df.get(stem) ?? 0;
        if (tf > 0)
          score +=
            Math.log(1 + (units.length - n + 0.5) / (n + 0.5)) *
            ((tf * (K1 + 1)) / (tf + K1 * (1 - B + (B * own.length) / average)));
      }
      return {
        score,
        document: document.name,
        quote: document.text.slice(unit.start, unit.end).split(/\s+/).slice(0, maxWords).join(" "),
      };
    })
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ document, quote }) => ({ document, quote }));
}
