import { expect, test } from "vitest";
import type { Block } from "@/lib/rendition";
import { findListExtent } from "./list-extent";
import { type PreparedDocument, prepareDocument } from "./prepared-document";

type Line = [Block["kind"], string, Partial<Block>?];

function document(lines: Line[]): PreparedDocument {
  let text = "";
  const blocks: Block[] = [];
  for (const [kind, content, more] of lines) {
    blocks.push({ kind, start: text.length, end: text.length + content.length, ...more });
    text += `${content}\n`;
  }
  return prepareDocument("list.md", { text, blocks, title: null });
}

/** The words of the list that the unit with these words belongs to. */
function listAround(prepared: PreparedDocument, words: string): string[] | null {
  const at = prepared.units.findIndex(({ start, end }) => prepared.text.slice(start, end).includes(words));
  const extent = findListExtent(prepared, at);
  return (
    extent && prepared.units.slice(extent.from, extent.to + 1).map(({ start, end }) => prepared.text.slice(start, end))
  );
}

test("items go with the sentence that introduces them, and with nothing after them", () => {
  const prepared = document([
    ["paragraph", "The offer must hold:"],
    ["list_item", "a price sheet", { level: 0 }],
    ["list_item", "two references", { level: 0 }],
    ["paragraph", "Late offers are not opened."],
  ]);
  const whole = ["The offer must hold:", "a price sheet", "two references"];
  expect(listAround(prepared, "two references")).toEqual(whole);
  expect(listAround(prepared, "must hold")).toEqual(whole);
  expect(listAround(prepared, "Late offers")).toBeNull();
});

test("rows of one table are one list, those of the next another", () => {
  const prepared = document([
    ["table_row", "Criterion | Weight", { table: 0, isHeader: true }],
    ["table_row", "Price | 40", { table: 0 }],
    ["table_row", "Quality | 60", { table: 0 }],
    ["paragraph", "The dates follow."],
    ["table_row", "Step | Day", { table: 1, isHeader: true }],
    ["table_row", "Award | 3 May", { table: 1 }],
  ]);
  expect(listAround(prepared, "Quality")).toEqual(["Criterion | Weight", "Price | 40", "Quality | 60"]);
  expect(listAround(prepared, "Award")).toEqual(["Step | Day", "Award | 3 May"]);
});

test("paragraphs that count themselves are a list without its marks", () => {
  const prepared = document([
    ["paragraph", "There are two ways:"],
    ["paragraph", "Option 1: the town hosts the system."],
    ["paragraph", "Option 2: the supplier hosts it."],
    ["paragraph", "Nothing else is considered."],
  ]);
  expect(listAround(prepared, "supplier hosts")).toEqual([
    "There are two ways:",
    "Option 1: the town hosts the system.",
    "Option 2: the supplier hosts it.",
  ]);
  expect(listAround(prepared, "Nothing else")).toBeNull();
});
