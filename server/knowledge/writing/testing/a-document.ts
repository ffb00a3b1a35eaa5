import type { Block, Rendition } from "@/lib/rendition";
import { type PreparedDocument, prepareDocument } from "../prepared-document";

export type Line = [Block["kind"], string, Partial<Block>?];

/** A document of the given blocks, one a line. */
export function aDocument(name: string, lines: readonly Line[]): PreparedDocument {
  let text = "";
  const blocks: Block[] = [];
  for (const [kind, content, more] of lines) {
    if (more?.marker) text += `${more.marker} `;
    blocks.push({ kind, start: text.length, end: text.length + content.length, ...more });
    text += `${content}\n`;
  }
  const rendition: Rendition = {
    extractor: "text",
    version: 1,
    text,
    blocks,
    pages: [],
    lines: [],
    title: null,
    warnings: [],
  };
  return prepareDocument(name, rendition);
}

/** Paragraphs that answer nothing. */
export const filler: Line[] = Array.from({ length: 40 }, (_, index) => [
  "paragraph",
  `Paragraph ${index} describes the history of the harbour office, its ${index + 2} piers and the ships that call there in winter.`,
]);
