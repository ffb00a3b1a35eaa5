import { readDates } from "../gate/read-dates";
import type { Block } from "./reading/block";
import { wordsOf } from "./reading/words";

/** So many days must have stayed for the others to be the ends of a window. */
const fewestKept = 2;
const maxDayWords = 5;
const dayMs = 86_400_000;

interface Unmatched {
  removed: Block[];
  added: Block[];
}

/**
 * Without what is only there because a page of the last days, or of the next ones, shows other days now: the days that rolled in and out, what stood under
 * those that rolled out, and the line that stands under every day on which nothing happened.
 */
export function withoutRolledDays<T extends Unmatched>(
  unmatched: T,
  before: readonly Block[],
  after: readonly Block[],
): T {
  const [old, fresh] = [daysOf(before), daysOf(after)];
  if (!isRolled([...old.values()], [...fresh.values()])) return unmatched;
  const [left, stayed] = [new Set(old.values()), new Set(fresh.values())];
  const rolledOut = under(before, old, (day) => !stayed.has(day));
  const rolledIn = new Set([...fresh].flatMap(([block, day]) => (left.has(day) ? [] : [block])));
  const fillers = repeated([...under(before, old, () => true), ...under(after, fresh, () => true)]);
  return {
    ...unmatched,
    removed: unmatched.removed.filter((block) => !rolledOut.has(block) && !fillers.has(block.key)),
    added: unmatched.added.filter((block) => !rolledIn.has(block) && !fillers.has(block.key)),
  };
}

/** Blocks that are a date and nothing else, each with its day. */
function daysOf(blocks: readonly Block[]): Map<Block, number> {
  const days = new Map<Block, number>();
  for (const block of blocks) {
    if (block.words === 0 || block.words > maxDayWords || block.cells.length > 0) continue;
    const { figures, rest } = readDates(block.text);
    const [date, ...others] = figures;
    // A weekday may stand beside it.
    if (date?.kind !== "date" || others.length > 0 || wordsOf(rest).length > 1) continue;
    const [, year, month, day] = /^(\d{4})?-(\d{2})-(\d{2})$/.exec(date.values[0] ?? "") ?? [];
    if (month && day) days.set(block, Date.UTC(Number(year ?? 2001), Number(month) - 1, Number(day)) / dayMs);
  }
  return days;
}

/** Both are all days on end, of the same number, and some of them are the same. */
function isRolled(old: readonly number[], fresh: readonly number[]): boolean {
  const kept = old.filter((day) => fresh.includes(day)).length;
  return kept >= fewestKept && kept < old.length && old.length === fresh.length && [old, fresh].every(areOnEnd);
}

function areOnEnd(days: readonly number[]): boolean {
  const step = (days[1] ?? 0) - (days[0] ?? 0);
  return Math.abs(step) === 1 && days.every((day, at) => at === 0 || day - (days[at - 1] ?? 0) === step);
}

/** The days that are chosen, with what stands under them up to the next day, or to the next heading of the part that the days stand in. */
function under(
  blocks: readonly Block[],
  days: ReadonlyMap<Block, number>,
  isChosen: (day: number) => boolean,
): Set<Block> {
  const found = new Set<Block>();
  let [isOpen, isAmongDays, level] = [false, false, 1];
  for (const block of blocks) {
    const day = days.get(block);
    if (day !== undefined) {
      isOpen = isChosen(day);
      isAmongDays = true;
    } else if (block.kind === "heading" && (!isAmongDays || block.level <= level)) {
      [isOpen, isAmongDays, level] = [false, false, block.level];
    }
    if (isOpen) found.add(block);
  }
  return found;
}

function repeated(blocks: readonly Block[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { key } of blocks) counts.set(key, (counts.get(key) ?? 0) + 1);
  return new Set([...counts].flatMap(([key, count]) => (count > 2 ? [key] : [])));
}
