import { tokenize } from "../../retrieval/tokens";
import { matchLexicon } from "../lexicon";

/** "How", "when" and "we" tell something together; alone they stand everywhere. */
const [OF_STOP_WORD, OF_PAIR, OF_TERM] = [0.5, 0.6, 0.4];
const MOST_TERMS = 10;

/**
 * What the matter of an English question is learned from: its stems, pairs of neighbours, and the words of papers to which the lexicon leads from them.
 * Values make a vector of length 1.
 */
export function topicFeatures(question: string): Map<string, number> {
  const features = new Map<string, number>();
  const add = (name: string, value: number) => features.set(name, Math.max(features.get(name) ?? 0, value));
  const tokens = tokenize(question, "en");
  for (const [at, { stem, isStop }] of tokens.entries()) {
    add(`word:${stem}`, isStop ? OF_STOP_WORD : 1);
    const next = tokens[at + 1];
    if (next) add(`pair:${stem} ${next.stem}`, OF_PAIR);
  }
  const matches = matchLexicon(
    tokens.map(({ stem }) => stem),
    (at) => tokens[at]?.isStop === false,
  );
  for (const { stems, weight } of matches.flatMap(({ alternatives }) => alternatives.slice(0, MOST_TERMS)))
    for (const stem of stems) add(`term:${stem}`, OF_TERM * weight);
  const length = Math.hypot(...features.values()) || 1;
  for (const [name, value] of features) features.set(name, value / length);
  return features;
}
