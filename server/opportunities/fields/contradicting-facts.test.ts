import { describe, expect, test } from "vitest";
import { aTenderDocument } from "./a-tender-document";
import { readFields } from "./read-fields";

function contradictions(...papers: string[]) {
  return readFields(
    papers.map((paper, index) => aTenderDocument(["request.md", "terms.md"][index] ?? "other.md", paper)),
  ).contradictions;
}

const due = "Tenders are due by 10 February 2031, 14:00 UTC.";

describe("two values of one named thing", () => {
  test("the beginning of a contract in two papers is hard, an expected one soft", () => {
    const first = `${due}\n\nThe contract start date is 1 July 2031.`;
    expect(contradictions(first, "Contract start date: 1 August 2031.")).toMatchObject([
      { kind: "start", severity: "hard", what: "start: 1 July or 1 August 2031" },
    ]);
    expect(contradictions(first, "Anticipated contract start date: 1 August 2031.")).toMatchObject([
      { kind: "start", severity: "soft" },
    ]);
    expect(contradictions(first, "Kick-off: 8 July 2031.")).toEqual([]);
    expect(contradictions(first, "Contract start date: 1 July 2031.")).toEqual([]);
  });

  test("an award and its announcement are two days, two awards are not", () => {
    const first = `${due}\n\n| Contract award | 4 March 2031 |`;
    expect(contradictions(first, "| Notice of intent to award | 25 February 2031 |")).toEqual([]);
    expect(contradictions(first, "| Contract award | 11 March 2031 |")).toMatchObject([{ kind: "award" }]);
  });

  test("the weight of a factor, with both quotes", () => {
    const table =
      "## Evaluation criteria\n\n| Criterion | Weight |\n|---|---|\n| Dredging Plan | 20% |\n| Price | 80% |";
    const [found] = contradictions(
      `${due}\n\n${table}`,
      "## Scoring of proposals\n\nDredging Plan is worth 10% of the points.",
    );
    expect(found).toMatchObject({
      kind: "evaluation_factor",
      severity: "hard",
      what: "weight of Dredging Plan in percent: 20 or 10",
    });
    expect([found?.a.quote, found?.b.quote].join()).toMatch(/20%.*10%/su);
    expect(
      contradictions(`${due}\n\n${table}`, "## Scoring of proposals\n\nDredging Plan is worth 20% of the points."),
    ).toEqual([]);
  });

  test("how long a part of the bid may be, unless one sentence limits two things", () => {
    const first = "The method statement must not exceed 12 pages.";
    expect(contradictions(first, "The method statement must not exceed 15 pages.")).toMatchObject([
      { kind: "page_limit", what: "method statement, in pages: 12 or 15" },
    ]);
    expect(contradictions(first, "The crew statement must not exceed 15 pages.")).toEqual([]);
    expect(contradictions("Send your method statement (max. 12 pages) and price offer (max. 2 pages).")).toEqual([]);
  });

  test("how many copies, by what they are copies of", () => {
    const first = "Bidders shall submit one original and five (5) copies of the technical proposal.";
    expect(contradictions(first, "Send an original and 3 copies of your technical proposal.")).toMatchObject([
      { kind: "submission_method", severity: "hard", what: "number of copies besides the original: 5 or 3" },
    ]);
    expect(contradictions(first, "Send an original and 3 copies of your cost proposal.")).toEqual([]);
  });

  test("a draft, a lot and a lone word contradict nothing", () => {
    const first = "The method statement must not exceed 12 pages.";
    const draft = aTenderDocument("draft-request.md", "The method statement must not exceed 15 pages.");
    expect(readFields([aTenderDocument("request.md", first), draft]).contradictions).toEqual([]);
    expect(contradictions(first, "For lot 2 the method statement must not exceed 15 pages.")).toEqual([]);
  });

  test("the most that all of it may cost, not what a year, a lot or an option may", () => {
    const first = `${due}\n\nThe budget of the project is not to exceed £45,500.`;
    expect(contradictions(first, "Our budget for this project should not exceed £45,000.")).toMatchObject([
      { kind: "value", severity: "hard", what: "ceiling of the price: £45,500 or £45,000" },
    ]);
    expect(contradictions(first, "Our budget for this project should not exceed £45,500.00.")).toEqual([]);
    expect(contradictions(first, "The budget for this project should not exceed £15,000 per year.")).toEqual([]);
    expect(contradictions(first, "Does the £45k budget for the project include tax?")).toEqual([]);
  });

  test("a period that ends before it begins, and a completion before the start", () => {
    expect(contradictions(`${due}\n\nNegotiations: December 1, 2031 – January 30, 2031`)).toMatchObject([
      { kind: "period", a: { quote: "Negotiations: December 1, 2031" }, b: { quote: "January 30, 2031" } },
    ]);
    expect(contradictions(`${due}\n\nNegotiations: December 1, 2031 – January 30, 2032`)).toEqual([]);
    const start = `${due}\n\n| Start of project | 1 October 2031 |`;
    expect(contradictions(start, "| Final deadline for completion of project | 31 March 2031 |")).toMatchObject([
      { kind: "period", what: "completion by 31 March 2031, start on 1 October 2031" },
    ]);
    expect(contradictions(start, "| Final deadline for completion of project | 31 March 2032 |")).toEqual([]);
  });
});

test("a row that names something else is not named by a column that only says deadline", () => {
  const rows = "| Stage | Deadline |\n|---|---|\n| Submission of tenders | 10 February 2031 |";
  const kinds = (row: string) =>
    readFields([aTenderDocument("request.md", `## How to submit\n\n${rows}\n${row}`)]).deadlines.map(
      ({ kind, statements }) => [kind, statements.length],
    );
  expect(kinds("| Awarding of tender | 3 March 2031 |")).toEqual([
    ["submission", 1],
    ["award", 1],
  ]);
  expect(kinds("| Report on the pilot | 3 March 2031 |")).toEqual([["submission", 1]]);
});
