import { expect, test } from "vitest";
import { aTenderDocument } from "./a-tender-document";
import { readFields } from "./read-fields";

const due = "Proposals are due June 3, 2031 at 2:00 PM ET.";
const questions = (text: string, before = due) =>
  readFields([aTenderDocument("RFP.md", `${before}\n${text}`)])
    .deadlines.filter(({ kind }) => kind === "questions")
    .flatMap(({ statements }) => statements);

test.each([
  ["Questions must be submitted no later than ten business days before the due date.", "2031-05-20", null],
  ["Questions must be submitted no later than ten (10) calendar days prior to the closing date.", "2031-05-24", null],
  [
    "All inquiries shall be received in writing at least seven (7) working days before the date set for receipt of bids.",
    "2031-05-23",
    null,
  ],
  [
    "Requests for clarification must reach the Employer no later than 2 weeks prior to the deadline for submission.",
    "2031-05-20",
    null,
  ],
  ["The deadline for questions is 72 hours before the closing time.", "2031-05-31", "14:00"],
])("%s", (text, date, time) => {
  expect(questions(text)).toMatchObject([{ localDate: date, localTime: time, quote: text }]);
  expect(questions(text)[0]?.flags).toContain("computed");
});

test("it says what it was counted from, and that holidays are not known", () => {
  const [working] = questions("Questions are accepted until five working days before the closing date.");
  expect(working?.localDate).toBe("2031-05-27");
  expect(working?.note).toContain("counted back from the submission date 2031-06-03, without Saturdays and Sundays");
  expect(working?.note).toContain("Public holidays are not known");
  expect(questions("The deadline for questions is 48 hours before the closing time.")[0]?.at).toBe(
    "2031-06-01T18:00:00.000Z",
  );
});

test("a date that is stated holds against one that is counted, without a contradiction; without a submission date nothing is counted", () => {
  const fields = readFields([
    aTenderDocument(
      "RFP.md",
      `${due}\nQuestions must be submitted no later than ten days before the due date.\nQuestions are due May 20, 2031.`,
    ),
  ]);
  const group = fields.deadlines.find(({ kind }) => kind === "questions");
  expect(group?.statements[group.inForce ?? -1]?.localDate).toBe("2031-05-20");
  expect(fields.contradictions).toEqual([]);
  expect(questions("Questions must be submitted ten days before the due date.", "Proposals are welcome.")).toEqual([]);
});

test("what the buyer does and what is done before something else is no last day for questions", () => {
  expect(questions("Bids may be withdrawn five days before the closing date.")).toEqual([]);
  expect(questions("Questions about the site must be asked two days before the visit.")).toEqual([]);
});
