/**
 * A rendition is what one extractor read out of one immutable snapshot: canonical text (NFC, "\n" line ends) and its structure.
 * Every offset is in UTF-16 code units of `text`, half open `[start, end)`. A rendition never changes: a better
 * extractor adds a new one, so that a citation keeps pointing at the characters that it was made from.
 */
export interface Rendition {
  /** Name of the extractor ("pdf", "pdf-ocr", "docx", "xlsx", "pptx", "html", "markdown", "text", "csv", "eml"). */
  extractor: string;
  /** Version of that extractor; raised whenever its output for the same bytes changes. */
  version: number;
  text: string;
  /** In reading order, not overlapping, each inside `text`. Nesting is told by `level`. */
  blocks: Block[];
  /** Pages of a PDF, slides, sheets; empty where the format has none. */
  pages: PageSpan[];
  /** Where lines of text stand on their page (PDF and OCR only), for highlights. */
  lines: LineBox[];
  title: string | null;
  /** What the reader should know ("page 4 has no text layer and was read by OCR"). */
  warnings: string[];
}

export const blockKinds = ["heading", "paragraph", "list_item", "table_row", "code"] as const;
export type BlockKind = (typeof blockKinds)[number];

export interface Block {
  kind: BlockKind;
  start: number;
  end: number;
  /** heading: 1-6; list_item: nesting from 0. */
  level?: number;
  /** list_item: the mark as written ("1.", "(a)", "•"); the mark is outside [start, end) when the text has it. */
  marker?: string;
  /** 1-based page, slide or sheet. */
  page?: number;
  /** table_row: index of the table in the document from 0, its cells, and whether this row heads the columns. */
  table?: number;
  isHeader?: boolean;
  cells?: Cell[];
}

export interface Cell {
  start: number;
  end: number;
  /** 0-based column; `ref` is the spreadsheet address ("B7") where there is one. */
  column: number;
  ref?: string;
}

export interface PageSpan {
  /** 1-based. */
  page: number;
  start: number;
  end: number;
  /** Sheet or slide name, or the page label. */
  label?: string;
  /** PDF points. */
  width?: number;
  height?: number;
}

export interface LineBox {
  start: number;
  end: number;
  page: number;
  /** PDF points from the top left corner of the page. */
  x: number;
  y: number;
  width: number;
  height: number;
}
