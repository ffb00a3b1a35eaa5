import { createHash } from "node:crypto";
import type { StatedDeadline } from "../fields/stated-deadline";
import type { NoticeFacts } from "./notice-facts";

/** A hash of what a notice says: the same publication read again has the same one. A date that the page counts from now ("closes in 5 days") enters by its day. */
export function factsHash(facts: NoticeFacts): string {
  const steady = {
    ...facts,
    changes: undefined,
    deadlines: facts.deadlines.map((one) => (isRelative(one) ? `${one.kind} ${one.localDate}` : one)),
  };
  return createHash("sha256")
    .update(JSON.stringify(sorted(steady)))
    .digest("hex");
}

/**
 * A date that is counted from the moment of reading moves by a day when a page is read around midnight. What was read before stands while the
 * page's words lead to within a day of it.
 */
export function steadyFacts(before: NoticeFacts | null, after: NoticeFacts): NoticeFacts {
  if (!before) return after;
  const deadlines = after.deadlines.map((one) => {
    if (!isRelative(one) || !one.localDate) return one;
    const known = before.deadlines.find(
      ({ kind, localDate }) => kind === one.kind && localDate !== null && dayGap(localDate, one.localDate) <= 1,
    );
    return known ?? one;
  });
  const [was, is] = [before.publishedAt, after.publishedAt];
  const isSamePublication = was !== null && is !== null && is.length === 10 && dayGap(was.slice(0, 10), is) <= 1;
  return { ...after, deadlines, publishedAt: isSamePublication ? was : is };
}

function isRelative(deadline: StatedDeadline): boolean {
  return deadline.flags.includes("relative");
}

function dayGap(one: string, other: string | null): number {
  return other === null ? Number.POSITIVE_INFINITY : Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000;
}

/** Keys in one order, whatever made the object. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
