import { describe, expect, test } from "vitest";
import { aTenderDocument } from "./a-tender-document";
import { readFields } from "./read-fields";
import { readStatedDate } from "./read-stated-date";
import type { TenderFields } from "./tender-fields";

function inForce(fields: TenderFields, kind: "submission" | "questions") {
  const group = fields.deadlines.find((one) => one.kind === kind);
  return group?.inForce == null ? null : (group.statements[group.inForce] ?? null);
}

function first(fields: TenderFields, name: string): string | undefined {
  return fields.fields.find((field) => field.name === name)?.text;
}

test("a row of several labels and values: each date belongs to the label right before it", () => {
  const fields = readFields([
    aTenderDocument(
      "call.docx",
      "| Publication date of the call | 4 March 2027 | Closing date for reception | 2 April 2027 |",
    ),
  ]);
  expect(inForce(fields, "submission")).toMatchObject({ localDate: "2027-04-02" });
  expect(fields.deadlines.find(({ kind }) => kind === "issued")?.statements.map((one) => one.localDate)).toEqual([
    "2027-03-04",
  ]);
});

test("a form that asks for the opening's date in one line and its time in the next closes then, and says why", () => {
  const fields = readFields([
    aTenderDocument(
      "bid.pdf",
      "| Bid Opening Date: | Tuesday, May 4, 2027 |\n| Bid Opening Time: | 10:30 AM Baltimore Local Time |\n| Location: | by video |",
    ),
  ]);
  expect(inForce(fields, "submission")).toMatchObject({
    localDate: "2027-05-04",
    localTime: "10:30",
    zone: "America/New_York",
    at: "2027-05-04T14:30:00.000Z",
    note: expect.stringContaining("due when they are opened"),
  });
});

test("an opening is no date of submission where that is stated", () => {
  const fields = readFields([
    aTenderDocument("itb.md", "Bids are due on 3 May 2027 at 14:00 UTC.\nBid opening: 4 May 2027 at 10:00 UTC."),
  ]);
  expect(inForce(fields, "submission")).toMatchObject({ localDate: "2027-05-03" });
  expect(fields.contradictions).toEqual([]);
});

test("a zone that is said once for all times is that of every time without one, and a season before a region's name counts", () => {
  const fields = readFields([
    aTenderDocument(
      "rfp.md",
      "All times are Alaska Prevailing Time.\nDeadline for questions: 4:00 p.m. on July 15, 2027\nProposals are due at 12:00 PM standard Alaska Time on December 9, 2027.",
    ),
  ]);
  expect(inForce(fields, "questions")).toMatchObject({ zone: "America/Anchorage", at: "2027-07-16T00:00:00.000Z" });
  expect(inForce(fields, "submission")).toMatchObject({ zone: "-09:00", at: "2027-12-09T21:00:00.000Z" });
});

test("of two papers that say the same moment, the one that names its zone is in force", () => {
  const fields = readFields([
    aTenderDocument("rfp.md", "Proposals must be received no later than 3 May 2027, 2:00 PM."),
    aTenderDocument("schedule.md", "| Proposals due | 3 May 2027, 2:00 PM CEST |"),
  ]);
  expect(inForce(fields, "submission")).toMatchObject({ at: "2027-05-03T12:00:00.000Z" });
});

test("an award or a beginning before bids are due is of another contract, or the day from which a rate holds", () => {
  const fields = readFields([
    aTenderDocument(
      "terms.md",
      "Bids are due on 3 May 2027 at 14:00 UTC.\nEffective Date between July 1, 2026, and June 30, 2027, $13.25 an hour;\nContract start date: 1 September 2027",
    ),
  ]);
  const start = fields.deadlines.find(({ kind }) => kind === "start");
  expect(start?.statements.map(({ localDate }) => localDate)).not.toContain("2026-07-01");
  expect(start?.statements.map(({ localDate }) => localDate)).toContain("2027-09-01");
});

