import { describe, expect, test } from "vitest";
import { aTenderDocument } from "./a-tender-document";
import { readFields } from "./read-fields";

const read = (source: string, path = "request.md") => readFields([aTenderDocument(path, source)]);
const first = (source: string, name: string) => read(source).fields.find((field) => field.name === name)?.text;
const factors = (source: string) =>
  read(source)
    .fields.filter(({ name }) => name === "evaluation_factor")
    .map(({ text }) => text);

describe("who buys, where no first page says so", () => {
  test("who acts as the buyer again and again, with the name in full", () => {
    const source = `# Request for proposals
Anna Reed reserves the right to refuse late bids. Only Anna Reed will accept proposals, and through its portal.
Bidders write to the purchasing desk of Anna Reed University, which answers within a week on any day but Sunday.`;
    expect(first(source, "buyer")).toBe("Anna Reed University");
  });

  test("an acronym that a list of abbreviations spells out", () => {
    const source = `| Term | Meaning |
| --- | --- |
| PLHC | Port Laurel Harbour Corporation |
PLHC will evaluate one application of each firm. PLHC reserves the right to cancel.`;
    expect(first(source, "buyer")).toBe("Port Laurel Harbour Corporation");
  });

  test("who conducts the procurement or wishes to purchase", () => {
    expect(first("This procurement is conducted by Laurel County Government (“LCG”) for its ports.", "buyer")).toBe(
      "Laurel County Government",
    );
    expect(
      first("Laurel Systems Inc. wishes to purchase the boats of Annex A and requests quotes for them.", "buyer"),
    ).toBe("Laurel Systems Inc.");
  });

  test("a name that its line has cut is none", () => {
    expect(first("GC | = General conditions, issued by the Department of\n\nthe Attorney General", "buyer")).not.toBe(
      "Department of",
    );
  });
});

describe("what is bought, where no line of its own says so", () => {
  test("what the purpose asks proposals for", () => {
    const source =
      "# Important notice\nThe purpose of this request is to solicit sealed proposals to establish one or more contracts for Tug and Pilot Services for the port.";
    expect(first(source, "title")).toBe("Tug and Pilot Services");
  });

  test("a numbered box of a form, with its number", () => {
    const source =
      "| 1. RFQ NUMBER 014 | 2. DATE ISSUED MAY 4, 2027 |\n| 3. TITLE OF SOLICITATION HARBOUR LAMPS AND LENSES |";
    expect(first(source, "title")).toBe("HARBOUR LAMPS AND LENSES");
    expect(first(source, "reference")).toBe("014");
  });

  test("the name above an office is a person's", () => {
    expect(
      first("# Request for proposals\nTrudy Lamb\n\nProcurement Officer\n\nHarbour lamps and lenses", "title"),
    ).toBe("Harbour lamps and lenses");
  });
});

describe("dates that only look like the closing date", () => {
  test("an open call begins on one day and expires on another", () => {
    const { deadlines } = read(`| What | When |
| --- | --- |
| Beginning date for submission of applications | September 4, 2027 8:00 AM |
| Expiration of RFP | June 30, 2029 1:00 PM |`);
    const submission = deadlines.find(({ kind }) => kind === "submission");
    expect(submission?.statements.map(({ localDate }) => localDate)).toEqual(["2029-06-30"]);
  });

  test("the day of the answers to contractors' questions is no second last day for them", () => {
    const { contradictions } = read(
      "Questions must be received by September 11, 2027 at 4:00 PM.\nResponse to contractor questions: October 1, 2027 by 5:00 PM",
    );
    expect(contradictions).toEqual([]);
  });
});

describe("what bids are judged by", () => {
  test("names with nothing but their points", () => {
    const source = `# Evaluation criteria and maximum point value
- Quality of the lamps 30
- Price offered [ 45 ]
- Boats and crew 25`;
    expect(factors(source)).toEqual([
      "Quality of the lamps (30 points)",
      "Price offered (45 points)",
      "Boats and crew (25 points)",
    ]);
  });

  test("lines that end in figures elsewhere are none", () => {
    expect(factors("# Contents\n- Quality of the lamps 30\n- Price offered 45")).toEqual([]);
  });

  test("shares in one sentence, and names that hold each other", () => {
    expect(
      factors(
        "# Evaluation\n80% weightage will be given to technical evaluation, and 20% weightage will be for financial evaluation.",
      ),
    ).toEqual(["Technical evaluation (80%)", "Financial evaluation (20%)"]);
    expect(factors("# Evaluation criteria\n- Cost (40%)\n- Development cost (60%)")).toEqual([
      "Cost (40%)",
      "Development cost (60%)",
    ]);
  });
});
