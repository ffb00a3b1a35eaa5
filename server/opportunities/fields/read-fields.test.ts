import { describe, expect, test } from "vitest";
import type { DeadlineKind, FieldName } from "@/lib/vocabulary/opportunities";
import { aTenderDocument } from "./a-tender-document";
import { readDeadlines } from "./deadlines/read-statements";
import { readFields } from "./read-fields";
import type { TenderFields } from "./tender-fields";

const first = (fields: TenderFields, name: FieldName) => fields.fields.find((field) => field.name === name)?.text;
const all = (fields: TenderFields, name: FieldName) =>
  fields.fields.filter((field) => field.name === name).map(({ text }) => text);
function inForce(fields: TenderFields, kind: DeadlineKind) {
  const group = fields.deadlines.find((one) => one.kind === kind);
  const said = group?.inForce == null ? null : group.statements[group.inForce];
  return said ? [said.localDate, said.localTime, said.zone].filter(Boolean).join(" ") : null;
}

const council = aTenderDocument(
  "ITT.md",
  `# Wexcombe Borough Council
   ## Invitation to Tender: Grounds Maintenance 2027
   Contract reference: WBC/PROC/0431
   | Stage | Date |
   | --- | --- |
   | Deadline for clarification questions | 24/03/2027 17:00 (UK time) |
   | Council responses to clarifications | 31/03/2027 |
   | Tender submission deadline | 09/04/2027, 12 noon (UK time) |
   | Notification of award decision | 14/05/2027 |
   | Contract start date | 01/07/2027 |
   The Council is seeking a contractor to maintain parks and verges. The estimated value of the contract is £2,400,000 over four years.
   Tenders must be submitted electronically through the e-tendering portal.
   # Evaluation
   | Criterion | Weighting |
   | --- | --- |
   | Price | 50% |
   | Method statements | 40% |
   | Social value | 10% |
   Method statements must not exceed 1,500 words per question. The technical response is limited to 20 sides of A4.
   CPV code: 77310000-6
   The contract will run for four years.
   Contact: Priya Raman, Senior Procurement Officer, procurement@wexcombe.example`,
);

describe("a British invitation to tender", () => {
  const fields = readFields([council]);

  test("dates of its timetable are typed by their rows and read day first, as 24/03 proves", () => {
    expect(inForce(fields, "submission")).toBe("2027-04-09 12:00 Europe/London");
    expect(inForce(fields, "questions")).toBe("2027-03-24 17:00 Europe/London");
    expect(inForce(fields, "answers")).toBe("2027-03-31");
    expect(inForce(fields, "award")).toBe("2027-05-14");
    expect(inForce(fields, "start")).toBe("2027-07-01");
    expect(fields.contradictions).toEqual([]);
  });

  test("title, buyer, reference and the rest are its own words", () => {
    expect(first(fields, "title")).toBe("Grounds Maintenance 2027");
    expect(first(fields, "buyer")).toBe("Wexcombe Borough Council");
    expect(first(fields, "reference")).toBe("WBC/PROC/0431");
    expect(first(fields, "kind")).toBe("Invitation to Tender");
    expect(first(fields, "period")).toContain("four years");
    expect(first(fields, "submission_method")).toContain("e-tendering portal");
    expect(fields.fields.find(({ name }) => name === "value")?.value).toEqual({ amount: "2400000", currency: "GBP" });
    expect(all(fields, "category")).toEqual(["CPV 77310000-6"]);
    expect(all(fields, "evaluation_factor")).toEqual(["Price (50%)", "Method statements (40%)", "Social value (10%)"]);
    expect(all(fields, "page_limit")).toEqual(["Method statements: 1500 words", "technical response: 20 pages"]);
    expect(fields.fields.find(({ name }) => name === "contact")?.value).toMatchObject({
      name: "Priya Raman",
      email: "procurement@wexcombe.example",
    });
  });

  test("what it does not state is absent", () => {
    expect(first(fields, "set_aside")).toBeUndefined();
    expect(first(fields, "incumbent")).toBeUndefined();
    expect(first(fields, "contract_type")).toBeUndefined();
  });
});

