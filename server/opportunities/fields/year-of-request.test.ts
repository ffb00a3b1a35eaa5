import { describe, expect, test } from "vitest";
import { aTenderDocument } from "./a-tender-document";
import { readFields } from "./read-fields";

const request = aTenderDocument("request.md", "Tenders are due by 10 February 2031, 14:00 UTC.");
const read = (addendum: string) => readFields([request, aTenderDocument("addendum-1.md", addendum)]);
const group = (addendum: string, kind: string) => read(addendum).deadlines.find((one) => one.kind === kind);

describe("a date without a year", () => {
  test("is in the year in which it lies before the closing date, and says so", () => {
    const said = group("The pre-bid meeting will take place on December 18th at 10:00 UTC.", "site_visit")
      ?.statements[0];
    expect(said).toMatchObject({ localDate: "2030-12-18", localTime: "10:00", at: "2030-12-18T10:00:00.000Z" });
    expect(said?.flags).toContain("relative");
    expect(said?.flags).not.toContain("blank");
    expect(said?.note).toContain("No year is stated; taken as 2030");
  });

  test("stays blank where its weekday is another, nothing names what it is, or it recurs", () => {
    expect(
      group("The site visit will take place on Friday, December 18th.", "site_visit")?.statements[0],
    ).toMatchObject({
      localDate: null,
      flags: ["blank"],
    });
    expect(
      group("The site visit will take place on Wednesday, December 18th.", "site_visit")?.statements,
    ).toMatchObject([{ localDate: "2030-12-18" }]);
    expect(group("Questions are due on October 5th of each year.", "questions")?.statements[0]?.localDate ?? null).toBe(
      null,
    );
    expect(read("The harbour opens on March 3rd.").deadlines.map(({ kind }) => kind)).toEqual(["submission"]);
  });

  test("without a closing date in full it has none, and a full date is surer than one without a year", () => {
    const [alone] = readFields([aTenderDocument("note.md", "Questions must be submitted by January 5th.")]).deadlines;
    expect(alone).toMatchObject({ state: "blank", inForce: null });
    const both = group("Tenders are due by February 10th.", "submission");
    expect(both).toMatchObject({ state: "agreed" });
    expect(both?.statements[both.inForce ?? -1]).toMatchObject({ localTime: "14:00" });
  });

  test("moves the closing date when its sentence says so", () => {
    const { deadlines, contradictions } = read("The closing date has been extended to February 24th.");
    const submission = deadlines.find(({ kind }) => kind === "submission");
    expect(submission?.statements[submission.inForce ?? -1]).toMatchObject({ localDate: "2031-02-24" });
    expect(contradictions).toMatchObject([{ severity: "soft" }]);
  });

  test("what is only asked for moves nothing, with a year or without", () => {
    for (const asked of [
      "Can the closing date be extended to February 24th?",
      "Could tenders be due on 24 February 2031?",
    ]) {
      const { deadlines, contradictions } = read(`Query: ${asked} The answer is no.`);
      const submission = deadlines.find(({ kind }) => kind === "submission");
      expect(submission?.statements[submission.inForce ?? -1]).toMatchObject({ localDate: "2031-02-10" });
      expect(contradictions).toEqual([]);
    }
  });

  test("a confirmation of participation is no bid", () => {
    expect(
      group(
        "Each carrier intending to submit a tender will confirm its participation by 14 January 2031.",
        "intent_to_bid",
      ),
    ).toMatchObject({ statements: [{ localDate: "2031-01-14" }] });
  });
});
