import { expect, test } from "vitest";
import { isAnswerBox } from "./judge-row";
import { quotes } from "./testing/shred";

test("boxes to answer in are told from words", () => {
  for (const cell of ["True", "Yes / No", "☐ Yes ☐ No", "N/A", "[ ]", "____", "Y|N"])
    expect(isAnswerBox(cell)).toBe(true);
  for (const cell of ["", "No smoking", "Yesterday", "____ days", "N/A where empty"])
    expect(isAnswerBox(cell)).toBe(false);
});

test("a long line to fill in is told in no time", () => {
  // The processor's time: others may use the machine.
  const started = process.threadCpuUsage().user;
  expect(isAnswerBox(`${"_ ".repeat(5_000)}Name`)).toBe(false);
  expect((process.threadCpuUsage().user - started) / 1_000).toBeLessThan(1_000);
});

test("of a table of answers only what is answered can be asked of us", () => {
  const table = [
    "# Requirements",
    "",
    "| Reference | Part 2 - Statement of Requirements |",
    "| --- | --- |",
    "| Query | Must each lamp be tested by night, or will the contractor test one alone? |",
    "| Response | The contractor shall test each lamp by night. |",
  ].join("\n");
  expect(quotes(table)).toEqual(["Response | The contractor shall test each lamp by night."]);
});

test("how much of an insurance has to be carried is a demand, what one costs is none", () => {
  const rows = [
    "# Insurance",
    "",
    "| Kind | Amount |",
    "| --- | --- |",
    "| Employer’s liability | $1,000,000 per occurrence |",
    "| Workers’ compensation | As required by law |",
    "| Painting of lamps | $300 |",
  ].join("\n");
  expect(quotes(rows)).toEqual([
    "Employer’s liability | $1,000,000 per occurrence",
    "Workers’ compensation | As required by law",
  ]);
});
