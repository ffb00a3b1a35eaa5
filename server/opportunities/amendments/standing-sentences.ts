import { splitSentences } from "@/server/knowledge/units";
import type { TenderDocument } from "../tender-document";
import type { RequirementComparison } from "./compared-requirement";
import { frameOf } from "./frame-of";
import { alikeness, wordsKey } from "./requirement-words";

/** The sentences of a paper by their words, whether they demand something or not. */
export function sentencesByWords(document: TenderDocument): Map<string, string> {
  const sentences = new Map<string, string>();
  for (const block of document.blocks) {
    if (block.kind === "code") continue;
    const text = document.text.slice(block.start, block.end);
    for (const part of [text, ...splitSentences(text).map(({ start, end }) => text.slice(start, end))]) {
      const key = wordsKey(part);
      if (key !== "" && !sentences.has(key)) sentences.set(key, part.replace(/\s+/g, " ").trim());
    }
  }
  return sentences;
}

/**
 * What is read as a demand in one version only, while the very words stand in both, has not changed: another sentence near it made it read
 * otherwise. Such removals and additions count as unchanged.
 */
export function withoutStanding(
  comparison: RequirementComparison,
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
): RequirementComparison {
  const counts = { ...comparison.counts };
  const changes = comparison.changes.filter((change) => {
    const stands =
      (change.type === "removed" && after.has(wordsKey(change.before.text))) ||
      (change.type === "added" && before.has(wordsKey(change.after.text)));
    if (stands) {
      counts[change.type] -= 1;
      counts.unchanged += 1;
    }
    return !stands;
  });
  return { changes, counts };
}

/** From here on a sentence that demands nothing is the one that a demand was turned into. */
const TURNED = 0.6;
const MOST_LOOKED_AT = 300;

/** Of a demand that has gone: the sentence that says nearly the same now and demands it no more ("must include" became "we prefer"). */
export function findTurned(
  removed: readonly string[],
  sentences: ReadonlyMap<string, string>,
  demands: ReadonlySet<string>,
): Map<string, string> {
  const turned = new Map<string, string>();
  if (removed.length > MOST_LOOKED_AT) return turned;
  const free = [...sentences]
    .filter(([key]) => !demands.has(key))
    .map(([key, text]) => ({ words: key.split(" "), text }));
  for (const text of removed) {
    const words = wordsKey(text).split(" ");
    if (words.length < 6) {
      // "Best and final offers | 25 October": too short to be alike by chance, unless only its figures differ.
      const row = free.find((one) => frameOf(one.text) === frameOf(text));
      if (row && frameOf(text).split(" ").length > 1) turned.set(text, row.text);
      continue;
    }
    const best = free
      .filter((one) => one.words.length <= words.length * 2.5 && one.words.length * 2.5 >= words.length)
      .map((one) => ({ one, share: alikeness(words, one.words, () => 1) }))
      .reduce<{ share: number; text: string }>(
        (a, { one, share }) => (share > a.share ? { share, text: one.text } : a),
        { share: 0, text: "" },
      );
    if (best.share >= TURNED) turned.set(text, best.text);
  }
  return turned;
}
