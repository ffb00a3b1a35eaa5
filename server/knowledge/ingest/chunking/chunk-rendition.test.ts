import { describe, expect, it } from "vitest";
import type { Block } from "@/lib/rendition";
import { chunkRendition } from "./chunk-rendition";

/** A rendition written block by block, as the readers of files do. */
function aRendition(blocks: (Omit<Block, "start" | "end"> & { text: string })[]) {
  let text = "";
  const written = blocks.map(({ text: words, ...block }) => {
    if (text) text += "\n\n";
    if (block.marker) text += `${block.marker} `;
    const start = text.length;
    text += words;
    return { ...block, start, end: text.length };
  });
  return { text, blocks: written };
}

const sentence = (words: number, word = "word") =>
  `${Array.from({ length: words - 1 }, (_, index) => `${word}${index}`).join(" ")} end.`;

describe("chunkRendition", () => {
  it("puts every block into exactly one chunk, in order, as literal stretches of the text", () => {
    const rendition = aRendition([
      { kind: "heading", level: 1, text: "Scope" },
      ...Array.from({ length: 12 }, () => ({ kind: "paragraph" as const, text: sentence(50) })),
      { kind: "heading", level: 2, text: "Price" },
      { kind: "paragraph", text: sentence(700) },
      { kind: "list_item", level: 0, marker: "(a)", text: "one" },
    ]);
    const chunks = chunkRendition(rendition);
    for (const chunk of chunks) expect(rendition.text.slice(chunk.start, chunk.end)).toBe(chunk.text);
    const joined = chunks
      .map((chunk) => chunk.text)
      .join("\n")
      .split(/\s+/)
      .join(" ");
    expect(joined).toBe(rendition.text.split(/\s+/).join(" "));
    // What is put together stays within 180 words (185 with the marks of items); only a single long paragraph may hold up to 280.
    for (const chunk of chunks) {
      const isOneParagraph = !chunk.text.includes("\n");
      expect(chunk.text.split(/\s+/).length).toBeLessThanOrEqual(isOneParagraph ? 280 : 185);
    }
  });

  it("begins a new chunk with a new section, unless the one before is tiny", () => {
    const chunks = chunkRendition(
      aRendition([
        { kind: "heading", level: 1, text: "Notice" },
        { kind: "paragraph", text: "A line." },
        { kind: "heading", level: 1, text: "Scope" },
        { kind: "paragraph", text: sentence(60) },
        { kind: "heading", level: 1, text: "Price" },
        { kind: "paragraph", text: sentence(60) },
      ]),
    );
    expect(chunks.map((chunk) => chunk.headingPath)).toEqual([["Notice"], ["Price"]]);
  });

  it("names the headings above a chunk", () => {
    const chunks = chunkRendition(
      aRendition([
        { kind: "heading", level: 1, text: "Terms" },
        { kind: "paragraph", text: sentence(100) },
        { kind: "heading", level: 2, text: "Payment" },
        { kind: "paragraph", text: sentence(150) },
        { kind: "paragraph", text: sentence(150) },
        { kind: "heading", level: 1, text: "Annex" },
        { kind: "paragraph", text: sentence(100) },
      ]),
    );
    expect(chunks.map((chunk) => chunk.headingPath)).toEqual([
      ["Terms"],
      ["Terms", "Payment"],
      ["Terms", "Payment"],
      ["Annex"],
    ]);
  });

  it("keeps the header of a table and the lead-in of a list with what is cut off from them", () => {
    const rows = Array.from({ length: 40 }, (_, index) => ({
      kind: "table_row" as const,
      table: 0,
      text: `Item ${index} | ${sentence(10)}`,
    }));
    const table = chunkRendition(
      aRendition([{ kind: "table_row", table: 0, isHeader: true, text: "Item | Hourly rate" }, ...rows]),
    );
    expect(table.length).toBeGreaterThan(2);
    expect(table[0]?.context).toBeUndefined();
    expect(table[1]?.context).toBe("Item | Hourly rate");
    const items = Array.from({ length: 30 }, (_, index) => ({
      kind: "list_item" as const,
      level: 0,
      marker: `${index}.`,
      text: sentence(20),
    }));
    const list = chunkRendition(aRendition([{ kind: "paragraph", text: "The contractor shall provide:" }, ...items]));
    expect(list[1]?.context).toBe("The contractor shall provide:");
    expect(list[1]?.text).toMatch(/^\d+\. /);
  });

  it("tells the language of each chunk", () => {
    const chunks = chunkRendition(
      aRendition([
        { kind: "heading", level: 1, text: "English" },
        { kind: "paragraph", text: "The bidder shall submit the proposal by noon and in two copies. ".repeat(6) },
        { kind: "heading", level: 1, text: "Deutsch" },
        {
          kind: "paragraph",
          text: "Der Bieter muss das Angebot bis zum Mittag und in zwei Ausfertigungen einreichen. ".repeat(6),
        },
      ]),
    );
    expect(chunks.map((chunk) => chunk.language)).toEqual(["en", "de"]);
  });

  it("cuts text without structure and runs without spaces", () => {
    expect(chunkRendition({ text: "One.\n\nTwo.", blocks: [] }).map((chunk) => chunk.text)).toEqual(["One.\n\nTwo."]);
    const endless = chunkRendition({ text: "x".repeat(50_000), blocks: [] });
    expect(endless.map((chunk) => chunk.text).join("")).toBe("x".repeat(50_000));
    expect(Math.max(...endless.map((chunk) => chunk.text.length))).toBeLessThanOrEqual(4_000);
    expect(chunkRendition({ text: "", blocks: [] })).toEqual([]);
  });
});
