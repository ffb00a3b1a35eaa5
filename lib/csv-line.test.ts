import { expect, test } from "vitest";
import { csvLine } from "./csv-line";

test("quotes what would break a record", () => {
  expect(csvLine(["plain", 'say "hi"', "a,b", "two\nlines"])).toBe('plain,"say ""hi""","a,b","two\nlines"\r\n');
});

test.each(["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", " =1", "\r=1", "＝1+1"])(
  "a spreadsheet reads %j as text",
  (text) => expect(csvLine([text])).toMatch(/^"?'/),
);

test.each(["-5", "+5.25", "12", "2026-11-20"])("%s stays as it is", (text) =>
  expect(csvLine([text])).toBe(`${text}\r\n`),
);
