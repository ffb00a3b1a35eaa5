import { expect, test } from "vitest";
import { UnreadableFileError } from "../../errors";
import { defaultParseLimits } from "../../limits";
import { makePdf, paragraphLines, textPdf } from "../../testing/make-pdf";
import { outline } from "../../testing/outline";
import { readPdf } from "./pdf";

const body = [
  "The contractor shall deliver a monthly report to the contracting officer and main-",
  "tain the list of open tasks. It also provides follow-up training to all members of",
  "the team at no cost.",
];

test("joins lines into paragraphs, mends hyphens and tells headings, items and line boxes", async () => {
  const pages = [
    [
      { text: "Statement of Work", x: 72, y: 80, size: 20, bold: true },
      ...paragraphLines(body, 72, 120),
      { text: "Deliverables", x: 72, y: 190, bold: true },
      ...paragraphLines(
        ["1. Report in writing by the fifth business day of each month, with the hours that", "    were spent"],
        72,
        215,
      ),
      { text: "2. Code", x: 72, y: 243 },
    ],
  ];
  const rendition = await readPdf(textPdf(pages), defaultParseLimits);
  expect(outline(rendition)).toEqual([
    "# Statement of Work",
    "The contractor shall deliver a monthly report to the contracting officer and maintain the list of open tasks. It also provides follow-up training to all members of the team at no cost.",
    "## Deliverables",
    "[1.] Report in writing by the fifth business day of each month, with the hours that were spent",
    "[2.] Code",
  ]);
  const line = rendition.lines.find((box) => rendition.text.slice(box.start, box.end).startsWith("tain"));
  expect(line).toMatchObject({ page: 1, x: 72 });
  expect(line?.y).toBeCloseTo(134 - 11 * 0.85, 0);
});

test("the hollow bullets of a second level are items; a word o at the start of a wrapped line is none", async () => {
  const pages = [
    [
      { text: "- Clean every lamp on the northern quay by hand, with a brush and cold water, each", x: 72, y: 80 },
      { text: "o Brushes come from the store", x: 108, y: 94 },
      { text: "o Water comes from the well", x: 108, y: 108 },
      { text: "- Limpiar las farolas del muelle y pintar cada poste del puerto en color negro, verde", x: 72, y: 122 },
      { text: "o Azul", x: 90, y: 136 },
    ],
  ];
  expect(outline(await readPdf(textPdf(pages), defaultParseLimits))).toEqual([
    "[-] Clean every lamp on the northern quay by hand, with a brush and cold water, each",
    "  [o] Brushes come from the store",
    "  [o] Water comes from the well",
    "[-] Limpiar las farolas del muelle y pintar cada poste del puerto en color negro, verde o Azul",
  ]);
});

test("items whose bullets are drawn as shapes stand apart below the sentence that introduces them; wrapped lines go on", async () => {
  const pages = [
    [
      ...paragraphLines(body, 72, 80),
      { text: "Drivers of the harbour bus must have:", x: 72, y: 140 },
      { text: "a licence that is still valid", x: 108, y: 154 },
      { text: "training in the use of ramps and of chairs for those who cannot walk, with the yearly", x: 108, y: 168 },
      { text: "test", x: 108, y: 182 },
      { text: "enough of the language to call for help", x: 108, y: 196 },
      { text: "Their names are told to the harbour", x: 72, y: 210 },
      { text: "master in time.", x: 72, y: 224 },
    ],
  ];
  expect(outline(await readPdf(textPdf(pages), defaultParseLimits)).slice(1)).toEqual([
    "Drivers of the harbour bus must have:",
    "a licence that is still valid",
    "training in the use of ramps and of chairs for those who cannot walk, with the yearly test",
    "enough of the language to call for help",
    "Their names are told to the harbour master in time.",
  ]);
});

test("a sentence goes on behind a word that wants another, and within quotation marks, bold or not", async () => {
  // The bytes 0x93 and 0x94 are the quotation marks of the font's encoding.
  const pages = [
    [
      {
        text: "1.1 Proponents shall submit in an envelope marked \x93Harrow Port - Request for Proposal of",
        x: 72,
        y: 80,
      },
      { text: "Northern Quay Crane", x: 72, y: 94, bold: true },
      { text: "Addition\x94 on or before 2:00 p.m.", x: 72, y: 108 },
      { text: "1.2 No inquiry will be responded to after", x: 72, y: 136 },
      { text: "12:00 p.m. on March 20, 2031.", x: 72, y: 150 },
      { text: "Cranes", x: 72, y: 190, bold: true },
      { text: "They stand on the quay.", x: 72, y: 215 },
    ],
  ];
  expect(outline(await readPdf(textPdf(pages), defaultParseLimits))).toEqual([
    "1.1 Proponents shall submit in an envelope marked “Harrow Port - Request for Proposal of Northern Quay Crane Addition” on or before 2:00 p.m.",
    "1.2 No inquiry will be responded to after 12:00 p.m. on March 20, 2031.",
    "# Cranes",
    "They stand on the quay.",
  ]);
});

