import { expect, test } from "vitest";
import { aTenderDocument } from "./a-tender-document";
import { readFields } from "./read-fields";

const named = (name: string, ...documents: [string, string][]) =>
  readFields(documents.map(([path, source]) => aTenderDocument(path, source)))
    .fields.filter((field) => field.name === name)
    .map(({ text }) => text);

test("weights in words, and of two columns of figures the one that is called a weight", () => {
  expect(
    named("evaluation_factor", [
      "RFQ.md",
      "# Evaluation\n\n| Factor | Weight |\n|---|---|\n| Approach to rigging | most important |\n| Crew | second |\n| Price | least important |",
    ]),
  ).toEqual(["Approach to rigging (most important)", "Crew (second)", "Price (least important)"]);
  expect(
    named("evaluation_factor", [
      "RFP.md",
      "# Evaluation\n\n| Criterion | Points | Minimum |\n|---|---|---|\n| Crew | 20 | 12 |\n| Ropes | 80 | 40 |",
    ]),
  ).toEqual(["Crew (20)", "Ropes (80)"]);
});

test("a task order request names what is bought in the next heading, not in a paper beside it", () => {
  const [title] = named(
    "title",
    ["ROLES.md", "# Who does what\n\n| Role | Does |\n|---|---|\n| Owner | signs |"],
    [
      "TOR.docx",
      "# Task Order Request 12AB0016\n# Tide Gauge Data Mart and Build-out\n\nThe Tide Service requests quotations from holders of the agreement to perform the work that is described in the statement of objectives.",
    ],
  );
  expect(title).toBe("Tide Gauge Data Mart and Build-out");
});

test("a buyer behind a clause's number, before what it intends, and as the principal of a table", () => {
  const body =
    " requests quotations from holders of the agreement to perform the work that is described in the statement of objectives.";
  expect(named("buyer", ["RFQ.md", `# Request for quotations\n\nA.1 The National Tide Service (NTS)${body}`])[0]).toBe(
    "National Tide Service",
  );
  expect(
    named("buyer", [
      "RFQ.md",
      "# Request for quotations\n\nThe Harbour Business Center (HBC), on behalf of the Tide Service (TS), intends to issue a call order for the design and development of a tide gauge in ports.",
    ])[0],
  ).toMatch(/\(HBC\), on behalf of the Tide Service$/);
  expect(
    named("buyer", [
      "RFT.md",
      "# Request for tender\n\n| Principal | Coble Shire Water Corporation |\n| Closing Time | 2 pm |",
    ])[0],
  ).toBe("Coble Shire Water Corporation");
});

test("the end of enquiries is the last day for questions, and papers of others have dates of their own", () => {
  const { deadlines, contradictions } = readFields([
    aTenderDocument(
      "RFT.md",
      "# Request for tender\n\nTenders must be received by 20 June 2031, 14:00 UTC.\n\nIt is the bidder's responsibility that the reference forms are received on or before 17 June 2031.\n\n| End of enquiries | 16:00 UTC, 11 June 2031 |",
    ),
  ]);
  const dates = Object.fromEntries(
    deadlines.map(({ kind, statements }) => [kind, statements.map(({ localDate }) => localDate)]),
  );
  expect(dates).toMatchObject({ submission: ["2031-06-20"], questions: ["2031-06-11"] });
  expect(contradictions).toEqual([]);
});
