import { expect, test } from "vitest";
import { compareCaptures } from "./compare-captures";
import { aPage } from "./testing/a-page";

const quiet = "<p>Nothing to report.</p>";
const dayOf = (day: number, text: string) => `<div class="day"><div>Nov ${day}, 2026</div>${text}</div>`;
/** The newest of so many days first. */
const log = (newest: number, news: Record<number, string> = {}, count = 5) =>
  aPage(
    `<h1>Locks and weirs</h1><p>We write down every day what stood still.</p><h2>Days</h2>${Array.from({ length: count }, (_, at) => dayOf(newest - at, news[newest - at] ?? quiet)).join("")}<p><a href="/log">All days</a></p>`,
  );
const told = (before: ReturnType<typeof log>, after: ReturnType<typeof log>) =>
  compareCaptures(before, after).items.map((item) => [item.kind, item.before, item.after]);

test("days that roll over a page of the last days are no change", () => {
  expect(compareCaptures(log(21), log(22)).verdict).toBe("none");
  expect(compareCaptures(log(21), log(24)).verdict).toBe("none");
});

test("what happened on a new day is told, and neither its day nor the line that it stands in the place of", () => {
  expect(told(log(21), log(22, { 22: "<p>The upper gate stuck for an hour.</p>" }))).toEqual([
    ["text", null, "The upper gate stuck for an hour."],
  ]);
});

test("what happened on a day that has rolled out has not been taken back", () => {
  const news = { 17: "<p>Ice on the weir, no passage before noon.</p>" };
  expect(compareCaptures(log(21, news), log(22, news)).verdict).toBe("none");
});

test("days that are not all days on end are dates of things, and another date is a change", () => {
  const fairs = (last: string) =>
    aPage(
      `<h1>Fairs</h1><p>Come and see us.</p>${["Nov 3, 2026", "Nov 9, 2026", "Nov 30, 2026", last].map((date) => `<p>${date}</p><p>Hall 4</p>`).join("")}`,
    );
  expect(compareCaptures(fairs("Dec 8, 2026"), fairs("Dec 9, 2026")).verdict).toBe("wording");
});

test("a list of days of which only the last one moved on is shorter or longer now, and that is told", () => {
  const course = (days: number[]) =>
    aPage(
      `<h1>Course</h1><p>Four days at the bench.</p>${days.map((day) => `<p>${day} March 2027</p><p>Room 2</p>`).join("")}`,
    );
  expect(compareCaptures(course([8, 9, 10, 11]), course([8, 9, 10])).verdict).toBe("wording");
});
