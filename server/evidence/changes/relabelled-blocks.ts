import type { Block } from "./reading/block";
import { wordsOf } from "./reading/words";

/** Beyond, pages differ in so many places that nobody laid them out anew. */
const maxComparisons = 100_000;
const maxLineWords = 40;
const maxLabelWords = 4;
/** Words that a line may put between the values that it joins: "set up in", "from". */
const maxJoining = 4;
/** Another word than these between two values may turn their meaning. */
const turning =
  /^(?:no|not|never|without|only|excluding|except|kein\p{L}*|nicht|nie|ohne|nur|pas|jamais|sans|sauf|nunca|sin|solo)$/iu;

/**
 * Values that stood alone, each under or beside a label, and stand joined in one line of the other side, which calls them otherwise or not at all: the
 * values, their labels and the line. Every value must be there whole, and the line must say no other figure.
 */
export function relabelledBlocks(
  content: readonly Block[],
  unmatched: readonly Block[],
  others: readonly Block[],
): Block[] {
  if (unmatched.length < 2 || unmatched.length * others.length > maxComparisons) return [];
  const free = new Set(unmatched);
  const places = new Map(content.map((block, at) => [block, at]));
  const values = [...free].flatMap((block): Placed[] => {
    const at = places.get(block);
    return at === undefined || block.key === "" ? [] : [{ block, at }];
  });
  values.sort((a, b) => a.at - b.at);
  const found: Block[] = [];
  for (const line of others) {
    if (line.words > maxLineWords || line.kind === "heading") continue;
    const { taken, rest } = valuesIn(line, values, free);
    const said = taken.reduce((sum, { block }) => sum + block.words, 0);
    const isJoining = rest.length <= maxJoining && rest.every((word) => !/\p{N}/u.test(word) && !turning.test(word));
    if (taken.length < 2 || !isJoining || said < line.words / 2) continue;
    const parts = taken.flatMap(({ block, at }) => {
      const label = content[at - 1];
      return label && free.has(label) && isLabel(label) ? [label, block] : [block];
    });
    found.push(line, ...parts);
    for (const part of parts) free.delete(part);
  }
  return found;
}

interface Placed {
  block: Block;
  at: number;
}

/** Values of one neighbourhood that stand in the line, and the line's words beside them. */
function valuesIn(line: Block, values: readonly Placed[], free: ReadonlySet<Block>) {
  let text = ` ${line.key} `;
  const taken: Placed[] = [];
  for (const value of values) {
    const { block, at } = value;
    if (!free.has(block) || !text.includes(` ${block.key} `)) continue;
    const last = taken.at(-1);
    if (last && at - last.at > 2) continue;
    text = text.replace(` ${block.key} `, " \n ");
    taken.push(value);
  }
  return { taken, rest: wordsOf(text) };
}

function isLabel({ kind, words, key }: Block): boolean {
  return kind !== "heading" && words <= maxLabelWords && !/\p{N}/u.test(key);
}
