import { describe, expect, it } from "vitest";
import type { Block, Rendition } from "@/lib/rendition";
import { buildUnits } from "./build-units";

function rendition(parts: [Omit<Block, "start" | "end">, string][]): Rendition {
  let text = "";
  const blocks: Block[] = [];
  for (const [block, content] of parts) {
    if (block.marker) text += `${block.marker} `;
    blocks.push({ ...block, start: text.length, end: text.length + content.length });
    text += `${content}\n`;
  }
  return { extractor: "text", version: 1, text, blocks, pages: [], lines: [], title: null, warnings: [] };
}

const document = rendition([
  [{ kind: "heading", level: 1 }, "Proposal"],
  [{ kind: "heading", level: 2, page: 2 }, "Staff"],
  [{ kind: "paragraph", page: 2 }, "We need people. The contractor shall name:"],
  [{ kind: "list_item", level: 0, marker: "•" }, "A lead. With a degree."],
  [{ kind: "list_item", level: 0, marker: "•" }, "Engineers:"],
  [{ kind: "list_item", level: 1, marker: "-" }, "one for data"],
  [{ kind: "heading", level: 2 }, "Price"],
  [{ kind: "list_item", level: 0, marker: "•" }, "Total"],
  [{ kind: "table_row", table: 0, isHeader: true, cells: [{ start: 0, end: 1, column: 0 }] }, "Item | Price"],
  [
    {
      kind: "table_row",
      table: 0,
      cells: [
        { start: 0, end: 8, column: 0 },
        { start: 0, end: 1, column: 1 },
      ],
    },
    "Server | 3",
  ],
  [{ kind: "code" }, "  a = 1\n\nb = 2"],
]);
const units = buildUnits(document);
const read = (span: { start: number; end: number } | undefined) => span && document.text.slice(span.start, span.end);
const find = (text: string) => units.find((unit) => read(unit) === text);

describe("buildUnits", () => {
  it("cuts sentences, items, rows and lines of code by offset, marks left out", () => {
    expect(units.map((unit) => read(unit))).toEqual([
      "Proposal",
      "Staff",
      "We need people.",
      "The contractor shall name:",
      "A lead.",
      "With a degree.",
      "Engineers:",
      "one for data",
      "Price",
      "Total",
      "Item | Price",
      "Server | 3",
      "a = 1",
      "b = 2",
    ]);
  });

  it("gives each item the sentence that introduces it, a nested one its parent", () => {
    expect(read(find("With a degree.")?.leadIn)).toBe("The contractor shall name:");
    expect(read(find("one for data")?.leadIn)).toBe("Engineers:");
    expect(find("Total")?.leadIn).toBeUndefined();
  });

  it("keeps the path of headings and the page", () => {
    expect(find("one for data")?.headings.map(read)).toEqual(["Proposal", "Staff"]);
    expect(find("Total")?.headings.map(read)).toEqual(["Proposal", "Price"]);
    expect(find("Price")?.headings.map(read)).toEqual(["Proposal"]);
    expect(find("We need people.")?.page).toBe(2);
  });

  it("gives a row its header row", () => {
    expect(read(find("Server | 3")?.header)).toBe("Item | Price");
    expect(find("Item | Price")?.header).toBeUndefined();
  });
});
