import { describe, expect, test } from "vitest";
import { aTenderDocument } from "./a-tender-document";
import { readFields } from "./read-fields";

const read = (source: string) => readFields([aTenderDocument("request.md", source)]);
const first = (source: string, name: string) => read(source).fields.find((field) => field.name === name)?.text;
const dates = (source: string, kind: string) =>
  read(source)
    .deadlines.find((group) => group.kind === kind)
    ?.statements.map(({ localDate, zone }) => [localDate, zone]);

describe("who buys", () => {
  test("an office below the state that it belongs to, without its purchasing office", () => {
    const source = `# STATE OF ARVON
# OFFICE OF THE LIGHTHOUSE COMMISSION
# PURCHASING AND CONTRACT ADMINISTRATION
# REQUEST FOR PROPOSALS
All statements issued by the RFP Coordinator are binding.
This request is kept at the Department of Common Services, Harbour Portal.`;
    expect(first(source, "buyer")).toBe("STATE OF ARVON, OFFICE OF THE LIGHTHOUSE COMMISSION");
  });

  test("who conducts a competition, not the label of a form that is to be filled in twice", () => {
    const source = `The Coastal Beacon Administration is conducting a task order competition for buoys.

| Organization | Organization |`;
    expect(first(source, "buyer")).toBe("Coastal Beacon Administration");
  });

  test("a long name that ends in no word of organisations", () => {
    expect(
      first(
        "The Open Tides Hub for the Northern Isles from the Seafarers Mapping Team is soliciting proposals.",
        "buyer",
      ),
    ).toBe("Open Tides Hub for the Northern Isles from the Seafarers Mapping Team");
  });
});

describe("when bids are due", () => {
  test("a place behind the date tells whose clocks", () => {
    expect(dates("Closing Time: 2:30 PM Friday 12 September 2031, Western Australia", "submission")).toEqual([
      ["2031-09-12", "Australia/Perth"],
    ]);
    expect(dates("Bids close at 2:30 PM on 12 September 2031, Vienna Hall", "submission")).toEqual([
      ["2031-09-12", null],
    ]);
  });

  test("the first day of a period is no last day, and an addendum with answers is neither that nor a visit", () => {
    const source = `## Schedule
| Question and answer period | 10 November 2031 - 9 January 2032 |
| The harbour posts the final question and answer addendum | 23 January 2032 |
| Posts question and answer addendum resulting from the pre-bid conference | 16 December 2031 |
| Pre-bid conference | 9 December 2031 |`;
    expect(dates(source, "questions")).toEqual([["2032-01-09", null]]);
    expect(dates(source, "site_visit")).toEqual([["2031-12-09", null]]);
    expect(read(source).contradictions).toEqual([]);
  });

  test("a call that asks for interest alone is due when that is, and one that asks for bids when they are", () => {
    const interest = "We invite firms to submit expressions of interest to desk@tides.example before June 12th 2031.";
    const [alone] = read(interest).deadlines;
    expect(alone).toMatchObject({ kind: "submission", statements: [{ localDate: "2031-06-12" }] });
    expect(alone?.statements[0]?.note).toContain("expressions of interest");
    expect(dates(`${interest}\n\nBids are due on 3 July 2031.`, "submission")).toEqual([["2031-07-03", null]]);
  });
});
