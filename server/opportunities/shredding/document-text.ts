import type { TenderRole } from "@/lib/vocabulary/opportunities";
import { type Span, splitSentences, type Unit } from "@/server/knowledge/units";
import type { TenderDocument } from "../tender-document";
import { isAnswerBox, type TableRow } from "./judge-row";
import { type SectionSense, senseOfSection } from "./sections";

/** No sentence is longer, and an endless one must not take endless time to judge. */
const longestJudged = 1_500;

/** In characters: a paragraph of several sentences. */
const leastLongCell = 350;

/** What stands where in a document, as rules judge it: on one line, cut at a length. Looked up once for each heading. */
export class DocumentText {
  private readonly senses = new Map<readonly Span[], SectionSense>();
  private readonly sections = new Map<readonly Span[], string[]>();

  constructor(
    private readonly document: TenderDocument,
    private readonly role: TenderRole,
  ) {}

  at(span: Span): string {
    const end = Math.min(span.end, span.start + longestJudged);
    return this.document.text.slice(span.start, end).replace(/\s+/g, " ").trim();
  }

  /** The headings above a unit, outermost first. */
  sectionOf(unit: Unit): string[] {
    const known = this.sections.get(unit.headings);
    if (known) return known;
    const section = unit.headings.map((span) => this.at(span));
    this.sections.set(unit.headings, section);
    return section;
  }

  senseOf(unit: Unit): SectionSense {
    const known = this.senses.get(unit.headings);
    if (known) return known;
    const sense = senseOfSection(this.sectionOf(unit), this.role);
    this.senses.set(unit.headings, sense);
    return sense;
  }

  cellsOf(unit: Unit): string[] {
    const cells = (this.document.blocks[unit.block]?.cells ?? []).map((cell) => this.at(cell));
    return cells.length > 0 ? cells : [this.at(unit)];
  }

  /** The sentences of the one cell of a table row that holds any words; none where several do, or none. */
  sentencesOfLoneCell(unit: Unit): Unit[] {
    const cells = this.document.blocks[unit.block]?.cells ?? [];
    const [cell, ...others] = cells.filter((one) => {
      const text = this.at(one);
      return /[\p{L}\p{N}]/u.test(text) && !isAnswerBox(text);
    });
    if (!cell || others.length > 0) return [];
    return splitSentences(this.document.text, cell.start, cell.end).map((span) => ({
      ...unit,
      kind: "sentence",
      ...span,
    }));
  }

  /** The sentences of a cell that says much more than the rest of its row, as in a table that lays out prose; none in a row of like cells. */
  sentencesOfLongCell(unit: Unit): Unit[] {
    const cells = this.document.blocks[unit.block]?.cells ?? [];
    const longest = cells.reduce((long, cell) => Math.max(long, cell.end - cell.start), 0);
    const long = cells.find((cell) => cell.end - cell.start === longest);
    const rest = cells.reduce((sum, cell) => sum + cell.end - cell.start, 0) - longest;
    if (!long || longest < leastLongCell || rest > longest / 4) return [];
    return splitSentences(this.document.text, long.start, long.end).map((span) => ({
      ...unit,
      kind: "sentence",
      ...span,
    }));
  }

  /** The cells of the header above a table row; none where the table has no header. */
  headerOf(unit: Unit): string[] {
    const { header } = unit;
    const block = header && this.document.blocks.find((one) => one.start === header.start && one.end === header.end);
    return (block?.cells ?? []).map((cell) => this.at(cell));
  }

  rowOf(unit: Unit): TableRow {
    return {
      cells: this.cellsOf(unit),
      header: this.headerOf(unit),
      heading: this.sectionOf(unit).at(-1) ?? "",
      role: this.role,
    };
  }

  markerOf(unit: Unit): string | undefined {
    return this.document.blocks[unit.block]?.marker;
  }

  /** How much deeper than this unit the list item stands that follows it; null when none follows. */
  stepToNextItem(unit: Unit): number | null {
    const next = this.document.blocks[unit.block + 1];
    return next?.kind === "list_item" ? (next.level ?? 0) - (unit.level ?? 0) : null;
  }
}
