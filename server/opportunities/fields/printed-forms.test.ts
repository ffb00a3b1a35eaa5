import { describe, expect, test } from "vitest";
import type { DeadlineKind, FieldName } from "@/lib/vocabulary/opportunities";
import { aTenderDocument } from "./a-tender-document";
import { readFields } from "./read-fields";

const read = (...sources: string[]) =>
  readFields(sources.map((source, index) => aTenderDocument(`paper-${index}.pdf`, source)));
const dates = (fields: ReturnType<typeof read>, kind: DeadlineKind) =>
  fields.deadlines
    .find((one) => one.kind === kind)
    ?.statements.map(({ localDate, localTime, zone }) => [localDate, localTime, zone].filter(Boolean).join(" ")) ?? [];
const texts = (fields: ReturnType<typeof read>, name: FieldName) =>
  fields.fields.filter((field) => field.name === name).map(({ text }) => text);

describe("dates that are none of the tender's", () => {
  test.each([
    "Section 889 of Pub. L. 115-232 prohibits the head of an agency on or after August 13, 2029, from awarding a contract. Questions go to the officer.",
    "The contractor shall abide by the clause at 41 CFR 60-741.5(a), as of March 24, 2029, and its award terms.",
    "Effective January 1, 2029, a firm that is designated under 13 CFR 128 is eligible for award.",
    "Phase 1 review in accordance with the statement of work dated 22 January 2029; award follows.",
    "Name and title of signer. Offeror. Date signed 21 January 2029 (Signature of person authorized to sign offers due)",
    "For example, Company XYZ submitted its offer, which was novated by an agreement of May 1, 2029.",
  ])("%s", (text) => {
    expect(read(`${text}\nThe park opens daily.`).deadlines).toEqual([]);
  });

  test("an intent to award is no intent to bid", () => {
    const fields = read("The State issues its Notice of Intent to Award a Contract by Friday, January 5, 2029.");
    expect(dates(fields, "award")).toEqual(["2029-01-05"]);
    expect(dates(fields, "intent_to_bid")).toEqual([]);
  });

  test("a date years before the tender's own is another paper's; without a sure one all are kept", () => {
    const old = "Published on May 26, 1998 were the rules for this programme.";
    expect(dates(read(old), "issued")).toEqual(["1998-05-26"]);
    expect(dates(read(`${old}\nProposals are due on 3 May 2029.`), "issued")).toEqual([]);
  });
});

describe("a printed form, whose labels stand apart from what is filled in", () => {
  const form = `SOLICITATION/CONTRACT/ORDER FOR COMMERCIAL PRODUCTS AND COMMERCIAL SERVICES
1. REQUISITION NUMBER PAGE 1 OF 44
2. CONTRACT NUMBER 3. AWARD/EFFECTIVE DATE 5. SOLICITATION NUMBER 6. SOLICITATION ISSUE DATE
a. NAME b. TELEPHONE NUMBER (No collect calls) 8. OFFER DUE DATE/
7. FOR SOLICITATION LOCAL TIME
Quill, Martha J
1131PL29R0007
INFORMATION CALL:
04/17/2029 01:00
9. ISSUED BY CODE 1131PL 10. THIS ACQUISITION IS UNRESTRICTED
National Harbour Development Agency, PO Box 12268`;

  test("its due date, its number and its issuer are read, and its labels are no title", () => {
    const fields = read(form);
    expect(dates(fields, "submission")).toEqual(["2029-04-17 01:00"]);
    expect(texts(fields, "reference")[0]).toBe("1131PL29R0007");
    expect(texts(fields, "buyer")[0]).toBe("National Harbour Development Agency");
    expect(texts(fields, "title")).toEqual([]);
  });

  test("an hour of a twelve-hour clock does not contradict the same hour in the text, which holds", () => {
    const fields = read(`${form}\nSend your offer by email, which is due no later than 1:00 PM on April 17, 2029.`);
    const group = fields.deadlines.find(({ kind }) => kind === "submission");
    expect(fields.contradictions).toEqual([]);
    expect(group?.statements[group.inForce ?? -1]?.localTime).toBe("13:00");
    expect(group?.statements[group.earliest ?? -1]?.localTime).toBe("13:00");
  });

  test("what is handed in at a depository is due", () => {
    const text =
      "hand carried, in the depository located in room 4 until 10:00 AM local time 09 Mar 2029 (Hour) (Date)";
    expect(dates(read(text), "submission")).toEqual(["2029-03-09 10:00"]);
  });
});

