import { expect, test } from "vitest";
import { answerFromUnits } from "./answer-from-units";
import { confidenceSignals, readConfidence } from "./confidence";
import { aDocument, filler } from "./testing/a-document";

const documents = [
  aDocument("Request.md", [
    ["heading", "1 Submission", { level: 1 }],
    ["paragraph", "Quotations are due by March 3, 2026, at 2:00 PM. Send them to the contracting officer by email."],
    ["paragraph", "Resumes cannot exceed 1 page in length."],
    ...filler,
  ]),
];
const signalsOf = (question: string) => answerFromUnits({ question, documents }).signals;

test("every signal lies between 0 and 1, whatever is asked", () => {
  for (const question of ["When are quotations due?", "Which colour has the roof?", "How many pages?", "x"])
    for (const name of confidenceSignals) {
      expect(signalsOf(question)[name], `${name} of ${question}`).toBeGreaterThanOrEqual(0);
      expect(signalsOf(question)[name], `${name} of ${question}`).toBeLessThanOrEqual(1);
    }
});

test("a question whose words and kind of answer stand in a passage shows it", () => {
  expect(signalsOf("When are quotations due?")).toMatchObject({
    ...{ cueShown: 1, cueMissing: 0, sureMissing: 0, headAbsent: 0, absent: 0, subjectAbsent: 0 },
  });
});

test("what is asked about and stands nowhere is told apart from what stands there", () => {
  const signals = signalsOf("Which colour has the roof of the stables?");
  expect(signals.absent).toBeGreaterThan(0.5);
  expect(signals.ownWords).toBe(0);
  expect(readConfidence(signals)).toBeLessThan(readConfidence(signalsOf("When are quotations due?")));
});

test("names and figures of the question that the best passage does not hold are counted", () => {
  expect(signalsOf("Are quotations due by March 3, 2026?").namesMissing).toBe(0);
  expect(signalsOf("Are quotations due by April 3, 2026?").namesMissing).toBeCloseTo(1 / 3);
});

test("a count is missing where no number stands by what is counted", () => {
  const missing = (line: string) => {
    const paper = aDocument("Form.md", [["paragraph", line], ...filler]);
    return answerFromUnits({ question: "How many pages may a resume have?", documents: [paper] }).signals.countMissing;
  };
  expect(missing("A resume may have two pages.")).toBe(0);
  expect(missing("A resume may have as many pages as it takes.")).toBe(1);
});

test("where the very matter stands nowhere, no likeness of other words makes the answer probable", () => {
  const sure = signalsOf("When are quotations due?");
  for (const signal of ["topicUnnamed", "subjectAbsent"] as const)
    expect(readConfidence({ ...sure, [signal]: 1 })).toBeLessThanOrEqual(0.05);
  expect(readConfidence({ ...sure, headAbsent: 1, absent: 0.6 })).toBeLessThanOrEqual(0.05);
});
