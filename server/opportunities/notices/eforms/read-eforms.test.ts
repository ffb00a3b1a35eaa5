import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readEforms } from "./read-eforms";
import { aNotice, lot, organisation } from "./testing/a-notice";

const real = "../shared/data/eforms/notices.tar.gz";

test("a notice becomes facts, in its own language first", () => {
  const { notices, refused } = readEforms(aNotice({ lots: lot("LOT-0001") + lot("LOT-0002", "2031-05-09+02:00") }));
  expect(refused).toEqual([]);
  expect(notices[0]).toMatchObject({
    key: "a03fdc6d-9924-4e99-93cf-39b925bb0001-01",
    procedureKey: "d8e0c26b-6206-4588-85f5-946afb84a001",
    type: "tender",
    status: "open",
    publishedAt: "2031-03-21T08:00:00.000Z",
    language: "de",
    title: "Pflege der Parks",
    buyer: "Stadt Beispiel",
    reference: "GA-2031/4",
    value: { amount: "420000", currency: "EUR" },
    country: "AT",
    categories: [{ scheme: "CPV", code: "77310000" }],
    contacts: [{ email: "einkauf@stadt.example", role: "Stadt Beispiel" }],
    lots: [{ id: "LOT-0001" }, { id: "LOT-0002", title: "Abschnitt LOT-0002" }],
  });
  expect(notices[0]?.deadlines.map(({ at, note }) => [at, note])).toEqual([
    ["2031-05-02T08:30:00.000Z", "LOT-0001"],
    ["2031-05-09T08:30:00.000Z", "LOT-0002"],
  ]);
  expect(notices[0]?.attachments.map(({ url }) => url)).toContain("https://vergabe.example/LOT-0002");
});

const changes = (more: string) => `<efac:Changes>
<efbc:ChangedNoticeIdentifier>a03fdc6d-9924-4e99-93cf-39b925bb0001-01</efbc:ChangedNoticeIdentifier>${more}
<efac:ChangeReason><cbc:ReasonCode listName="change-corrig-justification">update-add</cbc:ReasonCode>
<efbc:ReasonDescription languageID="DEU">Mehr Zeit.</efbc:ReasonDescription></efac:ChangeReason></efac:Changes>`;
const section = `<efac:Change><efbc:ChangeDescription languageID="DEU">Frist</efbc:ChangeDescription><efac:ChangedSection>
<efbc:ChangedSectionIdentifier>LOT-0001</efbc:ChangedSectionIdentifier></efac:ChangedSection></efac:Change>`;
const second = "a03fdc6d-9924-4e99-93cf-39b925bb0002";

test("a correction tells why and what it changes, and belongs to the same procedure", () => {
  const correction = aNotice({ id: second, changes: changes(section), lots: lot("LOT-0001", "2031-06-02+02:00") });
  const { notices, refused } = readEforms([aNotice(), correction]);
  expect(refused).toEqual([]);
  expect(notices[1]).toMatchObject({
    type: "amendment",
    rationale: "Mehr Zeit.",
    changes: [{ what: "LOT-0001", after: "Frist" }],
  });
  expect(notices[1]?.procedureKey).toBe(notices[0]?.procedureKey);
});

test("a correction that makes another procedure of it is refused", () => {
  const other = { id: second, changes: changes(section) };
  const folder = aNotice({ ...other, folder: "d8e0c26b-6206-4588-85f5-946afb84a999" });
  expect(readEforms([aNotice(), folder]).refused[0]?.reason).toContain("the procedure's identifier");
  expect(readEforms([aNotice(), aNotice({ ...other, process: "restricted" })]).refused[0]?.reason).toContain(
    "type of procedure",
  );
});

test.each([
  ["a missing lot", aNotice({ lots: "" }), "BT-137-Lot) is missing"],
  [
    "an organisation that is nobody",
    aNotice({ organisations: organisation("ORG-0002", "X") }),
    "ORG-0001 is referred to",
  ],
  [
    "an organisation twice",
    aNotice({ organisations: organisation("ORG-0001", "X").repeat(2) }),
    "ORG-0001 stands there twice",
  ],
  [
    "an empty organisation",
    aNotice({ organisations: `${organisation("ORG-0001", "X")}<efac:Organization/>` }),
    "is missing in",
  ],
  ["a lot twice", aNotice({ lots: lot("LOT-0001").repeat(2) }), "LOT-0001 stands there twice"],
  ["an identifier of another form", aNotice({ folder: "4711" }), "BT-04-notice"],
  ["a code that is none", aNotice({ process: "negotiated-somehow" }), "no code of its list"],
  [
    "an empty title",
    aNotice({ titles: '<cbc:Name languageID="DEU"> </cbc:Name>' }),
    "Title (BT-21-Procedure) is empty",
  ],
  [
    "a title twice in one language",
    aNotice({ titles: '<cbc:Name languageID="DEU">A</cbc:Name>'.repeat(2) }),
    "more than once",
  ],
  ["no title", aNotice({ titles: "" }), "Title (BT-21-Procedure) is missing"],
  ["a day that is none", aNotice({ lots: lot("LOT-0001", "2031-02-30+01:00") }), "BT-131(d)-Lot"],
  [
    "a deadline before it was sent",
    aNotice({ lots: lot("LOT-0001", "2031-01-30+01:00") }),
    "before the notice was sent",
  ],
  ["a subtype that is none", aNotice({ subtype: "77" }), "no notice subtype"],
  ["a subtype of another type", aNotice({ subtype: "4" }), "does not go with subtype"],
  ["a correction of nothing", aNotice({ id: second, changes: changes("") }), "names no part"],
  ["half a document", aNotice().slice(0, 4_000), "broken off"],
  ["another document", "<html><body>Tender</body></html>", "no eForms notice"],
])("%s is refused with its reason", (_what, xml, reason) => {
  const { notices, refused } = readEforms(xml);
  expect(notices).toEqual([]);
  expect(refused[0]?.reason).toContain(reason);
});

test.skipIf(!existsSync(real))("the standard's examples: those named invalid are refused, all others are read", () => {
  const folder = mkdtempSync(join(tmpdir(), "eforms-"));
  try {
    execFileSync("tar", ["xzf", real, "-C", folder]);
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".xml"));
    expect(files.length).toBeGreaterThan(40);
    for (const name of files) {
      const { notices, refused } = readEforms(readFileSync(join(folder, name), "utf8"));
      const isInvalid = name.includes("INVALID_");
      expect([name, notices.length, refused.length]).toEqual([name, isInvalid ? 0 : 1, isInvalid ? 1 : 0]);
      for (const one of notices) expect(one.title && one.publishedAt && one.language && one.procedureKey).toBeTruthy();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