test("a later paper that moves the date is in force, and the old date is shown beside it", () => {
  const log = aTenderDocument(
    "Clarification log 2.md",
    "The tender submission deadline has been extended from 9 April 2027 to 16 April 2027 at 12 noon.",
  );
  const fields = readFields([council, log]);
  expect(inForce(fields, "submission")).toBe("2027-04-16 12:00");
  expect(fields.contradictions).toMatchObject([
    { what: "submission date: 9 or 16 April 2027 (moved)", severity: "soft" },
  ]);
});

test("two papers that disagree are a hard contradiction with both quotes, and the earlier date is pointed at", () => {
  const notice = aTenderDocument("notice.md", "Bids must be received no later than 3 May 2027, 14:00 UTC.");
  const letter = aTenderDocument("letter.md", "Reply by: 5 May 2027, 14:00 UTC");
  const fields = readFields([letter, notice]);
  const [group] = fields.deadlines;
  expect(group?.state).toBe("contradicted");
  expect(group?.statements[group.earliest ?? -1]?.localDate).toBe("2027-05-03");
  expect(fields.contradictions).toMatchObject([
    { what: "submission date: 3 or 5 May 2027", severity: "hard", kind: "submission" },
  ]);
});

test("the same moment in other words is no contradiction; another zone of the same clock is a soft one", () => {
  const words = (text: string) => aTenderDocument(`${text.length}.md`, text);
  const same = readFields([
    words("Bids are due on 3 May 2027 at 2 p.m. UTC."),
    words("Closing date: 03/05/2027 14:00 (GMT)"),
    words("Published 30/04/2027"),
  ]);
  expect(same.contradictions).toEqual([]);
  const zones = readFields([
    words("Bids are due on 3 May 2027 at 2 p.m. EST."),
    words("Closing date: May 3, 2027, 2:00 PM ET"),
  ]);
  expect(zones.contradictions).toMatchObject([{ severity: "soft" }]);
});

test("dates of phases and lots are compared with their own kind only", () => {
  const fields = readFields([
    aTenderDocument(
      "a.md",
      "Phase 1 proposals are due 3 May 2027 at 10:00 UTC.\nPhase 2 proposals are due 9 June 2027 at 10:00 UTC.",
    ),
  ]);
  expect(fields.contradictions).toEqual([]);
});

test("two days of one meeting or visit, or of questions, cannot both hold; sessions and other events stand side by side", () => {
  const disagreeing = (text: string) =>
    readFields([aTenderDocument("a.md", text)]).contradictions.map(({ kind, severity }) => [kind, severity]);
  expect(
    disagreeing(
      "| Milestone | Date |\n|---|---|\n| Optional on-site bidders meeting | July 25, 2027 |\n| Tender closes | August 30, 2027 |\n\nAn optional on-site information meeting is scheduled for July 15, 2027, at 11 a.m.",
    ),
  ).toEqual([["site_visit", "hard"]]);
  expect(
    disagreeing(
      "A mandatory site visit will be held on 3 May 2027.\n\nBidders may ask after the site visit of 5 May 2027 for keys.",
    ),
  ).toEqual([["site_visit", "hard"]]);
  expect(
    disagreeing("Questions must be submitted by 3 May 2027.\n\nThe deadline for questions is 5 May 2027."),
  ).toEqual([["questions", "hard"]]);
  expect(
    disagreeing("There will be a mandatory site meeting on 3 May 2027.\n\nThe site meeting takes place on 5 May 2027."),
  ).toEqual([["site_visit", "hard"]]);
  expect(disagreeing("Site visits will be held on 3 May 2027 and 5 May 2027.")).toEqual([]);
  expect(disagreeing("The first site visit is on 3 May 2027.\n\nThe second site visit is on 5 May 2027.")).toEqual([]);
  expect(disagreeing("Site visits:\n\n- 3 May 2027, 10:00\n- 5 May 2027, 10:00")).toEqual([]);
  expect(
    disagreeing("The pre-bid conference is on 3 May 2027.\n\nA tour of the site takes place on 5 May 2027."),
  ).toEqual([]);
});

