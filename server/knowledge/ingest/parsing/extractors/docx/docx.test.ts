import { Document, HeadingLevel, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from "docx";
import { expect, test } from "vitest";
import { defaultParseLimits } from "../../limits";
import { makeDocx } from "../../testing/make-zip";
import { outline } from "../../testing/outline";
import { readDocx } from "./docx";

const paragraph = (text: string, properties = "") =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;

test("reads headings, numbered lists with their marks, tables and hand-made headings", async () => {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const item = (text: string, level: number) => new Paragraph({ text, numbering: { reference: "list", level } });
  const document = new Document({
    title: "Own title",
    numbering: {
      config: [
        {
          reference: "list",
          levels: [
            { level: 0, format: LevelFormat.DECIMAL, text: "%1." },
            { level: 1, format: LevelFormat.LOWER_LETTER, text: "(%2)" },
          ],
        },
      ],
    },
    sections: [
      {
        children: [
          new Paragraph({ text: "Statement of Work", heading: HeadingLevel.HEADING_1 }),
          new Paragraph({ children: [new TextRun({ text: "Key Personnel", bold: true })] }),
          item("Plan", 0),
          item("early", 1),
          item("in writing", 1),
          item("Build", 0),
          item("again", 1),
          new Table({
            rows: [
              ["Item", "Due", "Owner"],
              ["Report", "5 days", "COR"],
            ].map((row) => new TableRow({ children: row.map(cell) })),
          }),
          new Table({
            rows: [
              ["Date", "May 1"],
              ["Place", "Bonn"],
            ].map((row) => new TableRow({ children: row.map(cell) })),
          }),
        ],
      },
    ],
  });
  const rendition = await readDocx(new Uint8Array(await Packer.toBuffer(document)), defaultParseLimits);
  expect(rendition.title).toBe("Statement of Work");
  expect(outline(rendition)).toEqual([
    "# Statement of Work",
    "## Key Personnel",
    "[1.] Plan",
    "  [(a)] early",
    "  [(b)] in writing",
    "[2.] Build",
    "  [(a)] again",
    "H Item | Due | Owner",
    "| Report | 5 days | COR",
    "| Date | May 1",
    "| Place | Bonn",
  ]);
});

test("shows text as Word does: without deletions, field codes and hidden words, with text boxes and notes", async () => {
  const body =
    '<w:p><w:r><w:t xml:space="preserve">Due </w:t></w:r><w:del><w:r><w:delText>May</w:delText></w:r></w:del><w:ins><w:r><w:t>June</w:t></w:r></w:ins>' +
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t> 7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>' +
    '<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>' +
    "<w:p><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>In the box</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:t>twice</w:t></mc:Fallback></mc:AlternateContent></w:p>";
  const parts = {
    "word/_rels/document.xml.rels":
      '<Relationships><Relationship Id="f" Type="x/footnotes" Target="footnotes.xml"/></Relationships>',
    "word/footnotes.xml":
      '<w:footnotes><w:footnote w:id="0" w:type="separator"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>See annex.</w:t></w:r></w:p></w:footnote></w:footnotes>',
  };
  expect(outline(await readDocx(makeDocx(body, parts), defaultParseLimits))).toEqual([
    "Due June 7[2]",
    "In the box",
    "[2] See annex.",
  ]);
});

test("knows no external entity and no entity bomb", async () => {
  const laughs = Array.from(
    { length: 30 },
    (_, index) => `<!ENTITY l${index + 1} "&l${index};&l${index};&l${index};&l${index};">`,
  ).join("");
  const prolog = `<!DOCTYPE x [<!ENTITY l0 "ha"><!ENTITY file SYSTEM "file:///etc/passwd">${laughs}]>`;
  const rendition = await readDocx(makeDocx(paragraph("Before &file; &l30; after"), {}, prolog), defaultParseLimits);
  expect(rendition.text).toContain("after");
  expect(rendition.text).not.toContain("root:");
  expect(rendition.text.length).toBeLessThan(100);
});

test("survives tables in tables, styles in circles and numbering without end", async () => {
  const nested = `${"<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>".repeat(3000)}${paragraph("deep")}`;
  await expect(readDocx(makeDocx(nested), defaultParseLimits)).rejects.toThrow(/no text/);
  const parts = {
    "word/_rels/document.xml.rels":
      '<Relationships><Relationship Id="s" Type="x/styles" Target="styles.xml"/></Relationships>',
    "word/styles.xml":
      '<w:styles><w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>',
  };
  expect((await readDocx(makeDocx(paragraph("Text", '<w:pStyle w:val="A"/>'), parts), defaultParseLimits)).text).toBe(
    "Text",
  );
  const wide = makeDocx(
    `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>${paragraph("a")}</w:tc><w:tc>${paragraph("b")}</w:tc></w:tr></w:tbl>`,
  );
  expect(outline(await readDocx(wide, defaultParseLimits))).toEqual(["| a | b"]);
});

test("what is struck through no longer holds and is left out, once or twice struck, unless the strike is switched off", async () => {
  const run = (text: string, properties = "") =>
    `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const body = `<w:p>${run("Due ")}${run("3 May ", "<w:strike/>")}${run("10 May ", "<w:dstrike/>")}${run("17 May", '<w:strike w:val="0"/>')}</w:p>`;
  expect(outline(await readDocx(makeDocx(body, {}), defaultParseLimits))).toEqual(["Due 17 May"]);
});

test("boxes of a protected form are read as they were left", async () => {
  const box = (state: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:sizeAuto/><w:default w:val="0"/>${state}</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const option = (state: string, text: string) => `${box(state)}<w:r><w:t xml:space="preserve">${text} </w:t></w:r>`;
  const rendition = await readDocx(
    makeDocx(
      `<w:p>${option("<w:checked/>", "Small business")}${option("", "HUBZone")}</w:p><w:p>${option("", "Nobody asks.")}</w:p>`,
    ),
    defaultParseLimits,
  );
  expect(rendition.text).toContain("☒ Small business ☐ HUBZone");
  expect(outline(rendition)).toContain("Nobody asks.");
});

test("a paper is not called after its table of contents", async () => {
  const heading = (text: string) => paragraph(text, '<w:pStyle w:val="Heading1"/><w:outlineLvl w:val="0"/>');
  const rendition = await readDocx(makeDocx(heading("Contents") + heading("Harbour lifts")), defaultParseLimits);
  expect(rendition.title).toBe("Harbour lifts");
});