test("a number in brackets behind its word goes on with the line; behind other words it begins an item", async () => {
  const pages = [
    [
      { text: "Tell us of the work that was done for other harbours within the last five", x: 72, y: 80 },
      { text: "(5) years and of at least three lamps there.", x: 72, y: 94 },
      { text: "Send the form in two copies and", x: 72, y: 122 },
      { text: "(2) the drawings of each lamp.", x: 72, y: 136 },
    ],
  ];
  expect(outline(await readPdf(textPdf(pages), defaultParseLimits))).toEqual([
    "Tell us of the work that was done for other harbours within the last five (5) years and of at least three lamps there.",
    "Send the form in two copies and",
    "[(2)] the drawings of each lamp.",
  ]);
});

test("drops repeated heads after the first page, feet and page numbers and joins a sentence over the page break", async () => {
  const page = (number: number, lines: string[]) => [
    { text: "Agency RFQ 12345", x: 72, y: 40 },
    ...paragraphLines(lines, 72, 120),
    { text: `Page ${number} of 3`, x: 280, y: 810 },
  ];
  const wide = "This sentence is long enough to fill the line up to the right margin of the page";
  const rendition = await readPdf(
    textPdf([page(1, [wide]), page(2, ["and goes on here."]), page(3, ["Last page."])]),
    defaultParseLimits,
  );
  expect(outline(rendition)).toEqual(["Agency RFQ 12345", `${wide} and goes on here.`, "Last page."]);
  expect(rendition.pages.map((span) => rendition.text.slice(span.start, span.end))).toEqual([
    `Agency RFQ 12345\n\n${wide}`,
    "and goes on here.",
    "Last page.",
  ]);
});

test("reads two columns one after the other", async () => {
  const column = (name: string, x: number) =>
    paragraphLines(
      Array.from({ length: 10 }, (_, index) => `${name} column line ${index} with some words`),
      x,
      100,
    );
  const rendition = await readPdf(textPdf([[...column("left", 60), ...column("right", 320)]]), defaultParseLimits);
  expect(rendition.text.lastIndexOf("left column")).toBeLessThan(rendition.text.indexOf("right column"));
});

test("two columns stay two where one holds a list of short items, and where a full line nearly touches the other", async () => {
  const left = paragraphLines(
    Array.from({ length: 12 }, (_, index) => `left line ${index} with words that fill it to the gutter`),
    60,
    100,
  );
  const right = [
    ...paragraphLines(
      Array.from({ length: 8 }, (_, index) => `- right item ${index} of the list of lamps`),
      312,
      100,
    ),
    ...paragraphLines(
      ["- Oil", "- Rope", "- Paint", "- Brass that the keepers polish on every day of the year"],
      312,
      212,
    ),
  ];
  const { text } = await readPdf(textPdf([[...left, ...right]]), defaultParseLimits);
  expect(text.lastIndexOf("left line")).toBeLessThan(text.indexOf("right item"));
});

test("reads a table whose corners are hairs of their own, as word processors draw them", async () => {
  const sides = [60, 200, 400];
  // Each side begins five points below the line of its row; a hair of its own joins them.
  const grid = [742, 702, 662, 622]
    .map((y, row, all) =>
      [
        `60 ${y} 340 0.5 re f`,
        ...(row === all.length - 1
          ? []
          : sides.flatMap((x) => [`${x} ${y - 5} 0.5 5 re f`, `${x} ${y - 40} 0.5 35 re f`])),
      ].join("\n"),
    )
    .join("\n");
  const cells = [
    { text: "Service", x: 64, y: 125 },
    { text: "Level", x: 204, y: 125 },
    { text: "Lamps", x: 64, y: 170 },
    { text: "Nine of ten lamps are lit", x: 204, y: 158 },
    { text: "at every hour of the night", x: 204, y: 172 },
    { text: "Boats", x: 64, y: 205 },
    { text: "Two are afloat", x: 204, y: 205 },
  ];
  expect(outline(await readPdf(textPdf([cells], grid), defaultParseLimits))).toEqual([
    expect.stringMatching(/Service \| Level$/),
    "| Lamps | Nine of ten lamps are lit at every hour of the night",
    "| Boats | Two are afloat",
  ]);
});

