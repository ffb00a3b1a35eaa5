import { expect, test } from "vitest";
import { statedDates } from "./stated-dates.logic";

let made = 0;
function statement(localDate: string, quote: string, title: string, changes: object = {}) {
  const evidenceId = `e${++made}`;
  return {
    id: `s${made}`,
    localDate,
    localTime: null,
    zone: null,
    zoneStated: null,
    at: null,
    quote,
    citation: { evidenceId, documentId: title, title, page: null, start: 0, end: 1, freshness: "current" as const },
    notice: null,
    ...changes,
  } as unknown as Parameters<typeof statedDates>[0][number];
}

test("a date that several papers repeat is one to choose, with the same words said once", () => {
  const dates = statedDates([
    statement("2031-05-14", "due 14 May", "RFQ"),
    statement("2031-05-21", "closes 21 May", "Letter"),
    statement("2031-05-14", "due 14 May", "Terms"),
    statement("2031-05-14", "by 14 May 2031", "Form"),
    statement("2031-05-14", "due 14 May", "Terms"),
  ]);
  expect(
    dates.map(({ words, places }) => [words, places.map(({ statement: one, alsoIn }) => [one.quote, alsoIn])]),
  ).toEqual([
    [
      "2031-05-14",
      [
        ["due 14 May", ["Terms"]],
        ["by 14 May 2031", []],
      ],
    ],
    ["2031-05-21", [["closes 21 May", []]]],
  ]);
});

test("one moment under two names of its zone is one date, and one without a time of day stands apart", () => {
  const noon = { localTime: "12:00", at: "2031-05-14T16:00:00Z" };
  const dates = statedDates([
    statement("2031-05-14", "noon, eastern", "RFQ", { ...noon, zoneStated: "eastern" }),
    statement("2031-05-14", "12pm ET", "Notice", { ...noon, zoneStated: "ET" }),
    statement("2031-05-14", "closing date", "Form"),
  ]);
  expect(dates.map(({ words }) => words)).toEqual(["2031-05-14 12:00 eastern", "2031-05-14"]);
});
