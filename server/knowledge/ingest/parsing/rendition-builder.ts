import type { Block, Cell, LineBox, PageSpan, Rendition } from "@/lib/rendition";
import { cleanLine, cleanLines } from "./clean-text";
import { UnreadableFileError } from "./errors";

/** A piece of a block that stands on one line of a page. `glued` joins it to the piece before without a space. */
export interface Piece {
  text: string;
  glued?: boolean;
  box?: Omit<LineBox, "start" | "end">;
}

export type Content = string | Piece[];

export interface CellDraft {
  content: Content;
  column: number;
  ref?: string;
}

/**
 * Writes the canonical text and its blocks together, so that an offset cannot disagree with the text it points into.
 * Every extractor writes through it; it also holds the limit on text, because endless text comes from every format.
 */
export class RenditionBuilder {
  private readonly parts: string[] = [];
  private length = 0;
  private previous: Block["kind"] | null = null;
  private tables = 0;
  private openPage: PageSpan | null = null;
  readonly blocks: Block[] = [];
  readonly pages: PageSpan[] = [];
  readonly lines: LineBox[] = [];
  readonly warnings: string[] = [];
  title: string | null = null;

  constructor(private readonly maxLength: number) {}

  heading(level: number, content: Content): void {
    this.block({ kind: "heading", level: Math.min(6, Math.max(1, level)) }, content);
  }

  paragraph(content: Content): void {
    this.block({ kind: "paragraph" }, content);
  }

  listItem(level: number, marker: string | null, content: Content): void {
    this.block({ kind: "list_item", level, ...(marker ? { marker: cleanLine(marker) } : {}) }, content);
  }

  code(text: string): void {
    const cleaned = cleanLines(text);
    if (cleaned.trim() === "") return;
    this.separate("code");
    const start = this.length;
    this.write(cleaned);
    this.push({ kind: "code", start, end: this.length });
  }

  nextTable(): number {
    return this.tables++;
  }

  tableRow(table: number, cells: CellDraft[], isHeader: boolean): void {
    const written = cells
      .map((cell) => ({ ...cell, content: clean(cell.content) }))
      .filter((cell) => cell.content.length > 0);
    if (written.length === 0) return;
    this.separate("table_row");
    const start = this.length;
    const spans: Cell[] = [];
    for (const [index, cell] of written.entries()) {
      if (index > 0) this.write(" | ");
      const cellStart = this.length;
      this.writePieces(cell.content);
      spans.push({ start: cellStart, end: this.length, column: cell.column, ...(cell.ref ? { ref: cell.ref } : {}) });
    }
    this.push({ kind: "table_row", start, end: this.length, table, isHeader, cells: spans });
  }

  startPage(page: Omit<PageSpan, "start" | "end">): void {
    this.endPage();
    this.openPage = { ...page, start: -1, end: -1 };
  }

  endPage(): void {
    if (!this.openPage) return;
    const { start, end, ...page } = this.openPage;
    this.pages.push({ ...page, start: start < 0 ? this.length : start, end: start < 0 ? this.length : end });
    this.openPage = null;
  }

  get isEmpty(): boolean {
    return this.length === 0;
  }

  build(extractor: string, version: number): Rendition {
    this.endPage();
    return {
      extractor,
      version,
      text: this.parts.join(""),
      blocks: this.blocks,
      pages: this.pages,
      lines: this.lines,
      title: this.title === null ? null : cleanLine(this.title).slice(0, 500) || null,
      warnings: this.warnings,
    };
  }

  private block(block: Omit<Block, "start" | "end">, content: Content): void {
    const pieces = clean(content);
    if (pieces.length === 0) return;
    this.separate(block.kind);
    if (block.marker) this.write(`${block.marker} `);
    const start = this.length;
    this.writePieces(pieces);
    this.push({ ...block, start, end: this.length });
  }

  private push(block: Block): void {
    this.blocks.push(this.openPage ? { ...block, page: this.openPage.page } : block);
    this.previous = block.kind;
    if (this.openPage) {
      if (this.openPage.start < 0) this.openPage.start = block.start;
      this.openPage.end = block.end;
    }
  }

  private separate(kind: Block["kind"]): void {
    if (this.previous === null) return;
    const isRun = kind === this.previous && (kind === "list_item" || kind === "table_row");
    this.write(isRun ? "\n" : "\n\n");
  }

  private writePieces(pieces: Piece[]): void {
    for (const [index, piece] of pieces.entries()) {
      if (index > 0 && !piece.glued) this.write(" ");
      const start = this.length;
      this.write(piece.text);
      if (piece.box) this.lines.push({ start, end: this.length, ...piece.box });
    }
  }

  private write(text: string): void {
    this.length += text.length;
    if (this.length > this.maxLength) {
      throw new UnreadableFileError(
        "too_large",
        `The file holds more than ${this.maxLength.toLocaleString("en")} characters of text. Split it into smaller files and upload them one by one.`,
      );
    }
    this.parts.push(text);
  }
}

/** Cells may hold several paragraphs, told apart by line feeds; everything else is one line. */
function clean(content: Content): Piece[] {
  const pieces = typeof content === "string" ? content.split("\n").map((text) => ({ text })) : content;
  return pieces.map((piece) => ({ ...piece, text: cleanLine(piece.text) })).filter((piece) => piece.text !== "");
}