test("reads drawn tables by their cells and aligned rows without lines", async () => {
  const grid =
    [60, 200, 400].map((x) => `${x} 742 m ${x} 662 l S`).join("\n") +
    [742, 702, 662].map((y) => `\n60 ${y} m 400 ${y} l S`).join("");
  const cells = [
    { text: "Report", x: 64, y: 120 },
    { text: "Due on the fifth business", x: 204, y: 115 },
    { text: "day of the month", x: 204, y: 129 },
    { text: "Code", x: 64, y: 160 },
    { text: "End of task", x: 204, y: 160 },
  ];
  expect(outline(await readPdf(textPdf([cells], grid), defaultParseLimits))).toEqual([
    "| Report | Due on the fifth business day of the month",
    "| Code | End of task",
  ]);
  const rows = [
    ["Item", "Price", "Unit"],
    ["Paper", "3.50", "pack"],
    ["Ink", "20.00", "piece"],
  ];
  const aligned = rows.flatMap((row, index) =>
    row.map((text, column) => ({ text, x: 72 + column * 120, y: 100 + index * 20 })),
  );
  expect(outline(await readPdf(textPdf([aligned]), defaultParseLimits))).toEqual([
    "H Item | Price | Unit",
    "| Paper | 3.50 | pack",
    "| Ink | 20.00 | piece",
  ]);
});

