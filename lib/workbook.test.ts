import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { writeWorkbook } from "./workbook";

function sheetOf(rows: string[][], columns = 2) {
  const header = Array.from({ length: columns }, (_, index) => `c${index}`);
  const files = unzipSync(writeWorkbook({ name: "A & B", header, widths: header.map(() => 10), rows }));
  return { files, sheet: strFromU8(files["xl/worksheets/sheet1.xml"] ?? new Uint8Array()) };
}

test("each text stands whole and as text, without what XML forbids", () => {
  const { files, sheet } = sheetOf([["=1+1", 'within 2 < 4 hours & "always"\u0007\ud800.']]);
  expect(sheet).toContain('t="inlineStr" s="0"><is><t xml:space="preserve">=1+1</t>');
  expect(sheet).toContain("2 &lt; 4 hours &amp; &quot;always&quot;\ufffd.");
  expect(sheet).not.toContain("<f>");
  expect(sheet).toContain('<autoFilter ref="A1:B2"/>');
  expect(strFromU8(files["xl/workbook.xml"] ?? new Uint8Array())).toContain('name="A &amp; B"');
});

test("columns go on after Z, and a long cell is never cut inside an escape", () => {
  const { sheet } = sheetOf([Array.from({ length: 28 }, (_, index) => (index === 27 ? "&".repeat(40_000) : "x"))], 28);
  expect(sheet).toContain('<c r="Z2"');
  expect(sheet).toContain('<c r="AB2"');
  expect(sheet.match(/&amp;/g)).toHaveLength(32_767);
});
