import { english } from "./english";
import { french } from "./french";
import { german } from "./german";
import type { Grammar } from "./judgement";
import { spanish } from "./spanish";

const smallWords: [Grammar, RegExp][] = [
  [english, /\b(?:the|of|and|to|shall|for|is|that|with|by)\b/gi],
  [german, /\b(?:der|die|das|und|ist|sind|den|dem|für|mit|nicht|werden|zu)\b/gi],
  [french, /(?<!\p{L})(?:le|la|les|des|et|est|du|une|dans|pour|sont|au)(?!\p{L})/giu],
  [spanish, /(?<!\p{L})(?:el|la|los|las|del|y|en|un|una|por|para|con|al|se)(?!\p{L})/giu],
];
const SAMPLE = 8_000;

/** The grammar that fits a text: the one whose small words are most frequent; English where none stands out. */
export function grammarFor(text: string): Grammar {
  const sample = text.slice(0, SAMPLE);
  let best: { grammar: Grammar; hits: number } = { grammar: english, hits: 0 };
  for (const [grammar, pattern] of smallWords) {
    const hits = sample.match(pattern)?.length ?? 0;
    if (hits > best.hits) best = { grammar, hits };
  }
  return best.grammar;
}
