export interface StatedMove {
  /** "2031-03-14", or with the time after it and the zone as stated after that. */
  before: string | null;
  after: string | null;
}

/** The furthest that clocks on earth stand apart from UTC. */
const furthestClockMinutes = 14 * 60;

/**
 * Whether two statements tell of one move of one date: from the same day to the same day, as far as both say it. A notice tells instants in UTC and
 * a paper the clock of its place, so that of two times what counts is how far they moved.
 */
export function isSameMove(one: StatedMove, other: StatedMove): boolean {
  if (one.before === null || other.before === null) return false;
  const [from, to] = [minutesApart(one.before, other.before), minutesApart(one.after, other.after)];
  if (from === null || to === null) return one.after === other.after && from !== null && isNear(from);
  return isNear(from) && isNear(to) && Math.abs(from - to) <= 60;
}

function isNear(minutes: number): boolean {
  return Math.abs(minutes) <= furthestClockMinutes;
}

/** Null when one of them is no date. Days without a time on either side are compared as days. */
function minutesApart(one: string | null, other: string | null): number | null {
  const [first, second] = [one, other].map((said) => /^(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2}))?/.exec(said ?? ""));
  if (!first || !second) return null;
  const isTimed = first[2] !== undefined && second[2] !== undefined;
  const minutesOf = ([, day, time]: RegExpExecArray) => Date.parse(`${day}T${isTimed ? time : "00:00"}Z`) / 60_000;
  return minutesOf(first) - minutesOf(second);
}
