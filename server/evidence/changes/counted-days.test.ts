import { expect, test } from "vitest";
import { compareCaptures } from "./compare-captures";
import { countDaysAlike } from "./reading/counted-days";
import { aPage } from "./testing/a-page";

const at = (day: number, hour = 9) => new Date(Date.UTC(2031, 4, day, hour));
const page = (deadlines: readonly string[]) =>
  `<main><h1>Tenders</h1><p>Delivery takes place in 3 days from the order.</p>${deadlines.map((one, at) => `<h2>Lot ${at + 1}</h2><p>The works of the lot are described in its papers.</p><dl><dt>Response deadline</dt><dd>${one} (end of day)</dd></dl>`).join("")}</main>`;
const compare = (was: readonly string[], is: readonly string[], before = at(1), after = at(2)) =>
  compareCaptures({ ...aPage(page(was)), fetchedAt: before }, { ...aPage(page(is)), fetchedAt: after });

test("days that are counted down to the same day are no change, also where another entry says what this one said", () => {
  expect(compare(["in 8 days", "in 7 days", "in 2 days"], ["in 7 days", "in 6 days", "tomorrow"]).verdict).toBe("none");
  expect(compare(["in 2 days"], ["tomorrow"], at(1, 9), at(1, 23)).verdict).toBe("none");
});

test("a day that moved is told, and so is one of which days are counted as before", () => {
  expect(compare(["in 8 days", "in 5 days"], ["in 9 days", "in 4 days"]).items).toMatchObject([
    { before: "in 8 days (end of day)", after: "in 9 days (end of day)" },
  ]);
  expect(compare(["tomorrow"], ["in 3 days"]).verdict).toBe("wording");
});

test("without the moments of both captures the words count as they stand", () => {
  expect(compareCaptures(aPage(page(["in 8 days"])), aPage(page(["in 7 days"]))).verdict).toBe("wording");
});

test("lines that only count the days until something are alike; what is counted in a sentence or a row is not", () => {
  expect(countDaysAlike("in 8 days (end of day)", "tomorrow (end of day)")).toBe(true);
  expect(countDaysAlike("Cleaning of schools Closes in 44 days", "Cleaning of schools Closes in 43 days")).toBe(true);
  expect(countDaysAlike("Cleaning of schools Closes in 44 days", "Linen Closes in 43 days")).toBe(false);
  expect(countDaysAlike("Deliver in 8 days", "Deliver in 7 days")).toBe(false);
});
