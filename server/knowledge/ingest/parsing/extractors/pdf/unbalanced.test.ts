import { expect, test } from "vitest";
import { defaultParseLimits } from "../../limits";
import { makePdf } from "../../testing/make-pdf";
import { outline } from "../../testing/outline";
import { readPdf } from "./pdf";

/** A page of these drawing operators; a form of others stands beside them as /X. */
function aPage(content: string, form = ""): Uint8Array {
  const resources = "<</Font<</F1 3 0 R>>/XObject<</X 6 0 R>>>>";
  return makePdf([
    { body: "<</Type/Catalog/Pages 2 0 R>>" },
    { body: "<</Type/Pages/Kids[4 0 R]/Count 1>>" },
    { body: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>" },
    { body: `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources${resources}/Contents 5 0 R>>` },
    { body: "<<>>", stream: Buffer.from(content) },
    { body: `<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources${resources}>>`, stream: Buffer.from(form) },
  ]);
}

const say = (text: string, x: number, y: number) => `BT /F1 11 Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET\n`;
const line = (x: number, y: number, right: number, top: number) => `${x} ${y} m ${right} ${top} l S\n`;

/** A table of two columns that only its lines tell apart, drawn from (100, 600) on. */
const table = [
  ...[600, 630, 660, 690].map((y) => line(100, y, 400, y)),
  ...[100, 250, 400].map((x) => line(x, 600, x, 690)),
  say("Fee", 110, 670),
  say("100", 260, 670),
  say("Bond", 110, 640),
  say("200", 260, 640),
  say("Term", 110, 610),
  say("300", 260, 610),
].join("");
const rows = ["| Fee | 100", "| Bond | 200", "| Term | 300"];
const shown = async (content: string, form?: string) =>
  outline(await readPdf(aPage(content, form), defaultParseLimits));

test("the table is one where all is well", async () => {
  expect((await shown(table)).filter((row) => row.startsWith("|"))).toEqual(rows);
});

test.each([
  ["never restored", `${"q ".repeat(200)}${table}`, ""],
  ["restored without having been saved", `${"Q ".repeat(200)}${table}`, ""],
  ["left moved by a form", `/X Do\n${table}`, "q 1 0 0 1 200 -300 cm q q"],
  [
    "restored by a form below its own beginning",
    `q 1 0 0 1 0 0 cm /X Do\n${table}`,
    "q 1 0 0 1 200 -300 cm Q Q Q 1 0 0 1 50 50 cm",
  ],
  ["drawn by a form that restores too often", "q 1 0 0 1 0 100 cm /X Do Q", `Q Q 1 0 0 1 0 -100 cm\n${table}`],
])("a page whose state is %s is read like any other", async (_, content, form) => {
  expect((await shown(content, form)).filter((row) => row.startsWith("|"))).toEqual(rows);
});
