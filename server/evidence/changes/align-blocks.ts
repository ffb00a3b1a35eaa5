import { alignSequences } from "./align-sequences";
import type { CapturedPage, ComparisonScope, WordChange } from "./comparison";
import { diffWords } from "./diff-words";
import { pairBlocks } from "./pair-blocks";
import type { Block } from "./reading/block";
import { readPage } from "./reading/read-page";

export interface ShownBlock {
  kind: Block["kind"];
  /** Level of a heading, else 0. */
  level: number;
  text: string;
}

/** One line of a side-by-side view. Without `before` it was added, without `after` removed, with both and no `words` it stayed. */
export interface AlignedRow {
  before?: ShownBlock;
  after?: ShownBlock;
  /** Only where both sides are there and differ. Joined, `same` and `added` give the new text. */
  words?: WordChange[];
}

/** A viewer shows no more; what follows is left out on both sides. */
const maxRows = 5_000;
/** Rewritten blocks that are compared word by word; the rest are shown whole, one above the other. */
const maxWordDiffs = 1_000;
const maxDiffCharacters = 20_000;

/**
 * The content of two captures block beside block, in the order of both: removed blocks stand before what was added in their place.
 * Where the scope is missing on one side, that side is empty; `@throws InvalidSelectorError` as `compareCaptures` does.
 */
export function alignBlocks(before: CapturedPage, after: CapturedPage, scope?: ComparisonScope): AlignedRow[] {
  const [old, fresh] = [shownBlocks(before, scope), shownBlocks(after, scope)];
  const rows: AlignedRow[] = [];
  let diffs = 0;
  const pushGap = (removed: readonly Block[], added: readonly Block[]) => {
    for (const [was, is] of gapRows(removed, added, old, fresh)) {
      if (!was || !is) rows.push({ ...(was ? { before: shown(was) } : {}), ...(is ? { after: shown(is) } : {}) });
      else {
        const isWorth = diffs++ < maxWordDiffs && was.text.length + is.text.length <= maxDiffCharacters;
        rows.push({
          before: shown(was),
          after: shown(is),
          words: isWorth ? diffWords(was.text, is.text) : replaced(was, is),
        });
      }
    }
  };
  let [a, b] = [0, 0];
  for (const [atA, atB] of alignSequences(keysOf(old), keysOf(fresh))) {
    pushGap(old.slice(a, atA), fresh.slice(b, atB));
    const [was, is] = [old[atA], fresh[atB]];
    if (was && is) rows.push({ before: shown(was), after: shown(is) });
    [a, b] = [atA + 1, atB + 1];
    if (rows.length >= maxRows) return rows.slice(0, maxRows);
  }
  pushGap(old.slice(a), fresh.slice(b));
  return rows.slice(0, maxRows);
}

function shownBlocks(page: CapturedPage, scope: ComparisonScope | undefined): Block[] {
  return (readPage(page, scope)?.content ?? []).filter((block) => block.text !== "");
}

function keysOf(blocks: readonly Block[]): string[] {
  return blocks.map((block) => (block.key === "" ? block.text : block.key));
}

function shown({ kind, level, text }: Block): ShownBlock {
  return { kind, level, text };
}

function replaced(was: Block, is: Block): WordChange[] {
  return [
    { op: "removed", text: was.text },
    { op: "added", text: is.text },
  ];
}

/** The blocks between two that stayed: rewritten ones beside each other as long as their order allows, the others alone. */
function gapRows(
  removed: readonly Block[],
  added: readonly Block[],
  before: readonly Block[],
  after: readonly Block[],
): [Block | null, Block | null][] {
  if (removed.length === 0) return added.map((block) => [null, block]);
  if (added.length === 0) return removed.map((block) => [block, null]);
  const partner = new Map(pairBlocks(removed, added, before, after).pairs.map(([was, is]) => [is, was]));
  const placeOf = new Map(removed.map((block, index) => [block, index]));
  const rows: [Block | null, Block | null][] = [];
  let next = 0;
  for (const block of added) {
    const was = partner.get(block);
    const at = was ? (placeOf.get(was) ?? -1) : -1;
    if (!was || at < next) {
      rows.push([null, block]);
      continue;
    }
    for (const gone of removed.slice(next, at)) rows.push([gone, null]);
    rows.push([was, block]);
    next = at + 1;
  }
  for (const gone of removed.slice(next)) rows.push([gone, null]);
  return rows;
}