test("the hour that is named holds, not the one that words stand for", () => {
  const text = "Responses must be received no later than the close of business on 29 September 2029 at 2:00 pm CST.";
  expect(dates(read(text), "submission")).toEqual(["2029-09-29 14:00 -06:00"]);
});

test.each([
  ["Proposals are due at 4:00 pm prevailing Alaska Time on December 27th, 2029", "2029-12-27 16:00 America/Anchorage"],
  ["Proposals are due on 27 February 2029, 12:00 PM Japan Standard Time (JST)", "2029-02-27 12:00 +09:00"],
])("%s", (text, moment) => {
  expect(dates(read(text), "submission")).toEqual([moment]);
});

test("a sample among the papers does not give the tender its title", () => {
  const fields = readFields([
    aTenderDocument("rfp.md", "# State of Arden\nText of the first page.\nRFP Title: Automated Renewals"),
    aTenderDocument("Attachment 14 Sample Package.pdf", "Vault Package Framework\n# Vault\n# Package Framework"),
  ]);
  expect(texts(fields, "title")[0]).toBe("Automated Renewals");
});

describe("the box of who issued a form", () => {
  test.each([
    [
      "an abbreviated office in the box, before its address",
      "9. ISSUED BY CODE: QX5209 518 LOG SQ UNIT 5228, HARBOUR AP 96328 UNITED STATES Jo Quill, Email: jo@quill.example",
      "518 LOG SQ",
    ],
    [
      "an office below its code, apart from the labels",
      "7. ISSUED BY CODE 8. ADDRESS OFFER TO (If other than item 7)\nQ62649\nHARBOUR FLT LOG CTR\nPSC 473 BOX 11, PORT AP 96349\nUNITED STATES",
      "HARBOUR FLT LOG CTR",
    ],
    [
      "an office in a row of cells",
      "| 9. ISSUED BY CODE: QX9302 TESTCEN PZZ CP 661 277 4503, 5 SOUTH RIDGE AVE BLDG 2800 | QX9302 | 10. THIS ACQUISITION IS UNRESTRICTED |",
      "TESTCEN PZZ CP",
    ],
  ])("%s", (_, source, name) => {
    expect(texts(read(`SOLICITATION, OFFER AND AWARD\n${source}`), "buyer")[0]).toBe(name);
  });

  test("an empty one names nobody", () => {
    const empty =
      "SOLICITATION, OFFER AND AWARD\n9. ISSUED BY CODE 10. THIS ACQUISITION IS UNRESTRICTED\n11. DELIVERY FOR FOB";
    expect(texts(read(empty), "buyer")).toEqual([]);
  });
});

test("a form without a line for its subject has it above the trade's code, or first behind the form", () => {
  const form = "SOLICITATION/CONTRACT/ORDER FOR COMMERCIAL PRODUCTS\n7. FOR SOLICITATION INFORMATION CALL:";
  const above = `${form}\nCreated on: 4 March 2029\nSurvey of Tidal Meadows\nProduct Service Code: Z999\nNote:`;
  expect(texts(read(above), "title")[0]).toBe("Survey of Tidal Meadows");
  const behind = `${form}\nSection A - Solicitation/Contract Form\nQuay Crane Refit\nSection B - Supplies or Services`;
  expect(texts(read(behind), "title")[0]).toBe("Quay Crane Refit");
});
