import type { Alternative } from "./lexicon";
import { packedThesaurus } from "./lexicon/thesaurus-packed";

/** What a word beside the question's own counts for, nearest first: one sense of several is meant, and nobody said that it is this one. */
const LEVELS = [0.27, 0.17, 0.1];

let lines: Map<string, string> | null = null;

/** English words that stand beside one that the lexicon of tenders does not know: of the same sense, derived, above and below it. */
export function wordsBeside(stem: string): Alternative[] {
  lines ??= new Map(
    packedThesaurus
      .trim()
      .split("\n")
      .map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1)]),
  );
  const levels = lines.get(stem)?.split("/") ?? [];
  return levels.flatMap((words, level) =>
    words.split(",").flatMap((word) => (word ? [{ stems: [word], weight: LEVELS[level] as number }] : [])),
  );
}
