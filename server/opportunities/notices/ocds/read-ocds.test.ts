import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { inDateOrder, mergeRelease } from "./compile-releases";
import { readOcds } from "./read-ocds";

const real = "../shared/data/ocds-uk/releases.jsonl";
const sample = "../shared/data/ocds-sample";

const tender = {
  ocid: "ocds-abc123-1",
  id: "1",
  date: "2031-01-10T09:00:00Z",
  tag: ["tender"],
  buyer: { id: "B", name: "Borough of Nowhere" },
  parties: [
    {
      id: "B",
      name: "Borough of Nowhere",
      roles: ["buyer"],
      contactPoint: { name: "Desk", email: "desk@example.org" },
    },
  ],
  tender: {
    id: "REF/7",
    title: "Street lamps",
    status: "active",
    value: { amount: 1200000.5, currency: "gbp" },
    tenderPeriod: { endDate: "2031-02-10T12:00:00+01:00" },
    enquiryPeriod: { endDate: "2031-01-31T17:00:00Z" },
    items: [{ id: "a", classification: { scheme: "CPV", id: "34993000", description: "Road lighting" } }],
    documents: [
      { id: "d1", documentType: "tenderNotice", url: "https://n.example/7", format: "text/html" },
      { id: "d2", title: "Terms", url: "https://n.example/7/terms.pdf", format: "application/pdf" },
    ],
    lots: [{ id: "1", title: "North" }],
  },
};
const amendment = {
  ocid: "ocds-abc123-1",
  id: "2",
  date: "2031-01-20T09:00:00Z",
  tag: ["tenderAmendment"],
  tender: {
    tenderPeriod: { endDate: "2031-02-24T12:00:00+01:00" },
    documents: [{ id: "d2", title: "Terms, second edition" }],
    amendments: [{ rationale: "Bidders asked for more time." }],
  },
};

test("a release becomes facts", () => {
  const [notice] = readOcds(tender).notices;
  expect(notice).toMatchObject({
    type: "tender",
    status: "open",
    procedureKey: "ocds-abc123-1",
    title: "Street lamps",
    buyer: "Borough of Nowhere",
    reference: "REF/7",
    value: { amount: "1200000.5", currency: "GBP" },
    categories: [{ scheme: "CPV", code: "34993000", label: "Road lighting" }],
    contacts: [{ name: "Desk", email: "desk@example.org" }],
    attachments: [{ url: "https://n.example/7/terms.pdf", title: "Terms" }],
    url: "https://n.example/7",
    lots: [{ id: "1", title: "North" }],
  });
  expect(notice?.deadlines).toMatchObject([
    { kind: "submission", at: "2031-02-10T11:00:00.000Z", localTime: "12:00", zone: "+01:00" },
    { kind: "questions", at: "2031-01-31T17:00:00.000Z" },
  ]);
});

test("releases are compiled in the order of their dates, and an amendment tells why and what it changed", () => {
  const { notices } = readOcds({ releases: [amendment, tender] });
  expect(notices.map(({ type }) => type)).toEqual(["tender", "amendment"]);
  expect(notices[1]).toMatchObject({
    title: "Street lamps",
    rationale: "Bidders asked for more time.",
    attachments: [{ title: "Terms, second edition", url: "https://n.example/7/terms.pdf" }],
  });
  expect(notices[1]?.deadlines[0]?.at).toBe("2031-02-24T11:00:00.000Z");
  expect(notices[1]?.changes).toContainEqual({
    what: "tender.tenderPeriod.endDate",
    before: "2031-02-10T12:00:00+01:00",
    after: "2031-02-24T12:00:00+01:00",
  });
});

test("null removes, lists without ids are replaced whole, lists with ids are merged", () => {
  const merged = mergeRelease(
    { ocid: "o", tender: { title: "x", submissionMethod: ["a", "b"], items: [{ id: 1, q: 1 }, { id: 2 }] } },
    { ocid: "o", date: "2031", tender: { title: null, submissionMethod: ["c"], items: [{ id: 2, q: 5 }, { id: 3 }] } },
  );
  expect(merged.tender).toEqual({ submissionMethod: ["c"], items: [{ id: 1, q: 1 }, { id: 2, q: 5 }, { id: 3 }] });
});

test("cancelled, unsuccessful and awarded procedures are not open", () => {
  const stated = (tag: string, status: string, more = {}) =>
    readOcds({ ...tender, tag: [tag], tender: { ...tender.tender, status }, ...more }).notices[0]?.status;
  expect(stated("tender", "cancelled")).toBe("cancelled");
  expect(stated("tenderCancellation", "active")).toBe("cancelled");
  expect(stated("tender", "withdrawn")).toBe("cancelled");
  expect(stated("tender", "unsuccessful")).toBe("closed");
  expect(stated("award", "active", { awards: [{ id: 1, status: "active" }] })).toBe("awarded");
  expect(stated("planning", "planned")).toBe("planned");
});

test("a record with linked releases is one notice of its compiled release, one with whole releases is all of them", () => {
  const linked = {
    ocid: tender.ocid,
    releases: [{ url: "https://x.example/1" }],
    compiledRelease: { ...tender, tag: ["compiled"] },
  };
  expect(readOcds({ records: [linked] }).notices).toHaveLength(1);
  expect(readOcds({ records: [{ ocid: tender.ocid, releases: [tender, amendment] }] }).notices).toHaveLength(2);
});

test("what is no release is refused with its reason, and the rest is read", () => {
  const text = [JSON.stringify(tender), "{broken", JSON.stringify({ id: "9", tender: {} }), '{"ocid":"ocds-z"}'].join(
    "\n",
  );
  const { notices, refused } = readOcds(text);
  expect(notices).toHaveLength(1);
  expect(refused).toHaveLength(3);
  expect(refused[0]?.reason).toContain("no JSON");
  expect(refused[1]?.reason).toContain("no ocid");
  expect(refused[2]?.reason).toContain("neither tender");
});

test("dates that cannot be are kept as words and mean nothing", () => {
  const odd = { ...tender, tender: { ...tender.tender, tenderPeriod: { endDate: "2031-02-30T12:00:00Z" } } };
  expect(readOcds(odd).notices[0]?.deadlines[0]).toMatchObject({
    quote: "2031-02-30T12:00:00Z",
    at: null,
    flags: ["impossible"],
  });
});

test("names that were wrapped in two are put together again", () => {
  const wrapped = { ocid: "ocds-w-1", tag: ["tender"], tender: { "ti    tle": "Paving of the mar    ket", id: "1" } };
  expect(readOcds(wrapped).notices[0]?.title).toBe("Paving of the market");
});

test.skipIf(!existsSync(real))("every real release is read, with title, buyer, reference and day", () => {
  const { notices, refused } = readOcds(readFileSync(real, "utf8"));
  expect(refused).toEqual([]);
  expect(notices).toHaveLength(191);
  for (const one of notices) expect(one.title && one.buyer && one.reference && one.publishedAt && one.url).toBeTruthy();
});

test.skipIf(!existsSync(sample))(
  "the standard's example compiles to exactly the record that its authors compiled",
  () => {
    const read = (name: string) => JSON.parse(readFileSync(`${sample}/${name}`, "utf8"));
    const { releases } = read("ocds-213czf-000-00001.json");
    let compiled = {};
    for (const release of inDateOrder(releases)) compiled = mergeRelease(compiled, release);
    expect(compiled).toEqual(read("record-ocds-213czf-000-00001.json").records[0].compiledRelease);
  },
);