test("a number in several long parts after the kind of procedure, and one that stands in the papers' names, are its reference", () => {
  const parts = readFields([
    aTenderDocument("rfp.md", "# Request for Proposals\n# Harbour lighting\nRFP 2027-1800-0042"),
  ]);
  expect(first(parts, "reference")).toBe("2027-1800-0042");
  const named = readFields([
    aTenderDocument("K3301977 terms.pdf", "# Terms and conditions"),
    aTenderDocument(
      "Invitation K3301977 Paper towels.pdf",
      "# Paper towels, folded\n# K3301977\nIssued by: City of Port Alder",
    ),
  ]);
  expect(first(named, "reference")).toBe("K3301977");
});

test("a title runs over the lines that small words link, a web address is none, and a labelled one may end like a sentence", () => {
  const linked = readFields([
    aTenderDocument(
      "tender.pdf",
      "# NOTICE INVITING TENDER\n# PROPOSED SHELVING WORK\n# FOR\n# BANK OF ALDERNIA\n# AT\n# HARBOUR ROAD BRANCH",
    ),
  ]);
  expect(first(linked, "title")?.replace(/\s+/g, " ")).toBe(
    "PROPOSED SHELVING WORK FOR BANK OF ALDERNIA AT HARBOUR ROAD BRANCH",
  );
  expect(first(linked, "buyer")).toBe("BANK OF ALDERNIA");
  const labelled = readFields([
    aTenderDocument(
      "eoi.docx",
      "Online: www.alder.example\n| Title of the EOI | Studies of harbour traffic, with a possibility of extension. |",
    ),
  ]);
  expect(first(labelled, "title")).toBe("Studies of harbour traffic, with a possibility of extension");
});

test("a buyer known by its letters is given the name that the papers spell out", () => {
  const fields = readFields([
    aTenderDocument(
      "call.md",
      "ANHA invites expressions of interest in harbour studies.\nThis call gives the Alder Network for Harbour Assessment (ANHA or the Network) a list of candidates.",
    ),
  ]);
  expect(first(fields, "buyer")).toBe("Alder Network for Harbour Assessment");
});

test("a meeting's length is no period of the contract, and a sentence about those who cannot comply no place of work", () => {
  const fields = readFields([
    aTenderDocument(
      "rfp.md",
      "| Duration | 1 hour total |\nIf the offeror cannot certify that all work will be performed in the country, it must say where.",
    ),
  ]);
  expect(first(fields, "period")).toBeUndefined();
  expect(first(fields, "place")).toBeUndefined();
});

test.each([
  ["Sluiting inschrijving: 3 maart 2031 om 14u00", "2031-03-03", "14:00"],
  ["Termin składania ofert: 7 lipca 2031, godzina 10.00", "2031-07-07", "10:00"],
  ["Tarjousten määräaika: 5. toukokuuta 2031 klo 16 mennessä", "2031-05-05", "16:00"],
  ["Lhůta pro podání nabídek: 9. října 2031 do 11:30", "2031-10-09", "11:30"],
  ["Termen limită: 14 iunie 2031, ora 12:00", "2031-06-14", "12:00"],
  ["Tilbudsfrist: 2. juni 2031 kl. 12", "2031-06-02", "12:00"],
])("%s", (text, date, time) => {
  expect(readStatedDate(text)).toMatchObject({ localDate: date, localTime: time });
});

describe("schedules as buyers write them", () => {
  const dates = (source: string) =>
    Object.fromEntries(
      readFields([aTenderDocument("rfp.md", source)]).deadlines.map(({ kind, statements, inForce }) => [
        kind,
        inForce === null ? statements.map(({ flags }) => flags) : statements[inForce]?.localDate,
      ]),
    );

  test("a day on which two things end, and what only begins or was asked before", () => {
    expect(
      dates(`# Timetable
Tenders should be submitted to harbour@port.example.

- 2031/02/08: Tender opens, question period opens
- 2031/06/22: Fourth proposal received
- 2031/07/06: Tender closes, question period closes
- 2031/07/20: The harbour board will announce the vendor selection`),
    ).toMatchObject({ submission: "2031-07-06", questions: "2031-07-06", award: "2031-07-20" });
  });

  test("the buyer's answers, and what it asks bidders for, are no last day for questions", () => {
    expect(
      dates(`| Event | Date |
| --- | --- |
| Deadline for submitting questions | August 9, 2031 |
| Answers to written questions | August 12, 2031 |
| Harbour office responds to questions | August 13, 2031 |
| Owner-requested proposal clarifications | September 4, 2031 |
| Proposals due | August 30, 2031 |`),
    ).toMatchObject({
      questions: "2031-08-09",
      answers: expect.stringMatching(/^2031-08-1/),
      submission: "2031-08-30",
    });
    expect(dates("RE: Submitted questions from 19 February – 5 March 2031:\n\nMay we use cranes?")).not.toHaveProperty(
      "questions",
    );
  });

  test("a year with a figure too many is shown as it stands, and no date is made of it", () => {
    expect(dates("| Event | Date |\n| --- | --- |\n| Supplier response due | 08/16/22031 |")).toEqual({
      submission: [expect.arrayContaining(["impossible"])],
    });
  });
});

