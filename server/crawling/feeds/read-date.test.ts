import { expect, test } from "vitest";
import { readDate } from "./read-date";

const read = (cases: Record<string, string | null>) => {
  expect(Object.fromEntries(Object.keys(cases).map((written) => [written, readDate(written)]))).toEqual(cases);
};

test("a time with its zone is an instant", () => {
  read({
    "Thu, 01 Jan 2004 19:48:21 GMT": "2004-01-01T19:48:21.000Z",
    "Thu, 1 Jan 04 19:48 EST": "2004-01-02T00:48:00.000Z",
    "Thu,  01 Jan 2004 19:48:21 +0100": "2004-01-01T18:48:21.000Z",
    "2003-12-31T10:14:55Z": "2003-12-31T10:14:55.000Z",
    "2003-12-31 10:14:55.123456-08:00": "2003-12-31T18:14:55.123Z",
    "20031231T101455Z": "2003-12-31T10:14:55.000Z",
    "2003-365T10:14Z": "2003-12-31T10:14:00.000Z",
    "2026-03-02T16:00:00-05:00": "2026-03-02T21:00:00.000Z",
    "Thu Jan  1 19:48:21 UTC 2004": "2004-01-01T19:48:21.000Z",
    "1 January 2004 7:48 pm (GMT+1)": "2004-01-01T18:48:00.000Z",
    "12/31/2024 11:59 PM EST": "2025-01-01T04:59:00.000Z",
  });
});

test("without a zone it is a local time, without a time a day", () => {
  read({
    "2004-01-01T19:48:21": "2004-01-01T19:48:21",
    "Thu Jan  1 19:48:21 2004": "2004-01-01T19:48:21",
    "31.12.2024 14:30": "2024-12-31T14:30:00",
    "2024-12-31": "2024-12-31",
    "20241231": "2024-12-31",
    "2024/12/31": "2024-12-31",
    "25/12/2024": "2024-12-25",
    "2024-12-25+01:00": "2024-12-25",
    "2024-12-25Z": "2024-12-25",
    "Mo., 2.3.2026": "2026-03-02",
  });
});

test("months are read in many languages", () => {
  read({
    "12. März 2024": "2024-03-12",
    "Donnerstag, 1. Mai 2025, 14:00 Uhr": "2025-05-01T14:00:00",
    "1er août 2024": "2024-08-01",
    "3 de mayo de 2024": "2024-05-03",
    "3 maggio 2024": "2024-05-03",
    "3 mei 2024": "2024-05-03",
    "3 de dezembro de 2024": "2024-12-03",
    "March 12th, 2024": "2024-03-12",
    "Dec 3, 2024 at 5:00 p.m.": "2024-12-03T17:00:00",
    "3 października 2024": "2024-10-03",
    "1-Jan-2024 10:00:00": "2024-01-01T10:00:00",
    "05 janvier 2024 à 14h30": "2024-01-05T14:30:00",
    "2024年3月6日": "2024-03-06",
  });
});

test("what can be two days, is no whole day, or is no date at all is null", () => {
  read({
    "03/04/2024": null,
    "May 2024": null,
    "2024": null,
    "2024-02-30": null,
    "31 Feb 2024": null,
    yesterday: null,
    "marketing 12 2024": null,
    "decision 12 2024": null,
    "": null,
    "1 2 3 4 5": null,
  });
  expect(readDate(null)).toBeNull();
});