test("a blank stays a blank: it has no date, and contradicts nothing", () => {
  const draft = aTenderDocument(
    "draft/RFP.md",
    "Proposals due: XXXX X, 2027 at 1 PM (PT)\nQuestions are due by [date].",
  );
  const alone = readFields([draft]);
  expect(alone.deadlines.map(({ kind, state, inForce: index }) => [kind, state, index])).toEqual([
    ["submission", "blank", null],
    ["questions", "blank", null],
  ]);
  const final = aTenderDocument("RFP.md", "Proposals due: March 8, 2027 at 1 PM (PT)");
  const both = readFields([draft, final]);
  expect(inForce(both, "submission")).toBe("2027-03-08 13:00 America/Los_Angeles");
  expect(both.contradictions).toEqual([]);
});

test.each([
  ["Invoices must be submitted by 3 May 2027."],
  ["The system went live on 3 May 2021."],
  ["See the regulation of 12 March 2019."],
  ["The monthly progress report is due on 5 June 2027."],
])("no date of submission is taken from: %s", (text) => {
  expect(readDeadlines(aTenderDocument("a.md", text)).filter(({ kind }) => kind === "submission")).toEqual([]);
});

test.each([
  ["Ablauf der Angebotsfrist: 03.05.2027, 10:00 Uhr MESZ", "submission", "2027-05-03T08:00:00.000Z"],
  ["Bieterfragen sind bis 22. April 2027, 12 Uhr (MESZ) zu stellen.", "questions", "2027-04-22T10:00:00.000Z"],
  ["Date limite de remise des offres : 17 mai 2027 à 12h00 (heure de Paris)", "submission", "2027-05-17T10:00:00.000Z"],
  [
    "Une visite des lieux obligatoire aura lieu le 28 avril 2027 à 9h30 (heure de Paris).",
    "site_visit",
    "2027-04-28T07:30:00.000Z",
  ],
  [
    "Fecha límite de presentación de ofertas: 14 de junio de 2027 a las 14:00 (hora peninsular)",
    "submission",
    "2027-06-14T12:00:00.000Z",
  ],
  [
    "No later than 4:00 PM Eastern Time on May 3, 2027, all questions shall be e-mailed.",
    "questions",
    "2027-05-03T20:00:00.000Z",
  ],
  ["The pre-bid conference takes place on May 3, 2027 at 10:00 a.m. CDT.", "site_visit", "2027-05-03T15:00:00.000Z"],
  ["Responses to questions will be posted by May 3, 2027, 5 p.m. EDT.", "answers", "2027-05-03T21:00:00.000Z"],
])("%s", (text, kind, at) => {
  expect(readDeadlines(aTenderDocument("a.md", text))).toMatchObject([{ kind, at }]);
});

test("two types of contract in papers of one tender are a contradiction; a mixed contract is none", () => {
  const a = aTenderDocument("RFQ.md", "The Agency contemplates award of a labor hour order.");
  const b = aTenderDocument("Plan.md", "This is a time-and-materials order under the master agreement.");
  expect(readFields([a, b]).contradictions).toMatchObject([{ kind: "contract_type", severity: "hard" }]);
  const mixed = aTenderDocument(
    "Plan.md",
    "It is anticipated that award of a contract with fixed price and time-and-materials items follows.",
  );
  expect(readFields([a, mixed]).contradictions).toEqual([]);
});

test("every quote stands literally at its place", () => {
  const { fields, deadlines, contradictions } = readFields([council]);
  const quoted = [
    ...fields,
    ...deadlines.flatMap(({ statements }) => statements),
    ...contradictions.flatMap(({ a, b }) => [a, b]),
  ];
  expect(quoted.length).toBeGreaterThan(15);
  for (const { place, quote } of quoted) expect(council.text.slice(place?.start, place?.end)).toBe(quote);
});

test.each([["_"], [" "], ["XX "], ["1."], ["May "], ["A-1-"]])(
  "a document that repeats %j for pages is read without delay",
  (mark) => {
    const document = aTenderDocument("form.md", `Name: ${mark.repeat(20_000 / mark.length)} end`);
    // The processor's time: others may use the machine.
    const started = process.threadCpuUsage().user;
    readFields([document]);
    expect((process.threadCpuUsage().user - started) / 1_000).toBeLessThan(5_000);
  },
);
