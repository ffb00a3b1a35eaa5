import { expect } from "vitest";
import type { Rendition } from "@/lib/rendition";

/** The blocks of a rendition in a readable form, after checking everything that any rendition promises. */
export function outline(rendition: Rendition): string[] {
  expectSound(rendition);
  return rendition.blocks.map((block) => {
    const text = rendition.text.slice(block.start, block.end);
    if (block.kind === "heading") return `${"#".repeat(block.level ?? 1)} ${text}`;
    if (block.kind === "list_item") return `${"  ".repeat(block.level ?? 0)}[${block.marker ?? ""}] ${text}`;
    if (block.kind === "table_row") return `${block.isHeader ? "H" : "|"} ${text}`;
    return block.kind === "code" ? `code: ${text}` : text;
  });
}

export function expectSound(rendition: Rendition): void {
  const { text, blocks, lines, pages } = rendition;
  expect(text.normalize("NFC")).toBe(text);
  expect(text.isWellFormed()).toBe(true);
  expect(text.includes("\u0000")).toBe(false);
  let end = 0;
  for (const block of blocks) {
    expect(block.start).toBeGreaterThanOrEqual(end);
    expect(block.end).toBeGreaterThan(block.start);
    expect(text.slice(block.start, block.end).trim()).toBe(text.slice(block.start, block.end));
    end = block.end;
    for (const cell of block.cells ?? []) {
      expect(cell.start).toBeGreaterThanOrEqual(block.start);
      expect(cell.end).toBeLessThanOrEqual(block.end);
    }
  }
  expect(end).toBeLessThanOrEqual(text.length);
  for (const line of lines) {
    expect(line.end).toBeGreaterThan(line.start);
    expect(line.end).toBeLessThanOrEqual(text.length);
    expect([line.x, line.y, line.width, line.height].every(Number.isFinite)).toBe(true);
  }
  for (const page of pages) expect(page.end).toBeGreaterThanOrEqual(page.start);
}
