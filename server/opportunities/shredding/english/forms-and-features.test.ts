import { describe, expect, test } from "vitest";
import { quotes, shred } from "../testing/shred";

const below = (heading: string, body: string) => `# ${heading}\n\n${body}`;
const table = (header: string[], rows: string[][]) =>
  [header, header.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

describe("what is refused and what alone is taken", () => {
  test.each([
    "The harbour will only accept bids through its portal.",
    "Travel to the quay will only be paid on receipt of the tickets.",
    "Failure to sign every lamp plan may be cause for rejection.",
    "Failing to return the keys will result in the end of the contract.",
    "Additional terms will not be accepted.",
    "Only those who have kept a lamp can bid.",
    "The budget of the lamps is not to exceed 45,000 euros.",
    "The council has a strong preference for firms that keep boats.",
    "The council will reject a bid if it finds that its author was bribed.",
    "Changes to the general terms may be cause for rejection of the proposal.",
    "A bid is not considered successful unless all files have been uploaded.",
    "The council recommends you send your bid the day before.",
    "Each paragraph in the proposal should name the lamp that it is about.",
    "Return signed cover page and all lamp plans.",
    "This request and the plans in it are to be used only by whoever received them.",
    "Losses of oil will be the responsibility of the supplier and not that of the council.",
    "In addition, the council strongly prefers those firms with lamps of brass.",
  ])("%s", (sentence) => {
    expect(quotes(below("Submission of bids", sentence))).toEqual([sentence]);
  });

  test.each([
    "Bidders that name no boat will not be excluded.",
    "Failure of the harbour to answer will not extend the closing date.",
    "The harbour may waive errors in bids, should such acts be in its interest.",
    "Statements of opinion are not considered valid questions and will not receive a response.",
    "The total number of points of the lamps is 100.",
  ])("asks nothing: %s", (sentence) => {
    expect(quotes(below("Submission of bids", sentence))).toEqual([]);
  });
});

describe("forms", () => {
  const said = [
    "The bidder has not been convicted of the theft of lamps.",
    "The bidder complies with the lamp act and its rules.",
    "The firm is presently engaged in the keeping of lamps.",
  ];

  test("what a bidder says of itself beside boxes to tick is asked for, of the bidder", () => {
    const form = table(
      ["No", "Statement", "Answer", ""],
      said.map((one, index) => [String(index), one, "True", "False"]),
    );
    expect(shred(below("Certifications", form)).map(({ obliged, kind }) => [obliged, kind])).toEqual([
      ["bidder", "eligibility"],
      ["bidder", "legal"],
      ["bidder", "eligibility"],
    ]);
  });

  test("a question about the bidder is asked for; one that has its answer beside it is not", () => {
    const asked = "Has the bidder been involved in a wreck?";
    expect(shred(below("Declaration", table(["No", "Question", "Yes / No"], [["1", asked, ""]])))).toHaveLength(1);
    expect(
      shred(
        below("Declaration", table(["No", "Question", "Reply"], [["1", asked, "It was, in the year of the storm."]])),
      ),
    ).toEqual([]);
  });

  test("a cell of several duties is read by its sentences, and a row of few stays one", () => {
    const long = [
      "The bidder must name two lamps that it has built within the last three years and that are lit today.",
      "Every lamp must have stood for a winter on an open quay without a keeper who lived beside it.",
      "The plans should be added as drawings, with the names of those who drew and of those who checked them.",
      "If there are none, photographs can be sent, with a short word on where the drawings were lost, and when.",
    ];
    const rows = table(
      ["Number", "Criteria"],
      [
        ["1", long.join(" ")],
        ["2", "The bidder must name a keeper."],
      ],
    );
    expect(quotes(below("Mandatory requirements", rows))).toEqual([
      ...long,
      expect.stringContaining("The bidder must name a keeper."),
    ]);
  });

  test("names and addresses to be filled in are no requirements of their own", () => {
    expect(
      quotes(below("Bidder", "Please provide the following:\n\n- Name\n- Telephone\n- A plan of the quay")),
    ).toEqual(["A plan of the quay"]);
  });
});

describe("what the product has to do", () => {
  test("rows with a priority are requirements, bound by it", () => {
    const rows = table(
      ["Area", "Feature", "Rank"],
      [
        ["Maps", "Layers of tides and lamps on one interface", "Must Have"],
        ["Maps", "Interface that moves with the tide", "Good to Have"],
        ["Maps", "Search by the names of other harbours", "Wish to Have-Later"],
      ],
    );
    expect(shred(rows, "Feature sheet.md").map(({ isMandatory, kind }) => [isMandatory, kind])).toEqual([
      [true, "technical"],
      [false, "technical"],
      [false, "technical"],
    ]);
  });

  test("items under a heading of features are asked for, with their labels", () => {
    const list =
      "- Tide tables: the ability to lay them over the chart.\n- Lamps: Display the hours in which each is lit.";
    expect(shred(below("Functional features", list)).map(({ kind }) => kind)).toEqual(["technical", "technical"]);
  });

  test.each([
    "Users should be able to switch the layers of the chart off.",
    "There should be a link from each lamp to its log.",
    "Your agency's employees are expected to wear the dress of the harbour.",
  ])("%s", (sentence) => {
    expect(quotes(below("Requirements", sentence))).toEqual([sentence]);
  });

  test("a checklist asks for what stands in it", () => {
    const list =
      "Offerors should use this checklist to ensure that all papers are sent.\n\n- All addenda, with their signatures\n- Exceptions to the contract, if any";
    expect(quotes(below("Checklist", list))).toEqual(
      expect.arrayContaining(["All addenda, with their signatures", "Exceptions to the contract, if any"]),
    );
  });

  test("what only groups a list leaves it to the heading above", () => {
    expect(
      quotes(below("Content of the quotation", "Company information:\n\n- Copy of the licence\n- Cover letter")),
    ).toEqual(["Copy of the licence", "Cover letter"]);
  });

  test("goods are asked for where their prices are left to be filled in", () => {
    const header = ["No", "Item", "Description", "Quantity", "Unit price"];
    const goods = (price: string) => table(header, [["1", "Lamp", "Brass lamp with a lens of glass", "4", price]]);
    expect(shred(below("Goods", goods("")))).toHaveLength(1);
    expect(shred(below("Goods", goods("12.00")))).toEqual([]);
  });
});
