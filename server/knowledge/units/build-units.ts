import type { Block, Rendition } from "@/lib/rendition";
import { type Span, splitSentences } from "./split-sentences";

export const unitKinds = ["heading", "sentence", "list_item", "table_row", "code"] as const;
export type UnitKind = (typeof unitKinds)[number];

/**
 * The smallest piece of a document that can be asked, cited or obliged: a sentence, a sentence of a list item, a table row, a heading.
 * All offsets are UTF-16 units of the rendition's text, half open; text is always `text.slice(start, end)`, never joined.
 */
export interface Unit extends Span {
  kind: UnitKind;
  /** Index into `rendition.blocks`; sentences of one paragraph or item share it. */
  block: number;
  page?: number;
  /** The headings above, outermost first; a heading's own path ends with its parent. */
  headings: Span[];
  /** list_item: nesting from 0. heading: 1-6. */
  level?: number;
  /** list_item: the sentence or parent item that introduces it. */
  leadIn?: Span;
  /** table_row: the row that heads its columns, and its first cell where there are others. */
  header?: Span;
  label?: Span;
  isHeader?: boolean;
}

/** Every unit of a rendition in reading order. A linear pass; about 1 ms for a hundred pages. */
export function buildUnits(rendition: Pick<Rendition, "text" | "blocks">): Unit[] {
  const { text, blocks } = rendition;
  const units: Unit[] = [];
  const path: { level: number; span: Span }[] = [];
  let headings: Span[] = [];
  const lists = new ListContext(text);
  const headers = tableHeaders(blocks);

  for (const [index, block] of blocks.entries()) {
    const base = { block: index, headings, ...(block.page === undefined ? {} : { page: block.page }) };
    const whole = { start: block.start, end: block.end };
    if (block.kind === "heading") {
      const level = block.level ?? 1;
      while ((path.at(-1)?.level ?? 0) >= level) path.pop();
      units.push({ kind: "heading", ...whole, ...base, headings: path.map((step) => step.span), level });
      path.push({ level, span: whole });
      headings = path.map((step) => step.span);
      lists.reset();
    } else if (block.kind === "list_item") {
      const leadIn = lists.item(block);
      for (const span of splitSentences(text, block.start, block.end)) {
        units.push({ kind: "list_item", ...span, ...base, level: block.level ?? 0, ...(leadIn ? { leadIn } : {}) });
      }
    } else if (block.kind === "table_row") {
      units.push({ kind: "table_row", ...whole, ...base, ...rowContext(block, headers.get(block.table ?? -1)) });
      lists.reset();
    } else if (block.kind === "code") {
      for (const line of codeLines(text, block)) units.push({ kind: "code", ...line, ...base });
      lists.reset();
    } else {
      const spans = splitSentences(text, block.start, block.end);
      for (const span of spans) units.push({ kind: "sentence", ...span, ...base });
      lists.paragraph(spans.at(-1));
    }
  }
  return units;
}

/** Remembers what introduces the items of a running list: the sentence before it, or the item one level up. */
class ListContext {
  private before: Span | undefined;
  private readonly parents: (Span | undefined)[] = [];

  constructor(private readonly text: string) {}

  reset(): void {
    this.before = undefined;
    this.parents.length = 0;
  }

  paragraph(last: Span | undefined): void {
    this.reset();
    this.before = last;
  }

  item(block: Block): Span | undefined {
    const level = block.level ?? 0;
    this.parents.length = Math.min(this.parents.length, level);
    const parent = level > 0 ? this.parents.findLast((span) => span !== undefined) : undefined;
    this.parents[level] = splitSentences(this.text, block.start, block.end).at(-1);
    return parent ?? this.before;
  }
}

function tableHeaders(blocks: Block[]): Map<number, Block> {
  const headers = new Map<number, Block>();
  for (const block of blocks) {
    if (block.kind === "table_row" && block.isHeader && block.table !== undefined && !headers.has(block.table))
      headers.set(block.table, block);
  }
  return headers;
}

function rowContext(block: Block, header: Block | undefined): Pick<Unit, "header" | "label" | "isHeader"> {
  const first = block.cells?.[0];
  return {
    ...(header && header !== block ? { header: { start: header.start, end: header.end } } : {}),
    ...(first && (block.cells?.length ?? 0) > 1 ? { label: { start: first.start, end: first.end } } : {}),
    ...(block.isHeader ? { isHeader: true } : {}),
  };
}

function codeLines(text: string, block: Block): Span[] {
  const spans: Span[] = [];
  for (const match of text.slice(block.start, block.end).matchAll(/[^\n]*\S/g)) {
    const indent = match[0].length - match[0].trimStart().length;
    spans.push({ start: block.start + match.index + indent, end: block.start + match.index + match[0].length });
  }
  return spans;
}
