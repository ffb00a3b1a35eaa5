import { expect, test } from "vitest";
import { defaultParseLimits } from "../limits";
import { makePptx, makeXlsx } from "../testing/make-zip";
import { outline } from "../testing/outline";
import { readCsv } from "./csv";
import { readPptx } from "./pptx";
import { readXlsx } from "./xlsx";

test("reads every cell with its address, shared strings, dates, money and percentages as shown", async () => {
  const rows =
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>Start</t></is></c></row>' +
    '<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" s="1"><v>1234.5</v></c><c r="C2" s="2"><v>42370</v></c><c r="D2" s="3"><v>0.075</v></c></row>' +
    '<row r="5"><c r="B5" t="str"><f>A1</f><v>Total</v></c><c r="C5"><v>3</v></c></row>';
  const rendition = await readXlsx(
    makeXlsx(rows, {
      "xl/sharedStrings.xml":
        "<sst><si><t>Item</t></si><si><r><t>Pri</t></r><r><t>ce</t></r><rPh><t>no</t></rPh></si><si><t>Paper</t></si></sst>",
      "xl/styles.xml":
        '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="&quot;$&quot;#,##0.00"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="10"/></cellXfs></styleSheet>',
    }),
    defaultParseLimits,
  );
  expect(outline(rendition)).toEqual([
    "# Prices",
    "H Item | Price | Start",
    "| Paper | $1,234.50 | 2016-01-01 | 7.50%",
    "| Total | 3",
  ]);
  expect(rendition.blocks.at(-1)?.cells?.map((cell) => cell.ref)).toEqual(["B5", "C5"]);
  expect(rendition.pages).toMatchObject([{ page: 1, label: "Prices" }]);
});

test("reads slides with title first, bullets, tables and the speaker's notes", async () => {
  const text = (value: string, properties = "") => `<a:p>${properties}<a:r><a:t>${value}</a:t></a:r></a:p>`;
  const shape = (type: string, inner: string) =>
    `<p:sp><p:nvSpPr><p:nvPr><p:ph type="${type}"/></p:nvPr></p:nvSpPr><p:txBody>${inner}</p:txBody></p:sp>`;
  const slide =
    shape("body", text("One") + text("Two", '<a:pPr lvl="1"/>')) +
    shape("title", text("Plan")) +
    shape("sldNum", text("4"));
  const table =
    '<p:graphicFrame><a:tbl><a:tblPr firstRow="1"/><a:tr><a:tc><a:p><a:r><a:t>A</a:t></a:r></a:p></a:tc><a:tc><a:p><a:r><a:t>B</a:t></a:r></a:p></a:tc></a:tr></a:tbl></p:graphicFrame>';
  const rendition = await readPptx(
    makePptx([slide, table], {
      "ppt/slides/_rels/slide1.xml.rels":
        '<Relationships><Relationship Id="n" Type="x/notesSlide" Target="../notesSlides/n1.xml"/></Relationships>',
      "ppt/notesSlides/n1.xml": `<p:notes><p:cSld><p:spTree>${shape("body", text("Say hello."))}</p:spTree></p:cSld></p:notes>`,
    }),
    defaultParseLimits,
  );
  expect(outline(rendition)).toEqual(["# Plan", "[•] One", "  [•] Two", "Say hello.", "H A | B"]);
  expect(rendition.blocks.map((block) => block.page)).toEqual([1, 1, 1, 1, 2]);
});

test("finds the separator of a table of text", () => {
  const read = (text: string) => outline(readCsv(Buffer.from(text), defaultParseLimits));
  expect(read('Item;Price\n"Paper; white";3,50\n')).toEqual(["H Item | Price", "| Paper; white | 3,50"]);
  expect(read("a,1\nb,2")).toEqual(["| a | 1", "| b | 2"]);
});