describe("title pages as buyers print them", () => {
  const found = (path: string, source: string) =>
    Object.fromEntries(
      readFields([aTenderDocument(path, source)])
        .fields.toReversed()
        .map(({ name, text }) => [name, text]),
    );

  test("labels that the page has run into one line", () => {
    expect(
      found(
        "sor.md",
        "# PQA #58110 Statement of Requirements for Technology Project Services\n# Agency: Port Authority of Larkhaven Project Name: Quay Ledger Migration Date: August 5, 2031",
      ),
    ).toMatchObject({ title: "Quay Ledger Migration", buyer: "Port Authority of Larkhaven" });
  });

  test("a town and a county are buyers; a number is no title; a file's name tells the procedure's number", () => {
    expect(
      found(
        "Larkhaven Boathouse RFP_2031_004.md",
        "# Town of Larkhaven\n# Boathouse and Slipway\n# Request for Proposal\nLarkhaven Boathouse 2031_004\n",
      ),
    ).toMatchObject({ buyer: "Town of Larkhaven", title: "Boathouse and Slipway", reference: "2031_004" });
    expect(
      found(
        "sor.md",
        "# STATEMENT OF REQUIREMENTS (SOR)\n# SOR # LKH-240722-01\n# Design Research for the Ferry Ledger\n# Harrow County\n",
      ),
    ).toMatchObject({
      buyer: "Harrow County",
      title: "Design Research for the Ferry Ledger",
      reference: "LKH-240722-01",
    });
  });

  test("a court above the subject is the buyer, in a draft too", () => {
    expect(
      found(
        "draft/rfq.md",
        "# DRAFT\n# REQUEST FOR QUOTE #31-0018\n# Larkhaven Harbour Court\n# Berth Filing System\n",
      ),
    ).toMatchObject({ buyer: "Larkhaven Harbour Court", title: "Berth Filing System", reference: "31-0018" });
  });

  test("a buyer that is named after what it buys does not hide the title", () => {
    expect(
      found(
        "rfp.md",
        "# Request for Proposal\n## Lighthouse Third-Party Safety Audit\nThe Lighthouse Friends Safety Third-Party Audit sub-project is soliciting proposals from safety auditors.\n",
      ),
    ).toMatchObject({ title: "Lighthouse Third-Party Safety Audit" });
  });
});

test("one line of a schedule may end both the time for questions and the one to say that one takes part", () => {
  const fields = readFields([
    aTenderDocument(
      "rfp.md",
      "| Event | Date |\n|---|---|\n| Confirmation of Intent to Participate & Questions | February 24, 2027, no later than 12 p.m. CST |\n| Proposal Due Date | March 3, 2027 |\n\nPlease prepare your proposal and send it to Ann Moor on or before March 3, 2027, at 12:00pm Central Standard Time.",
    ),
    aTenderDocument("Timeline.xlsx", "| Event | Due Date |\n|---|---|\n| RFP Due Date | 2027-03-01 |"),
  ]);
  expect(inForce(fields, "questions")).toMatchObject({ localDate: "2027-02-24", localTime: "12:00" });
  expect(inForce(fields, "submission")).toMatchObject({ localDate: "2027-03-03", localTime: "12:00" });
  expect(fields.contradictions).toMatchObject([{ kind: "submission", severity: "hard" }]);
});

test("a stamp at a paper's head in another zone than its schedule is shown beside it, and the schedule holds", () => {
  const fields = readFields([
    aTenderDocument(
      "call.md",
      "Deadline Date: 2027-08-14 23:59:00 Z\n\nDeadline for submission of proposals: 14 August 2027 (23:59:59 EST)",
    ),
  ]);
  expect(inForce(fields, "submission")).toMatchObject({ localDate: "2027-08-14", zoneStated: "EST" });
  expect(fields.contradictions).toMatchObject([{ kind: "submission", severity: "soft" }]);
});

