import type { Block } from "./reading/block";

const dayFirst = /^(\d{1,2})(?:er|st|nd|rd|th|\.)?\s(?:(?:of|de)\s)?(\p{L}{3,10})\.?,?\s(?:de\s)?(\d{4})$/u;
const monthFirst = /^(\p{L}{3,10})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})$/u;
const leastDates = 4;
/** A plan that is put off by a day does not reach over so many years. */
const leastYears = 3;
const leastLastDay = 28;

interface LoneDate {
  day: number;
  month: string;
  year: string;
}

/**
 * Whether all dates that stand alone on a page, over several years, have moved by the same one day: they were written in another time
 * zone. Then they are taken off both sides.
 */
export function withoutOtherZone(old: Block[], fresh: Block[]): [Block[], Block[]] {
  const [was, is] = [datesOf(old), datesOf(fresh)];
  if (was.size < leastDates || was.size !== is.size) return [old, fresh];
  const before = [...was.values()];
  const moves = [...is.values()].map((date, at) => moved(before[at], date));
  const years = new Set(before.map(({ year }) => year));
  if (years.size < leastYears || moves[0] === 0 || moves.some((move) => move !== moves[0])) return [old, fresh];
  return [old.filter((block) => !was.has(block)), fresh.filter((block) => !is.has(block))];
}

function datesOf(blocks: readonly Block[]): Map<Block, LoneDate> {
  const dates = new Map<Block, LoneDate>();
  for (const block of blocks) {
    if (block.text.length > 30) continue;
    const [, day, month, year] = dayFirst.exec(block.text) ?? [];
    const [, otherMonth, otherDay, otherYear] = day ? [] : (monthFirst.exec(block.text) ?? []);
    const date = { day: Number(day ?? otherDay), month: month ?? otherMonth, year: year ?? otherYear };
    if (date.month && date.year) dates.set(block, { day: date.day, month: date.month.toLowerCase(), year: date.year });
  }
  return dates;
}

/** One day on or back; 0 for anything else. */
function moved(was: LoneDate | undefined, is: LoneDate): -1 | 0 | 1 {
  if (!was) return 0;
  const isSameMonth = was.month === is.month && was.year === is.year;
  const by = is.day - was.day;
  if (isSameMonth) return by === 1 ? 1 : by === -1 ? -1 : 0;
  if (was.day >= leastLastDay && is.day === 1) return 1;
  return was.day === 1 && is.day >= leastLastDay ? -1 : 0;
}
