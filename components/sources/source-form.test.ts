import { expect, test } from "vitest";
import { budgetOf, emptyForm, formOf, formProblems, scheduleOf, scopeOf } from "./source-form.logic";

test("what is left empty is left to the kind of the source", () => {
  expect(scheduleOf(emptyForm)).toBeUndefined();
  expect(budgetOf(emptyForm)).toBeUndefined();
  expect(scopeOf(emptyForm)).toEqual({});
  expect(formProblems(emptyForm)).toEqual({});
});

test("a source survives the way into the form and back", () => {
  const source = {
    schedule: { every: "6h", timeZone: "Europe/Berlin", quietHours: { from: "22:00", to: "06:00" } },
    budget: { pages: 200, bytes: 500_000_000, depth: 3 },
    scope: { fragment: "prices" },
  } as const;
  const form = formOf(source);
  expect(scheduleOf(form)).toEqual(source.schedule);
  expect(budgetOf(form)).toEqual(source.budget);
  expect(scopeOf(form)).toEqual(source.scope);
});

test("a cron expression goes with its time zone, and one of four fields is refused", () => {
  const form = { ...emptyForm, every: "cron", cron: " 0 7 * * 1-5 ", timeZone: "Europe/Berlin" } as const;
  expect(scheduleOf(form)).toMatchObject({ cron: "0 7 * * 1-5", timeZone: "Europe/Berlin" });
  expect(formProblems(form)).toEqual({});
  expect(formProblems({ ...form, cron: "0 7 * *" })).toHaveProperty("cron");
});

test("half a quiet time, a budget beyond the limit and an empty scope are said before sending", () => {
  const problems = formProblems({
    ...emptyForm,
    quietFrom: "22:00",
    pages: "0",
    depth: "eleven",
    scopeKind: "selector",
  });
  expect(Object.keys(problems).sort()).toEqual(["depth", "pages", "quietTo", "scopeText"]);
});

test("a fragment may be pasted with its hash", () => {
  expect(scopeOf({ ...emptyForm, scopeKind: "fragment", scopeText: "#prices" })).toEqual({ fragment: "prices" });
});