test("boxes of a form that are ticked stand beside their words, those left empty are drawn only", async () => {
  const box = (y: number, state: string) => ({
    body: `<</Type/Annot/Subtype/Widget/FT/Btn/T(b${y})/Rect[72 ${842 - y} 82 ${852 - y}]/V/${state}/AS/${state}/AP<</N<</Yes 7 0 R>>>>>>`,
  });
  const content = "BT /F1 11 Tf 1 0 0 1 90 742 Tm (Small business) Tj 1 0 0 1 90 702 Tm (HUBZone) Tj ET";
  const pdf = makePdf([
    { body: "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[8 0 R 9 0 R]>>>>" },
    { body: "<</Type/Pages/Kids[5 0 R]/Count 1>>" },
    { body: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>" },
    { body: "<<>>" },
    {
      body: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents 6 0 R/Annots[8 0 R 9 0 R]>>",
    },
    { body: "<<>>", stream: Buffer.from(content, "latin1") },
    { body: "<</Type/XObject/Subtype/Form/BBox[0 0 10 10]>>", stream: Buffer.from("") },
    box(102, "Yes"),
    box(142, "Off"),
  ]);
  const { text } = await readPdf(pdf, defaultParseLimits);
  expect(text).toMatch(/☒\s+Small business/);
  expect(text).toMatch(/HUBZone/);
  expect(text.match(/☒/g)).toHaveLength(1);
});

test("a paper is not called after its table of contents", async () => {
  const heading = (text: string, y: number) => ({ text, x: 72, y, size: 20, bold: true });
  const rendition = await readPdf(
    textPdf([
      [heading("Table of Contents", 80), ...paragraphLines(body, 72, 120)],
      [heading("Harbour lifts", 80), ...paragraphLines(body, 72, 120)],
    ]),
    defaultParseLimits,
  );
  expect(rendition.title).toBe("Harbour lifts");
});

test("refuses what is protected, damaged or too long with a reason that says what to do", async () => {
  const encrypted = makePdf(
    [
      { body: "<</Type/Catalog/Pages 2 0 R>>" },
      { body: "<</Type/Pages/Kids[]/Count 0>>" },
      { body: `<</Filter/Standard/V 1/R 2/O<${"00".repeat(32)}>/U<${"11".repeat(32)}>/P -4>>` },
    ],
    `/Encrypt 3 0 R/ID[<${"22".repeat(16)}><${"22".repeat(16)}>]`,
  );
  await expect(readPdf(encrypted, defaultParseLimits)).rejects.toMatchObject({ reason: "encrypted" });
  await expect(readPdf(Buffer.from("%PDF-1.7\nnothing"), defaultParseLimits)).rejects.toMatchObject({
    reason: "damaged",
  });
  await expect(readPdf(textPdf([[], [], []]), { ...defaultParseLimits, pages: 2 })).rejects.toMatchObject({
    reason: "too_many_pages",
  });
});

test("reads text or refuses, whatever is broken in a PDF", async () => {
  const whole = textPdf([paragraphLines(body, 72, 120), paragraphLines(body, 72, 120)]);
  const source = Buffer.from(whole).toString("latin1");
  const broken = [
    source.replace("/Root 1 0 R", "/Root 9 0 R"),
    source.replace("/Kids[5 0 R 7 0 R]", "/Kids[2 0 R]"),
    source.replace("/Count 2", "/Count 99999999"),
    source.replace("/Count 2", "/Count -1"),
    source.replaceAll("/MediaBox[0 0 595 842]", "/MediaBox[0 0 0 0]"),
    source.replace(/startxref\n\d+/, "startxref\n999999999"),
    source.replaceAll(/\/Length \d+/g, "/Length 1"),
    source.replaceAll(/\/Length \d+/g, "/Length 6 0 R"),
    source.replaceAll("/F1 3 0 R", "/F1 99 0 R"),
    source.replaceAll("endobj", ""),
    source.replaceAll("/Type1", "/Type0"),
    source.replace("/Pages 2 0 R", "/Pages 1 0 R"),
    source.replaceAll(" Tf", " Tf [[[[[[[["),
    source.replaceAll("BT", `${"q ".repeat(200)}BT`),
    source.replaceAll("11 Tf", "1e30 Tf"),
    source.replaceAll("1 0 0 1 72", "1e38 0 0 1e38 72"),
    ...Array.from({ length: 24 }, (_, index) => source.slice(0, Math.floor((source.length * (index + 1)) / 25))),
  ];
  const outcomes: string[] = [];
  for (const variant of broken) {
    try {
      outline(await readPdf(Buffer.from(variant, "latin1"), defaultParseLimits));
      outcomes.push("read");
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      outcomes.push(error.reason);
    }
  }
  expect(outcomes).toHaveLength(40);
  expect(new Set(outcomes)).toEqual(new Set(["read", "damaged"]));
}, 240_000);

test("words with a line drawn through them are left out, underlined ones and those between lines of a table stay", async () => {
  const at = (text: string, x: number, y: number) => ({ text, x, y });
  const level = (x: number, right: number, y: number) => `${x} ${842 - y} m ${right} ${842 - y} l S`;
  const lines = [
    at("Offers are due on 3 May 2031 17 May 2031 at noon.", 72, 100),
    at("The supplier shall name", 72, 114),
    at("two", 196, 114),
    at("three engineers.", 216, 114),
    at("This sentence has gone.", 72, 128),
    at("Read this one twice.", 72, 142),
  ];
  const struck = [level(161, 216, 97), level(196, 214, 111), level(72, 189, 125), level(72, 170, 143.5)].join(" ");
  const rendition = await readPdf(textPdf([lines], `0.7 w ${struck}`), defaultParseLimits);
  expect(rendition.text.replace(/\s+/g, " ")).toBe(
    "Offers are due on 17 May 2031 at noon. The supplier shall name three engineers. Read this one twice.",
  );
  expect(rendition.warnings.join()).toContain("struck out");
  const unstruck = await readPdf(textPdf([lines], `0.7 w ${level(40, 560, 97)}`), defaultParseLimits);
  expect(unstruck.text).toContain("3 May 2031 17 May 2031");
});

test("two spaces behind a sentence, as typewriters set them, part no columns", async () => {
  // Letters of Courier are 0.6 of their size wide.
  const say = (text: string, column: number, y: number) =>
    `BT /F1 10 Tf 1 0 0 1 ${60 + column * 6} ${y} Tm (${text}) Tj ET\n`;
  const content = [
    say("Bids come by mail.", 0, 700),
    say("The type is black", 20, 700),
    say("and plain as well.", 0, 688),
    say("No bid is longer", 20, 688),
    say("than twenty pages.", 0, 676),
    say("Prices come last.", 20, 676),
  ].join("");
  const page = makePdf([
    { body: "<</Type/Catalog/Pages 2 0 R>>" },
    { body: "<</Type/Pages/Kids[4 0 R]/Count 1>>" },
    { body: "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>" },
    {
      body: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents 5 0 R>>",
    },
    { body: "<<>>", stream: Buffer.from(content) },
  ]);
  expect(outline(await readPdf(page, defaultParseLimits))).toEqual([
    "Bids come by mail. The type is black and plain as well. No bid is longer than twenty pages. Prices come last.",
  ]);
});