test("a buyer who only says what it is, one that carries out a project, and one whose name breaks its line are found", () => {
  const buyer = (text: string) => first(readFields([aTenderDocument("a.md", text)]), "buyer");
  expect(
    buyer(
      "# Background\n\nThe Civil Harbour Institute Inc. (CHI) is a 501(c)(3) non-profit entity that supports ports.",
    ),
  ).toBe("Civil Harbour Institute Inc.");
  expect(
    buyer(
      "# Context\n\nNordsee Gesellschaft für Häfen (NGH), GmbH is implementing a project on quays with two ministries.",
    ),
  ).toMatch(/^Nordsee Gesellschaft für Häfen/);
  expect(
    buyer(
      "# Caisse des Écoles du 9e\n\n## arrondissement de Lyon\n\n## Marché à procédure adaptée\n\nLe marché porte sur un logiciel.",
    ),
  ).toMatch(/Caisse des Écoles du 9e\s+arrondissement de Lyon/);
});

test("a number with the kind of procedure within it, and a French one printed in parts, are references; a programme's name is none", () => {
  const reference = (text: string) => first(readFields([aTenderDocument("a.md", text)]), "reference");
  expect(reference("Request for Proposal (RFP) - Harbour Dashboard (W9117-RFP-026)")).toBe("W9117-RFP-026");
  expect(reference("# Marché n° 2027 – 07 TECH\n\nCahier des clauses particulières")).toBe("2027-07 TECH");
  const title = (text: string) => first(readFields([aTenderDocument("a.md", text)]), "title");
  expect(title("# Marché n° 2027 – 07 TECH\n\n# CCP n° 2027-07 - Version juillet 2027")).toBeUndefined();
  expect(reference("# Terms of reference for reporting under QUAY4NDC project")).toBeUndefined();
});

test("small headings below the criteria are factors, and a letter of one page is limited", () => {
  const fields = readFields([
    aTenderDocument(
      "rfi.md",
      "# 6. Evaluation\n\n## Evaluation Criteria\n\n## Technical capabilities:\n\nThe vendor's ability to join our systems.\n\n## Domain expertise:\n\nThe vendor's knowledge of ports.\n\n## Timeline\n\nProvide a one-page cover letter on company letterhead. Keep a three-page log.",
    ),
  ]);
  const factors = fields.fields.filter(({ name }) => name === "evaluation_factor").map(({ text }) => text);
  expect(factors).toEqual(["Technical capabilities", "Domain expertise"]);
  expect(fields.fields.filter(({ name }) => name === "page_limit")).toMatchObject([{ value: { amount: 1 } }]);
});

test("of a form's options only what is ticked counts", () => {
  const fields = readFields([
    aTenderDocument(
      "form.md",
      "Set-aside: ☐ Unrestricted ☒ Small business set-aside ☐ HUBZone\n\nType of contract: [ ] Time and materials [x] Firm fixed price\n\n☐ ISO 9001 certified\n\n☒ ISO 27001 certified\n\nPlace of performance:\n\n(Check one):",
    ),
  ]);
  const texts = (name: string) => fields.fields.filter((field) => field.name === name).map(({ text }) => text);
  expect(texts("set_aside")).toEqual(["Small business set-aside"]);
  expect(texts("contract_type")).toEqual(["Firm fixed price"]);
  expect(texts("eligibility")).toEqual(["ISO 27001 certified"]);
  expect(texts("place")).toEqual([]);
});

test("a summary quotes no law, and a title is no organisation alone", () => {
  const fields = readFields([
    aTenderDocument(
      "rfp.md",
      "# Harrow Valley Water District\n\n# Purpose\n\nSection 1452 of the Clean Water Act requires an applicant to provide the services of a plan before any supply of water.\n\nThe purpose of this request is to renew three pumping stations along the northern canal before the summer.",
    ),
  ]);
  expect(first(fields, "summary")).toMatch(/^The purpose of this request/);
  expect(first(fields, "title")).toBeUndefined();
});
