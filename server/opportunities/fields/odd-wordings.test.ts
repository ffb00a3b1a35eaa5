import { expect, test } from "vitest";
import { aTenderDocument } from "./a-tender-document";
import { readFields } from "./read-fields";

const submission = (text: string) =>
  readFields([aTenderDocument("RFP.md", text)])
    .deadlines.filter(({ kind }) => kind === "submission")
    .flatMap(({ statements }) => statements.map(({ localDate, localTime, at }) => [localDate, localTime, at]));

test.each([
  ["Proposals are due on June third, 2031 at two o'clock in the afternoon.", "2031-06-03", "14:00"],
  ["Bids are due on the 3rd day of June in the year 2031 at 10 a.m.", "2031-06-03", "10:00"],
  ["Bids due 03JUN31 at 1400 hrs.", "2031-06-03", "14:00"],
  ["Submission deadline: 3 June 2031, 5 in the evening.", "2031-06-03", "17:00"],
  ["Offers must be received not later than 3:00 P.M. on 06/03/2031 (mm/dd/yyyy).", "2031-06-03", "15:00"],
  ["Offers must be received not later than 3:00 P.M. on 06/03/2031 (dd/mm/yyyy).", "2031-03-06", "15:00"],
  ["Offers must be received by the end of 3 June 2031.", "2031-06-03", null],
  ["Les offres doivent parvenir avant le 3 juin 2031 à midi.", "2031-06-03", "12:00"],
])("%s", (text, date, time) => {
  expect(submission(text)).toEqual([[date, time, null]]);
});

test("a zone by its winter name in summer is flagged, and the earlier of the two moments taken", () => {
  expect(submission("Bids are due June 3, 2031, 4:00 PM Alaska Standard Time.")).toEqual([
    ["2031-06-03", "16:00", "2031-06-04T00:00:00.000Z"],
  ]);
  expect(submission("Bids are due June 3, 2031, 4:00 PM EST/EDT.")).toEqual([
    ["2031-06-03", "16:00", "2031-06-03T20:00:00.000Z"],
  ]);
  // Letters may mean what they say.
  expect(submission("Bids are due June 3, 2031, 4:00 PM EST.")).toEqual([
    ["2031-06-03", "16:00", "2031-06-03T21:00:00.000Z"],
  ]);
  // By a summer name in winter the letters themselves are the earlier ones.
  expect(submission("Bids are due January 14, 2031, 4:00 PM EDT.")).toEqual([
    ["2031-01-14", "16:00", "2031-01-14T20:00:00.000Z"],
  ]);
});

test("which midnight is meant is said", () => {
  const notes = (text: string) =>
    readFields([aTenderDocument("RFP.md", text)]).deadlines.flatMap(({ statements }) =>
      statements.map(({ note }) => note),
    );
  expect(notes("Bids are due by 00:00 on 3 June 2031.")).toEqual(["00:00 is the beginning of that day."]);
  expect(notes("Bids are due before 24:00 on 3 June 2031.")).toEqual(["24:00 is the end of that day."]);
});

test.each(["Closes", "Closing", "Submit by", "Open until"])(
  "a label that says no more than %s names the date below it",
  (label) => {
    expect(submission(`# Roof of the library\n\n## Key facts\n\n### ${label}\n\n8 January 2031, 12 noon`)).toEqual([
      ["2031-01-08", "12:00", null],
    ]);
    expect(submission(`# Roof of the library\n\nThe library ${label.toLowerCase()} 8 January 2031.`)).toEqual([]);
  },
);
