import { alignSequences } from "./align-sequences";
import { hasLostCells } from "./has-lost-cells";
import type { Matched } from "./match-blocks";
import type { Block } from "./reading/block";
import { wordsOf } from "./reading/words";
import { relabelledBlocks } from "./relabelled-blocks";
import { indexedWords, WordIndex } from "./word-index";

/** Texts with fewer words occur by chance inside others; they are counted instead. */
const minWordsToFind = indexedWords;
/** Beyond, pages differ in so many places that what grew and what is new need not be told apart. */
const maxComparisons = 100_000;
/** So many blocks at most are looked at as one. */
const maxJoined = 8;
const maxJoinedWords = 120;
const sameTriples = 0.9;
/** A text that makes up this much of another was there before it grew. */
const grownShare = 0.5;

export interface Remaining {
  removed: Block[];
  added: Block[];
  /** The same words stand in other paragraphs, items or places. */
  isRebuilt: boolean;
}

/**
 * What of the unmatched blocks says something that the other page does not say at all. Set aside are: gaps whose blocks join to the
 * same words; blocks that stand, whole, somewhere on the other page, in its content or around it; and everything, when both sides
 * have the same words and nine tenths of their triples.
 */
export function setAsideMoved(
  matched: Pick<Matched, "removed" | "added">,
  before: { content: readonly Block[]; everything: readonly Block[] },
  after: { content: readonly Block[]; everything: readonly Block[] },
): Remaining {
  if (matched.removed.length === 0 && matched.added.length === 0) return { removed: [], added: [], isRebuilt: false };
  // Told before any block is set aside: a label that also stands elsewhere would be missing from one side.
  if (haveSameWords(matched.removed, matched.added)) return { removed: [], added: [], isRebuilt: true };
  const recut = new Set([
    ...recutBlocks(before.content, after.content),
    ...joinedBlocks(before.content, matched.removed, matched.added),
    ...joinedBlocks(after.content, matched.added, matched.removed),
    ...tabledBlocks(after.content, matched.added, matched.removed),
    ...tabledBlocks(before.content, matched.removed, matched.added),
    ...relabelledBlocks(before.content, matched.removed, matched.added),
    ...relabelledBlocks(after.content, matched.added, matched.removed),
  ]);
  for (const content of [before.content, after.content]) addHeads(content, recut);
  const onBefore = lookup(before.everything);
  const onAfter = lookup(after.everything);
  const emptied = emptiedRows(matched.removed, matched.added);
  const isMoved = (block: Block, here: Lookup, there: Lookup) =>
    recut.has(block) ||
    // What is left of a row stands within what it was.
    (!emptied.has(block) && block.words >= minWordsToFind
      ? there.words.has(block.key.split(" "))
      : (there.counts.get(block.key) ?? 0) >= (here.counts.get(block.key) ?? 0));
  const removed = matched.removed.filter((block) => !isMoved(block, onBefore, onAfter));
  const added = matched.added.filter((block) => !isMoved(block, onAfter, onBefore));
  // What is only stated to machines has no place on the page.
  const shown = (blocks: readonly Block[]) => blocks.filter(({ isStated }) => !isStated).length;
  const isRebuilt = shown(removed) < shown(matched.removed) || shown(added) < shown(matched.added);
  if (haveSameWords(removed, added)) return { removed: [], added: [], isRebuilt: isRebuilt || removed.length > 0 };
  const [wereRemoved, wereAdded] = [grown(added, matched.removed, removed), grown(removed, matched.added, added)];
  return { removed: [...removed, ...wereRemoved], added: [...added, ...wereAdded], isRebuilt };
}

function emptiedRows(removed: readonly Block[], added: readonly Block[]): ReadonlySet<Block> {
  const [old, fresh] = [removed, added].map((blocks) => blocks.filter(({ cells }) => cells.length > 1));
  if (!old || !fresh || old.length * fresh.length > maxComparisons) return new Set();
  return new Set(fresh.filter((row) => old.some((one) => hasLostCells(one, row))));
}

/** A text that only grew is found inside its successor, which is a rewrite and no move. */
function grown(remaining: readonly Block[], unmatched: readonly Block[], kept: readonly Block[]): Block[] {
  const known = new Set(kept);
  const aside = unmatched.filter((block) => block.words >= minWordsToFind && !known.has(block));
  if (remaining.length * aside.length > maxComparisons) return [];
  return remaining.flatMap((whole) => {
    const part = aside.find(
      (block) => block.words >= whole.words * grownShare && ` ${whole.key} `.includes(` ${block.key} `),
    );
    return part ? [part] : [];
  });
}

interface Lookup {
  words: WordIndex;
  counts: Map<string, number>;
}

function lookup(blocks: readonly Block[]): Lookup {
  const counts = new Map<string, number>();
  for (const { key } of blocks) counts.set(key, (counts.get(key) ?? 0) + 1);
  return { words: new WordIndex(blocks.flatMap(({ key }) => (key === "" ? [] : key.split(" ")))), counts };
}

