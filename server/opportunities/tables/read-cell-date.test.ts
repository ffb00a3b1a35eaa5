import { describe, expect, test } from "vitest";
import { type CellDate, readCellDate } from "./read-cell-date";

const read = (cells: Partial<CellDate>, country: string | null = null) =>
  readCellDate(
    "submission",
    { date: "", time: null, zone: null, ...cells },
    { country, order: null, now: new Date("2031-01-01T00:00:00Z") },
  );

test("day, hour and zone of three cells are one deadline", () => {
  expect(read({ date: "2031-09-20", time: "16:00", zone: "Europe/Berlin" })).toMatchObject({
    localDate: "2031-09-20",
    localTime: "16:00",
    zone: "Europe/Berlin",
  });
});

test("an instant that a machine wrote is told in the zone beside it", () => {
  expect(read({ date: "2031-09-20T14:00:00Z", zone: "Europe/Berlin" })).toMatchObject({
    localDate: "2031-09-20",
    localTime: "16:00",
    at: "2031-09-20T14:00:00.000Z",
  });
});

test("where a country settles the order of day and month, it is read so", () => {
  expect(read({ date: "05/06/2031" }, "GB")).toMatchObject({ localDate: "2031-06-05" });
});

describe("what cannot be read says what to write", () => {
  test.each([
    [{ date: "2031-09-20", zone: "Harbour time" }, /no time zone/],
    [{ date: "05/06/2031" }, /day or the month first/],
    [{ date: "2031-02-30" }, /no date that exists/],
    [{ date: "2031-09-20", time: "teatime" }, /no time/],
  ])("%o", (cells, problem) => {
    expect(read(cells)).toMatchObject({ problem: expect.stringMatching(problem) });
  });
});
