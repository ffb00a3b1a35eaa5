import { maskFigures } from "./mask-figures";
import { readPrices } from "./read-prices";
import type { Block } from "./reading/block";
import { wordsOf } from "./reading/words";

/** Where the entries of a page lead, and of which entry each block is a part. */
export interface Things {
  targets: ReadonlySet<string>;
  headings: ReadonlyMap<string, readonly string[]>;
  /** Texts of all headings. */
  titles: ReadonlySet<string>;
  /** What the links call what they lead to, by where they lead. */
  names: ReadonlyMap<string, string>;
}

/** Blocks that share this much of their words are the same thing, whatever it is called now. */
const sameLikeness = 0.6;
const sameName = 0.5;
/** Part of a row's other cells that must have stayed for it to be the same row under another name. */
const sameCells = 0.5;

export function thingsOf(blocks: readonly Block[]): Things {
  const headings = new Map<string, string[]>();
  const targets = new Set<string>();
  const names = new Map<string, string>();
  for (const { kind, text, links } of blocks) {
    const leads = links.map(({ target }) => target).filter(leadsToThing);
    for (const target of leads) targets.add(target);
    for (const { target, text } of links)
      if (!names.has(target) && /\p{L}/u.test(text) && readPrices(text).length === 0) names.set(target, text);
    if (kind === "heading" && leads.length > 0) headings.set(text, leads);
  }
  const titles = new Set(blocks.flatMap(({ kind, text }) => (kind === "heading" ? [text] : [])));
  return { targets, headings, names, titles };
}

/**
 * Whether two blocks of like form are about two things: an article that went and another that came have a row each, and the price of one has not become
 * that of the other. Rows are told apart by their first cell, cards by where they lead.
 */
export function areOtherThings(
  [old, before]: [Block, Things],
  [fresh, after]: [Block, Things],
  likeness: number,
): boolean {
  if (areOfOthers([old, before], [fresh, after])) return true;
  const isRow = old.cells.length > 1 && old.cells.length === fresh.cells.length;
  const [was, is] = isRow ? [[], []] : [leadsOf(old, before), leadsOf(fresh, after)];
  if (!isRow && (was.length === 0 || is.length === 0)) return false;
  if (areLinksElsewhere([old, before], [fresh, after])) return true;
  // Lines of one form have their words in common, whatever they are about.
  if (likeness >= sameLikeness && maskFigures(old.key) !== maskFigures(fresh.key)) return false;
  if (isRow) return areOtherRows(old.cells, fresh.cells);
  if (isLike(nameOf(old, before), nameOf(fresh, after))) return false;
  return was.every((target) => !after.targets.has(target)) && is.every((target) => !before.targets.has(target));
}

/**
 * Two links that lead to two things: of which one at least is on the page as well before as after, or which are the prices of what is called otherwise.
 */
function areLinksElsewhere([old, before]: [Block, Things], [fresh, after]: [Block, Things]): boolean {
  if (!old.isLinkOnly || !fresh.isLinkOnly) return false;
  const [was, is] = [old, fresh].map(({ links }) => links.map(({ target }) => target).filter(leadsToThing));
  if (!was?.length || !is?.length || was.some((target) => is.includes(target))) return false;
  if (was.every((target) => after.targets.has(target)) || is.every((target) => before.targets.has(target))) return true;
  const [name, other] = [before.names.get(was[0] ?? ""), after.names.get(is[0] ?? "")];
  const arePrices = [old, fresh].every(({ text }) => readPrices(text).length > 0);
  return arePrices && name !== undefined && other !== undefined && name !== other;
}

/** Lines without a word in common, under the names of one who has gone and of one who has come. */
function areOfOthers([old, before]: [Block, Things], [fresh, after]: [Block, Things]): boolean {
  if (!old.heading || !fresh.heading || before.titles.has(fresh.heading) || after.titles.has(old.heading)) return false;
  if (isLike(old.heading, fresh.heading)) return false;
  const [was, is] = [old, fresh].map(({ key }) =>
    key
      .toLowerCase()
      .split(" ")
      .filter((word) => /\p{L}/u.test(word)),
  );
  return (
    was !== undefined && is !== undefined && was.length > 0 && is.length > 0 && !was.some((word) => is.includes(word))
  );
}

function areOtherRows(old: readonly string[], fresh: readonly string[]): boolean {
  const at = old.findIndex((cell, column) => /\p{L}/u.test(cell) && /\p{L}/u.test(fresh[column] ?? ""));
  if (at < 0 || isLike(old[at] ?? "", fresh[at] ?? "")) return false;
  const others = old.flatMap((cell, column) => (column === at || cell === "" ? [] : [cell === fresh[column]]));
  return others.length > 0 && others.filter(Boolean).length < others.length * sameCells;
}

/** A number that one may ring is no thing of its own. */
const leadsToThing = (target: string) => !/^(?:tel|fax|sms|mailto|whatsapp):/i.test(target);

function leadsOf(block: Block, { headings }: Things): readonly string[] {
  const own = block.links.map(({ target }) => target).filter(leadsToThing);
  if (own.length > 0) return own;
  return block.heading === null ? [] : (headings.get(block.heading) ?? []);
}

/** What the thing is called: by the heading that leads where it does or stands over it, else by its own link. */
function nameOf(block: Block, things: Things): string {
  const { kind, heading, links, text } = block;
  if (kind === "heading") return text;
  const above = heading === null ? [] : (things.headings.get(heading) ?? []);
  const isItsHeading = links.length === 0 || links.some(({ target }) => above.includes(target));
  return isItsHeading ? (heading ?? "") : (links[0]?.text ?? "");
}

/** Half of the words that are no figures are the same. */
function isLike(a: string, b: string): boolean {
  const [old, fresh] = [a, b].map((text) => wordsOf(text.toLowerCase()).filter((word) => /\p{L}/u.test(word)));
  if (!old || !fresh || old.length + fresh.length === 0) return false;
  const left = [...fresh];
  const common = old.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return (2 * common.length) / (old.length + fresh.length) >= sameName;
}
