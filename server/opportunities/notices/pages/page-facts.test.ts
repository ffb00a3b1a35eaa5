import { expect, test } from "vitest";
import { factsOfValues } from "./facts-of-values";
import { readPageFacts } from "./page-facts";

const line = (label: string, value: string) =>
  `<div><span>${label}</span><span aria-hidden="true"> . . . . . . . .</span><span>${value}</span></div>`;
const head = "<div><span>Hale District Council</span> <span>Contract notice HDC/26/031</span></div>";
const sheet = (lines: string) => `<html lang="en"><body>${head}<div>${lines}</div>${head}</body></html>`;

test("dots that lead from a label to its value belong to neither", () => {
  const html = sheet(line("Reference", "HDC/26/031") + line("Procedure", "Open procedure") + line("Status", "Open"));
  expect(readPageFacts(html, "https://hale.example/1").values).toEqual(
    expect.arrayContaining([
      { label: "Reference", value: "HDC/26/031", datetime: null },
      { label: "Status", value: "Open", datetime: null },
    ]),
  );
  const written = "<p>Reference ........ HDC/26/031</p><p>Reference: ........ HDC/26/032</p>";
  expect(readPageFacts(`<main>${written}</main>`, "https://hale.example/1").values).toContainEqual({
    label: "Reference",
    value: "HDC/26/032",
    datetime: null,
  });
});

test("the head of each sheet, a body beside the notice's number, does not name the buyer where a label does", () => {
  const context = { order: null, zone: null, country: null, capturedAt: new Date("2026-11-28T10:00:00Z") };
  const buyerOf = (html: string) => factsOfValues(readPageFacts(html, "https://hale.example/1").values, context).buyer;
  expect(buyerOf(sheet(line("Contracting authority", "Hale District Council")))).toBe("Hale District Council");
});

test("terms within terms are labels, and the one around them is the heading of a group", () => {
  const inner = "<dl><dt>Publikation</dt><dd>17.3.2031</dd><dt>Eingabefrist</dt><dd>16.4.2031, 11.00 Uhr</dd></dl>";
  const html = `<main><h1>Kanal</h1><dl><dt>Termine</dt><dd>${inner}</dd><dt>Stand</dt><dd>Offen</dd></dl></main>`;
  const { values } = readPageFacts(html, "https://dorf.example/1");
  expect(values.map(({ label, value }) => [label, value])).toEqual([
    ["Stand", "Offen"],
    ["Publikation", "17.3.2031"],
    ["Eingabefrist", "16.4.2031, 11.00 Uhr"],
  ]);
});
