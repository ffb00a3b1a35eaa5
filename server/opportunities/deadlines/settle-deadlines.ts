import type { DeadlineKind, DeadlineState } from "@/lib/vocabulary/opportunities";

/** What must be known of a statement to weigh it against the others of its kind. */
export interface WeighedStatement {
  id: string;
  kind: DeadlineKind;
  state: DeadlineState;
  localDate: string | null;
  localTime: string | null;
  at: Date | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  createdAt: Date;
}

/** Kinds of which a procedure has one; of the others several dates may stand side by side, and the reading says which cannot. */
const kindsWithOneDate: readonly DeadlineKind[] = ["submission", "questions", "intent_to_bid"];

/** Whether two statements cannot both be true: another instant, another day, or another hour of the same day. */
export function disagree(a: WeighedStatement, b: WeighedStatement): boolean {
  if (a.at && b.at) return a.at.getTime() !== b.at.getTime();
  if (a.localDate === null || b.localDate === null) return false;
  if (a.localDate !== b.localDate) return true;
  return a.localTime !== null && b.localTime !== null && a.localTime !== b.localTime;
}

/** What weighs less than another statement of its own package was set aside by the reading, not by a person. */
const isSetAside = (one: WeighedStatement) => one.state === "rejected" && one.decidedAt === null;

/**
 * The state of each statement of one kind. What a person has decided stands; without a decision, statements that disagree are all contradicted.
 * Those that a later amendment moved stay superseded, those that the reading set aside stay rejected.
 */
export function settleDeadlines<T extends WeighedStatement>(statements: readonly T[]): Map<string, DeadlineState> {
  const states = new Map<string, DeadlineState>();
  const decided = decidedStatement(statements);
  for (const one of statements) {
    if (one.state === "superseded" || isSetAside(one)) states.set(one.id, one.state);
    else if (decided && one.id !== decided.id && disagree(one, decided)) states.set(one.id, "rejected");
    else states.set(one.id, "in_force");
  }
  if (decided) return states;
  const standing = statements.filter((one) => states.get(one.id) === "in_force");
  const hasOneDate = !!standing[0] && kindsWithOneDate.includes(standing[0].kind);
  const compared = hasOneDate ? standing : standing.filter(({ state }) => state === "contradicted");
  for (const one of compared) {
    if (compared.some((other) => disagree(one, other))) states.set(one.id, "contradicted");
  }
  return states;
}

/** The statement that a person has put in force. */
export function decidedStatement<T extends WeighedStatement>(statements: readonly T[]): T | null {
  return statements.find((one) => one.decidedAt !== null && one.state === "in_force") ?? null;
}

/** The statement that drives reminders: the one decided, else the earliest of those that stand; the most exact of equals. */
export function drivingStatement<T extends WeighedStatement>(statements: readonly T[]): T | null {
  const standing = statements.filter(
    (one) => (one.state === "in_force" || one.state === "contradicted") && one.localDate !== null,
  );
  return (
    decidedStatement(standing) ??
    standing.toSorted((a, b) => compare(earliness(a), earliness(b)) || exactness(b) - exactness(a))[0] ??
    null
  );
}

/** Of statements that contradict each other, when the latest has passed wherever one is; null where none do. */
export function latestContradicted<T extends WeighedStatement>(statements: readonly T[]): Date | null {
  const ends = statements
    .filter(({ state }) => state === "contradicted")
    .map(({ at, localDate }) => at?.getTime() ?? endOfDay(localDate))
    .filter((end) => Number.isFinite(end));
  return ends.length === 0 ? null : new Date(Math.max(...ends));
}

/** A day without a zone has ended once it has ended in the last one of all. */
export const endOfDay = (localDate: string | null) => Date.parse(`${localDate}T24:00:00-12:00`);

/** Sorts by when it comes; a day without an hour counts as its end. */
export const earliness = (one: Pick<WeighedStatement, "at" | "localDate" | "localTime">) =>
  one.at?.toISOString() ?? `${one.localDate}T${one.localTime ?? "23:59"}`;
const exactness = (one: WeighedStatement) => (one.at ? 2 : 0) + (one.localTime ? 1 : 0);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
