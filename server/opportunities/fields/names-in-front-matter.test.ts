import { expect, test } from "vitest";
import { aTenderDocument } from "./a-tender-document";
import { readFields } from "./read-fields";

const textsOf = (source: string, ...others: string[]) => {
  const papers = [source, ...others].map((text, number) => aTenderDocument(`paper-${number}.md`, text));
  const read = readFields(papers);
  return (name: string) => read.fields.flatMap((field) => (field.name === name ? field.text : []));
};

test("numbered headings, parts and lists of papers are no title; what stands between them is", () => {
  const texts = textsOf(
    "Lake Region Planning Commission\n\nHousehold Ferry Survey\n\nRequest for Proposals\n\n# I. INTRODUCTION\n\n# PART II\n\n# QUOTATION INSTRUCTIONS AND EVALUATION\n\nThe Lake Region Planning Commission requests proposals from qualified offerors to conduct a Household Ferry Survey for a better understanding of the region's crossings.",
  );
  expect(texts("title")).toEqual(["Household Ferry Survey"]);
});

test("an informal request names what it is for, its number in brackets, and the buyer whose short name it goes on with", () => {
  const texts = textsOf(
    "Informal Request for Proposal (IRFP 16/17-04) for Ferry Data Warehouse Services\n\nThe Arvon County Transportation Authority (Transportation Authority) manages a large set of data on ferries and piers, maintained in many places and formats today.\n\nIn addition, the Transportation Authority is seeking help with the procedures that fill the warehouse. For questions call 1-866-810-6346.",
  );
  expect(texts("title")[0]).toBe("Ferry Data Warehouse Services");
  expect(texts("reference")).toEqual(["IRFP 16/17-04"]);
  expect(texts("buyer")).toEqual(["Arvon County Transportation Authority"]);
});

test("labels that a page sets apart from their values label nothing, and an office's letters are spelt out among its address", () => {
  const texts = textsOf(
    "# REQUEST FOR QUOTATION No. 693JJ331Q000011\n\nIssuing Office:\n\nAgency Contact:\n\nTitle:\n\nOffice of Acquisition and Grants Management Federal Waterway Administration (FWWA) 1200 Harbour Avenue, SE Port Laurel, ZZ 20590-0001\n\nAda Brook, Contract Specialist\n\nFerry Agility Support Services (FAS3)\n\nAs a result of this request, FWWA anticipates awarding about four agreements. FWWA reserves the right to award none of them at all.",
  );
  expect(texts("buyer")).toEqual(["Federal Waterway Administration"]);
  expect(texts("title")).toEqual(["Ferry Agility Support Services (FAS3)"]);
});

test("the only hour of a sentence belongs to its only day, however far apart; noon in brackets hides no zone; the fuller statement is in force", () => {
  const [deadline] = readFields([
    aTenderDocument("notice.md", "Quotations are due on February 17, 2031."),
    aTenderDocument(
      "instructions.md",
      "February 17, 2031, quotations must be submitted to the contracting officer via email no later than 12:00 PM ET.\n\nQuotations are due no later than 12:00 PM ET (Noon) on February 17, 2031.",
    ),
  ]).deadlines;
  expect(deadline?.statements.map(({ localTime, zoneStated }) => [localTime, zoneStated])).toEqual([
    [null, null],
    ["12:00", "ET"],
    ["12:00", "ET"],
  ]);
  expect(deadline?.statements[deadline.inForce ?? 0]).toMatchObject({ localTime: "12:00", zone: "America/New_York" });
});

test("the first line of a paper that is nothing but an organisation's name is who buys; numbered papers are no title", () => {
  const texts = textsOf(
    "# National Lighthouse Governing Board\n\n# Request for Quotations 91995931Q0001\n\n# Attachment J-3\n\nConference Rooms and Lodging\n\nNAICS Code: 721110\n\nPlease read all of it.",
  );
  expect(texts("buyer")).toEqual(["National Lighthouse Governing Board"]);
  expect(texts("title")).not.toContain("Attachment J-3");
});

test("a head that holds who buys and what in one line is taken apart", () => {
  const texts = textsOf(
    "Department of Harbour Safety (DHS) Keeper Lodging Services\n\nSECTION A - Notice to Offerors\n\nThe RFQ number is 70LGLY31Q0084 and must be named on every paper.",
  );
  expect(texts("title")).toEqual(["Keeper Lodging Services"]);
});

test("names set as headings that end in their points are factors", () => {
  const { fields } = readFields([
    aTenderDocument(
      "rfp.md",
      "# 9. Proposal evaluation process\n\nThe following elements will be considered during the evaluation.\n\n## MAXIMUM POINTS\n\n## A. Responsiveness to the RFP. 10\n\n- Thoroughness of the answer.\n\n## B. Qualifications and Experience. 40\n\n- Work of like size.\n\n## C. Price. 45\n",
    ),
  ]);
  expect(fields.flatMap(({ name, text }) => (name === "evaluation_factor" ? text : []))).toEqual([
    "Responsiveness to the RFP (10 points)",
    "Qualifications and Experience (40 points)",
    "Price (45 points)",
  ]);
});

test("a day that a bidder asks about, or by which the buyer responds, is no last day for questions", () => {
  const { deadlines } = readFields([
    aTenderDocument(
      "rfp.md",
      "# Dates\n\nDeadline to submit questions: February 17, 2031, 12:00 PM ET.\n\nDeadline to respond to questions: February 20, 2031, 4:00 PM ET.",
    ),
    aTenderDocument(
      "questions-and-answers.md",
      "Question 1: Is there flexibility with extending the due date past February 24, 2031.\n\nAnswer: No.\n\nQuestion 2: Are lamps lit at noon?\n\nAnswer: Yes.",
    ),
  ]);
  const questions = deadlines.find(({ kind }) => kind === "questions");
  expect(questions?.statements.map(({ localDate }) => localDate)).toEqual(["2031-02-17"]);
  expect(deadlines.find(({ kind }) => kind === "answers")?.statements[0]?.localDate).toBe("2031-02-20");
});
