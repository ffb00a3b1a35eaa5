import { expect, test } from "vitest";
import { drivingStatement, latestContradicted, settleDeadlines, type WeighedStatement } from "./settle-deadlines";

const statement = (id: string, localDate: string | null, more: Partial<WeighedStatement> = {}): WeighedStatement => ({
  id,
  kind: "submission",
  state: "in_force",
  localDate,
  localTime: null,
  at: null,
  decidedBy: null,
  decidedAt: null,
  createdAt: new Date(0),
  ...more,
});
const decided = { decidedAt: new Date(1), decidedBy: "somebody" };
const states = (...all: WeighedStatement[]) => Object.fromEntries(settleDeadlines(all));

test("two days of one submission contradict each other, and the earlier one drives reminders", () => {
  const [late, early] = [statement("late", "2026-09-22"), statement("early", "2026-09-20")];
  expect(states(late, early)).toEqual({ late: "contradicted", early: "contradicted" });
  expect(drivingStatement([late, early])?.id).toBe("early");
});

test("what contradicts itself is over when its latest date has ended, a day without a zone in the last zone of all", () => {
  const statements = [
    statement("early", "2026-09-20", { state: "contradicted", at: new Date("2026-09-20T15:00:00Z") }),
    statement("day", "2026-09-22", { state: "contradicted" }),
    statement("moved", "2026-10-30", { state: "superseded" }),
  ];
  expect(latestContradicted(statements)).toEqual(new Date("2026-09-23T12:00:00Z"));
  expect(latestContradicted(statements.slice(2))).toBeNull();
});

test("a day with and without its hour are no contradiction; the more exact one is shown", () => {
  const [day, hour] = [statement("day", "2026-09-20"), statement("hour", "2026-09-20", { localTime: "12:00" })];
  expect(states(day, hour)).toEqual({ day: "in_force", hour: "in_force" });
  expect(drivingStatement([day, hour])?.id).toBe("hour");
});

test("a decision rejects what disagrees with it, and wins over an earlier date", () => {
  const [late, early] = [statement("late", "2026-09-22", decided), statement("early", "2026-09-20")];
  expect(states(late, early)).toEqual({ late: "in_force", early: "rejected" });
  expect(drivingStatement([late, early])?.id).toBe("late");
});

test("what was moved, is blank or was set aside by the reading contradicts nothing", () => {
  expect(
    states(
      statement("new", "2026-09-22"),
      statement("old", "2026-09-20", { state: "superseded" }),
      statement("weak", "2026-01-01", { state: "rejected" }),
      statement("blank", null),
    ),
  ).toEqual({ new: "in_force", old: "superseded", weak: "rejected", blank: "in_force" });
});

test("several site visits stand side by side", () => {
  const visit = { kind: "site_visit" as const };
  expect(states(statement("a", "2026-09-20", visit), statement("b", "2026-09-21", visit))).toEqual({
    a: "in_force",
    b: "in_force",
  });
});

test("two days of a visit stand side by side unless the reading found that they cannot", () => {
  const visit = (id: string, day: string, state: WeighedStatement["state"]) =>
    statement(id, day, { kind: "site_visit", state });
  expect(states(visit("a", "2026-09-01", "in_force"), visit("b", "2026-09-03", "in_force"))).toEqual({
    a: "in_force",
    b: "in_force",
  });
  expect(states(visit("a", "2026-09-01", "contradicted"), visit("b", "2026-09-03", "contradicted"))).toEqual({
    a: "contradicted",
    b: "contradicted",
  });
  // The other one was moved since.
  expect(states(visit("a", "2026-09-01", "contradicted"), visit("b", "2026-09-03", "superseded"))).toEqual({
    a: "in_force",
    b: "superseded",
  });
});
