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

test("what an amendment is for is no summary, and limits that are asked about or replaced are none of their own", () => {
  const papers: [string, string][] = [
    [
      "RFQ.md",
      "# Request for quotation\n\nThe Tide Service seeks a team to replace the service through which skippers look up the tides of all harbours.\n\nThe technical volume of the quotation shall not exceed 9 pages.",
    ],
    [
      "Amendment 1.md",
      '# Amendment 1\n\nThe purpose of this amendment is to extend the due date and to publish the answers to all questions.\n\nIn section 2, "no more than 3 pages per example" of the response is replaced by "no more than 4 pages per example".',
    ],
    [
      "QA.md",
      "# Questions and answers\n\nQ1: Do resumes count within the limit of nine pages?\n\nA1: No.\n\nQ2: Is there more?\n\nA2: No.",
    ],
  ];
  expect(named("summary", ...papers)).toEqual([expect.stringContaining("look up the tides")]);
  expect(named("page_limit", ...papers)).toHaveLength(1);
});

test("a span that begins with the award ends on no day of award; a question with a weight is no factor; a clause's number is no word", () => {
  const source =
    "# Invitation to tender\n\n1.1 The Tide Council is inviting tenders for the transport of all skippers between its three harbours.\n\n| Criterion | Weight |\n|---|---|\n| Quality of service | 60% |\n| Price | 40% |\n\n# Method statement\n\n| Question | Weight |\n|---|---|\n| Describe how you will get ready between award and 1 September 2031. | 10% |";
  expect(named("evaluation_factor", ["ITT.md", source])).toEqual(["Quality of service (60%)", "Price (40%)"]);
  expect(named("summary", ["ITT.md", source])[0]).toMatch(/^The Tide Council is inviting/);
  expect(readFields([aTenderDocument("ITT.md", source)]).deadlines.map(({ kind }) => kind)).not.toContain("award");
});

test("the file's name that a program prints over each page is no title beside the title's own line", () => {
  const source =
    "RFP 31-0042 Lamps\n\n# Request for proposals\n\nHarbour Lamp and Buoy System\n\nIssue date: 3 May 2031\n\nThe Tide Service issues this request to establish a contract for the lamps and buoys of all of its harbours and piers for the next four years.";
  expect(named("title", ["RFP 31-0042 Lamps.pdf", source])[0]).toBe("Harbour Lamp and Buoy System");
});

test("an order to send one message to an address says how to submit", () => {
  expect(
    named("submission_method", [
      "RFQ.md",
      "# How to submit\n\nSend one email with all attachments to tides@example.gov.\n\nSend an email with questions about invoices to pay@example.gov.",
    ]),
  ).toEqual(["Send one email with all attachments to tides@example.gov."]);
});
