import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { requirementsCsv, requirementsWorkbook } from "./export-requirements";

const one = {
  label: "R-1",
  ref: "C.3",
  text: 'The contractor shall reply within 2 < 4 hours & "always"\u0007.',
  leadIn: null,
  kind: "service-level" as const,
  isMandatory: true,
  obliged: "contractor" as const,
  section: "Service › Support",
  due: null,
  unclear: null,
  note: "=1+1",
  document: { title: "Statement of work" },
  citation: { page: 4 },
};

test("the CSV has a line for each, and nothing in it runs as a formula", () => {
  const lines = requirementsCsv([one]).trimEnd().split("\r\n");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain("R-1,C.3,");
  expect(lines[1]).toContain("'=1+1");
});

test("the workbook holds each text whole, as text, without what XML forbids", () => {
  const files = unzipSync(requirementsWorkbook([one, { ...one, label: "R-2" }]));
  const sheet = strFromU8(files["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  expect(sheet.match(/<row /g)).toHaveLength(3);
  expect(sheet).toContain("2 &lt; 4 hours &amp; &quot;always&quot;.");
  expect(sheet).not.toContain("\u0007");
  expect(sheet).not.toContain("<f>");
  expect(sheet).toContain('<autoFilter ref="A1:M3"/>');
  expect(Object.keys(files)).toContain("[Content_Types].xml");
});
