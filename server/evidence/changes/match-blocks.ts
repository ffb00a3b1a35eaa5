import type { Block } from "./reading/block";

export interface Matched {
  same: [Block, Block][];
  removed: Block[];
  added: Block[];
  /** Figures that stand under each other's headings now. */
  exchanged: { removed: Block[]; added: Block[] };
}

/** Words up to which a block with a figure says little without what it stands under. */
const maxFigureWords = 4;

/**
 * Which blocks say the same on both sides, wherever they stand: a list in another order is no change. Blocks of one key are paired by
 * their heading first. A short figure that is now under another heading that was there before is told as changed: two prices have been
 * exchanged.
 */
export function matchBlocks(before: readonly Block[], after: readonly Block[]): Matched {
  const headings = [before, after].map(
    (blocks) => new Set(blocks.filter((b) => b.kind === "heading").map((b) => b.text)),
  );
  const [nextOfBefore, nextOfAfter] = [nextHeadings(before), nextHeadings(after)];
  const waiting = new Map<string, Block[]>();
  for (const block of before) {
    const known = waiting.get(block.key);
    if (known) known.push(block);
    else waiting.set(block.key, [block]);
  }
  const matched: Matched = { same: [], removed: [], added: [], exchanged: { removed: [], added: [] } };
  // Those under their own headings first: a button that stands under each plan must not be taken by a new plan.
  const partners = new Map<Block, Block>();
  for (const isPartner of [isTwin, isUnderSame, isOfKind, () => true]) {
    for (const block of after) {
      const candidates = partners.has(block) ? undefined : waiting.get(block.key);
      if (!candidates || candidates.length === 0) continue;
      const at = candidates.findIndex((other) => isPartner(other, block));
      const [other] = at < 0 ? [] : candidates.splice(at, 1);
      if (other) partners.set(block, other);
    }
  }
  for (const block of after) {
    const other = partners.get(block);
    if (other) matched.same.push([other, block]);
    else matched.added.push(block);
  }
  for (const blocks of waiting.values()) matched.removed.push(...blocks);
  const isExchanged = ([old, fresh]: [Block, Block]) =>
    isFigure(fresh) &&
    old.heading !== fresh.heading &&
    nextOfBefore.get(old) !== nextOfAfter.get(fresh) &&
    [old.heading, fresh.heading].every((heading) => heading !== null && headings.every((known) => known.has(heading)));
  for (const pair of matched.same.filter(isExchanged)) {
    matched.exchanged.removed.push(pair[0]);
    matched.exchanged.added.push(pair[1]);
  }
  matched.same = matched.same.filter((pair) => !isExchanged(pair));
  return matched;
}

function isFigure(block: Block): boolean {
  return block.kind !== "heading" && block.words <= maxFigureWords && /\p{N}/u.test(block.key);
}

/** The heading that follows each block: where titles stand below their figures, it is what they belong to. */
const isUnderSame = (one: Block, other: Block) => one.heading === other.heading;
/** A heading is no line of a menu that says the same. */
const isOfKind = (one: Block, other: Block) => one.kind === other.kind && one.level === other.level;
const isTwin = (one: Block, other: Block) => isUnderSame(one, other) && isOfKind(one, other);

function nextHeadings(blocks: readonly Block[]): Map<Block, string | null> {
  const next = new Map<Block, string | null>();
  let heading: string | null = null;
  for (const block of [...blocks].reverse()) {
    next.set(block, heading);
    if (block.kind === "heading") heading = block.text;
  }
  return next;
}