/** Blocks between two that stayed, which join to the same words on both sides. */
function recutBlocks(before: readonly Block[], after: readonly Block[]): Set<Block> {
  const recut = new Set<Block>();
  const pairs = alignSequences(
    before.map((block) => block.key),
    after.map((block) => block.key),
  );
  let [a, b] = [0, 0];
  for (const [atA, atB] of [...pairs, [before.length, after.length] as const]) {
    const [old, fresh] = [before.slice(a, atA), after.slice(b, atB)];
    if (old.length > 0 && fresh.length > 0 && keysOf.some((key) => joined(old, key) === joined(fresh, key))) {
      for (const block of [...old, ...fresh]) recut.add(block);
    }
    [a, b] = [atA + 1, atB + 1];
  }
  return recut;
}

/**
 * Blocks of one side that follow each other and are one block on the other, their words in whatever order: a label and its value that became a row of
 * a table, a card that became a line, or the other way.
 */
function joinedBlocks(content: readonly Block[], unmatched: readonly Block[], others: readonly Block[]): Block[] {
  const wanted = new Map<string, Block[]>();
  for (const block of others) {
    const bag = bagOf(whole(block).split(" "));
    wanted.set(bag, [...(wanted.get(bag) ?? []), block]);
  }
  const free = new Set(unmatched);
  const found: Block[] = [];
  for (const [start, first] of content.entries()) {
    if (first.key === "" || wanted.size === 0) continue;
    const words = whole(first).split(" ");
    for (let end = start + 1; end < Math.min(content.length, start + maxJoined); end++) {
      const next = content[end];
      if (next) words.push(...whole(next).split(" ").filter(Boolean));
      if (words.length > maxJoinedWords) break;
      const parts = content.slice(start, end + 1);
      const bag = bagOf(words);
      const [one] = wanted.get(bag) ?? [];
      // One of them at least must be missing on the other side: what is still there has not become something else.
      if (!one || !parts.some((part) => free.has(part))) continue;
      wanted.set(bag, (wanted.get(bag) ?? []).slice(1));
      found.push(one, ...parts);
      for (const part of parts) free.delete(part);
      break;
    }
  }
  return found;
}

function bagOf(words: readonly string[]): string {
  return [...words].sort().join(" ");
}

/**
 * Rows of a table whose cells stand as lines of their own on the other side, with the head of the column as their label or without one, and those
 * lines; the head goes with its rows.
 */
function tabledBlocks(content: readonly Block[], unmatched: readonly Block[], others: readonly Block[]): Block[] {
  const free = new Set(unmatched);
  const lines = new Map<string, Block[]>();
  for (const block of others) if (block.key !== "") lines.set(block.key, [...(lines.get(block.key) ?? []), block]);
  const found: Block[] = [];
  let head: Block | null = null;
  for (const [at, row] of content.entries()) {
    if (row.kind !== "table_row") continue;
    if (content[at - 1]?.kind !== "table_row") head = row;
    if (!free.has(row) || row.cells.length < 2) continue;
    const taken = row.cells.map((cell, column) => {
      if (cell === "") return null;
      const label = head?.cells[column] ?? "";
      const key = [keyOf(cell), keyOf(`${label} ${cell}`)].find((one) => (lines.get(one) ?? []).length > 0);
      return key === undefined ? undefined : lines.get(key)?.pop();
    });
    if (taken.includes(undefined)) {
      for (const line of taken) if (line) lines.set(line.key, [...(lines.get(line.key) ?? []), line]);
      continue;
    }
    found.push(
      row,
      ...taken.filter((line) => line !== null && line !== undefined),
      ...(head && free.has(head) ? [head] : []),
    );
  }
  return found;
}

/** The head of a table goes with its rows: where all of them stand elsewhere as something else, it has nothing to say. */
function addHeads(content: readonly Block[], recut: Set<Block>): void {
  for (const [at, head] of content.entries()) {
    if (head.kind !== "table_row" || content[at - 1]?.kind === "table_row") continue;
    let end = at + 1;
    while (content[end]?.kind === "table_row") end++;
    const rows = content.slice(at + 1, end);
    if (rows.length > 0 && rows.every((row) => recut.has(row))) recut.add(head);
  }
}

function keyOf(text: string): string {
  return wordsOf(text).join(" ");
}

/** What a block says, without a number at its beginning and with it: what looks like the number of a list is in other company a part of the text. */
const whole = ({ key, enumerator }: Block) => (enumerator ? `${enumerator} ${key}`.trim() : key);
const keysOf = [({ key }: Block) => key, whole];

function joined(blocks: readonly Block[], keyOf: (block: Block) => string): string {
  return blocks.flatMap((block) => keyOf(block) || []).join(" ");
}

function haveSameWords(removed: readonly Block[], added: readonly Block[]): boolean {
  return keysOf.some((key) => areSameWords(joined(removed, key).split(" "), joined(added, key).split(" ")));
}

function areSameWords(old: readonly string[], fresh: readonly string[]): boolean {
  if (old.length !== fresh.length || old.length < minWordsToFind) return false;
  const sorted = [...fresh].sort();
  if ([...old].sort().some((word, index) => word !== sorted[index])) return false;
  const triples = new Set(triplesOf(old));
  const common = triplesOf(fresh).filter((triple) => triples.has(triple)).length;
  return common >= sameTriples * (fresh.length - 2);
}

function triplesOf(words: readonly string[]): string[] {
  return words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`);
}
