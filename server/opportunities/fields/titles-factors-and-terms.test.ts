import { expect, test } from "vitest";
import { aTenderDocument } from "./a-tender-document";
import { readFields } from "./read-fields";

test("what is bought stands in the line behind \u201cSEALED BIDS FOR\u201d, and is no part of the buyer below it", () => {
  const read = readFields([
    aTenderDocument(
      "request.pdf",
      "REQUEST FOR PROPOSALS No. RFP-31-004\n\nSEALED PROPOSALS FOR\n\nHarbour Advisory Services (various)\n\nSTATE OF ARVON DEPARTMENT OF COASTS\n\nWILL BE RECEIVED UNTIL 4 March 2031, 14:00 UTC",
    ),
  ]);
  const first = (name: string) => read.fields.find((field) => field.name === name)?.text;
  expect(first("title")).toBe("Harbour Advisory Services (various)");
  expect(first("buyer")).toBe("STATE OF ARVON DEPARTMENT OF COASTS");
});

test("a part's heading and a line of hours are no title, and who begins small may buy", () => {
  const read = readFields([
    aTenderDocument(
      "request.md",
      "Time: 10:00 a.m. CDT\n\n# SECTION L - INSTRUCTIONS TO OFFERORS\n\n# C.1 BACKGROUND OF THE HARBOUR\n\n# Ferry Ticketing Renewal\n\nayeSport Arvon Society (ayeSport) is an independent not-for-profit organization for the lake. Offers are due by 4 March 2031, 2PM E.S.T.",
    ),
  ]);
  const texts = (name: string) => read.fields.flatMap((field) => (field.name === name ? field.text : []));
  expect(texts("title")).toEqual(["Ferry Ticketing Renewal"]);
  expect(texts("buyer")[0]).toBe("ayeSport Arvon Society");
  expect(read.deadlines[0]?.statements[0]).toMatchObject({ localTime: "14:00", zone: "-05:00" });
});

test("the end of a contract is no start of it", () => {
  const period = "The contract lasts two years from the contract start date: 6/15/2031 - 6/14/2033.";
  const read = readFields([aTenderDocument("request.md", `Contract start date: June 15, 2031.\n\n${period}`)]);
  expect(read.contradictions).toEqual([]);
  expect(read.deadlines.find(({ kind }) => kind === "start")?.statements.map((one) => one.localDate)).toEqual([
    "2031-06-15",
    "2031-06-15",
  ]);
});

test("what bids are evaluated on is a list of factors, what nobody may look at is none", () => {
  const read = readFields([
    aTenderDocument(
      "request.md",
      "## Evaluation of proposals\n\nProposals will be evaluated on:\n\n- Fit of the crew to the lake\n- Cost and value\n\nEvaluators shall not discriminate on the following criteria:\n\n- Religion of the bidder\n\nDiscrimination due to the race, religion or age of the bidder is forbidden in the evaluation.",
    ),
  ]);
  expect(read.fields.flatMap((field) => (field.name === "evaluation_factor" ? field.value.name : []))).toEqual([
    "Fit of the crew to the lake",
    "Cost and value",
  ]);
});

test("a cell that begins with a name in capitals is read by its words, however long", () => {
  const row = (cell: string) =>
    `## Evaluation criteria\n\n| Criterion | Points |\n|---|---|\n| ${cell} | 20 |\n| Price | 80 |`;
  const names = (cell: string) =>
    readFields([aTenderDocument("request.md", row(cell))]).fields.flatMap((field) =>
      field.name === "evaluation_factor" ? field.value.name : [],
    );
  const explained =
    "Safety Programme Bidders with a record of few accidents on the lake over the last ten years of work, told year by year";
  expect(names(explained)).toContain("Safety Programme");
  expect(names(`${"Harbour & Lake ".repeat(20)}2031`)).toContain("Price");
});
