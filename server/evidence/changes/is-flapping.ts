/** Captures that a value is remembered for: one that comes back later than that has really changed back. */
const windowLength = 6;
/** Different at each of so many captures in a row: a counter, or something drawn by lot. */
const restlessRun = 3;

/**
 * Whether a value that is about to be told as changed only comes and goes. `history` holds what was seen at the captures before, oldest
 * first, one entry for each capture, changed or not; the last is what `next` replaces. True when `next` was seen within the last six
 * captures (A-B-A-B, a rotating quotation), or when the value was another at each of the last three (a counter).
 */
export function isFlapping(history: readonly string[], next: string): boolean {
  const current = history.at(-1);
  if (current === undefined || current === next) return false;
  const recent = history.slice(-windowLength);
  if (recent.includes(next)) return true;
  const run = [...recent, next].slice(-restlessRun - 1);
  return run.length > restlessRun && run.every((value, index) => index === 0 || value !== run[index - 1]);
}
