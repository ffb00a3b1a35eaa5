import { wordsKey } from "../amendments/requirement-words";
import type { ExtractedRequirement } from "../shredding/extracted-requirement";
import type { compareDemands } from "./compare-demands";

type Compared = ReturnType<typeof compareDemands>;

/** Below this many letters equal words are chance ("Visual design"). */
const sureLength = 40;

/**
 * What a new version of one paper demands that another paper had demanded before, word for word: its row comes, and is no news. `after`: the demands
 * of the new version; `elsewhere`: those of the other papers as they stood before it.
 */
export function leaveOutKnown(
  compared: Compared,
  after: readonly ExtractedRequirement[],
  elsewhere: readonly ExtractedRequirement[],
): Compared {
  const stood = new Set(elsewhere.map(({ quote }) => wordsKey(quote)).filter((key) => key.length >= sureLength));
  if (stood.size === 0) return compared;
  const isKnown = (text: string | undefined) => text !== undefined && stood.has(wordsKey(text));
  return {
    changes: compared.changes.map((change) =>
      change.type === "added" && change.after !== null && isKnown(after[change.after]?.quote)
        ? { ...change, isStanding: true }
        : change,
    ),
    summaryChanges: compared.summaryChanges.filter((change) => change.type !== "added" || !isKnown(change.after.text)),
  };
}
