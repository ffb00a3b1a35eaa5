import { isCapitalsHeading, isTitleLike, readNumberedHeading } from "../../heading-lines";
import type { Piece, RenditionBuilder } from "../../rendition-builder";
import { writeTable } from "../../tables";
import { type Element, median, type PageLayout, type Segment } from "./geometry";
import { goesOnWithMark, readHollowMark, readMark, withoutMark } from "./item-marks";
import type { Line, Paragraph } from "./paragraph";

/** Joins lines into paragraphs and items, tells headings by size and weight, and writes all pages. */
export function writePages(builder: RenditionBuilder, pages: PageLayout[]): void {
  new PageWriter(builder, pages).write();
}

/** In letters: a line that has room for so many more than the next word has ended by itself. */
const LEAST_ROOM = 12;

class PageWriter {
  private readonly bodySize: number;
  private readonly headingSizes: number[];
  private current: Paragraph | null = null;
  private right = 0;
  private spacing = 0;
  private indents: number[] = [];
  /** Where the sentence before stands that introduces what is set in below it. */
  private leadIndent: number | null = null;
  private level = 1;
  private readonly numberedLevels = new Map<number, number>();

  constructor(
    private readonly builder: RenditionBuilder,
    private readonly pages: PageLayout[],
  ) {
    const lengths = new Map<number, number>();
    for (const segment of pages.flatMap((page) => page.elements.flatMap(segmentsOf))) {
      lengths.set(segment.size, (lengths.get(segment.size) ?? 0) + segment.text.length);
    }
    this.bodySize = [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
    const larger = [...lengths.keys()].filter((size) => size >= this.bodySize * 1.15).sort((a, b) => b - a);
    // Sizes that differ by rounding are one rank, known by its smallest size.
    this.headingSizes = larger.filter((size, index) => size - (larger[index + 1] ?? 0) > 0.75);
  }

  write(): void {
    for (const page of this.pages) {
      const lines = page.elements.flatMap((element) => (element.kind === "line" ? [toLine(element.segments)] : []));
      this.right = quantile(
        lines.filter((line) => line.size <= this.bodySize * 1.1).map((line) => line.right),
        0.95,
      );
      const gaps = lines.slice(1).map((line, index) => line.y - (lines[index]?.y ?? 0));
      this.spacing = median(gaps.filter((gap) => gap > 0 && gap < this.bodySize * 2.2)) || this.bodySize * 1.2;
      for (const element of page.elements) {
        if (element.kind === "line" && element.isRunningHead) this.runningHead(toLine(element.segments));
        else if (element.kind === "line") this.line(toLine(element.segments));
        else this.table(element);
      }
    }
    this.flush();
  }

  /** However it is printed, nothing stands under it that would not stand under it on every page. */
  private runningHead(line: Line): void {
    this.flush();
    this.builder.paragraph(joinLines([line]));
  }

  private line(line: Line): void {
    const mark = readMark(line.text) ?? readHollowMark(line, this.current);
    const current = this.current;
    if (current && !this.starts(mark, line, current)) {
      current.lines.push(line);
      return;
    }
    this.flush();
    this.current = { lines: [line], marker: mark?.marker ?? null, indent: line.x };
  }

  /** Whether a line begins a new paragraph after the lines gathered so far. */
  private starts(mark: { marker: string } | null, line: Line, current: Paragraph): boolean {
    const last = current.lines.at(-1) ?? line;
    const first = current.lines[0] ?? line;
    const text = last.text.trimEnd();
    const goesOn =
      (/^[\p{Ll}(]/u.test(line.text) && !/[.!?:]$/.test(text)) ||
      (!opensAnew.test(line.text) && (wantsAnother.test(text) || isInQuotes(current)));
    // A mark that stood alone on its line takes the next one.
    if (current.marker !== null && current.lines.length === 1 && readMark(first.text)?.rest.trim() === "")
      return mark !== null;
    if (mark) return !goesOnWithMark(text, mark.marker);
    const sameSize = Math.abs(last.size - line.size) <= Math.max(0.6, this.bodySize * 0.06);
    const firstWord = line.text.split(/\s/, 1)[0]?.length ?? 0;
    const wouldFit = this.right - last.right > (firstWord + 1.5) * line.size * 0.55;
    // Over a page break a sentence goes on when its last line was full and ended without a point.
    if (last.page !== line.page)
      return !(sameSize && !/[.!?:]["”’)]?$/.test(text) && (goesOn || !wouldFit) && last.isBold === line.isBold);
    if (!sameSize) return !(goesOn && Math.abs(last.size - line.size) < 2);
    if (last.isBold !== line.isBold && (!goesOn || (wouldFit && current.lines.every((other) => other.isBold))))
      return true;
    const gap = line.y - last.y;
    if (gap < -this.spacing) return !goesOn;
    const usual = Math.max(this.spacing, last.size * 1.15);
    if (gap > usual * 1.35) return !(goesOn && gap < usual * 2.2);
    if (this.isDrawnItem(line, last, current, firstWord)) return true;
    if (goesOn) return false;
    if (wouldFit && line.size <= this.bodySize * 1.15) return true;
    const isIndented = line.x - first.x > line.size * 0.8;
    return current.marker === null && isIndented && current.lines.length > 1 && /[.!?:]["”’)]?$/.test(text);
  }

  /**
   * Bullets may be drawn as shapes instead of letters: below a sentence that ends in ":", lines that are set in and begin at one place are items
   * of their own where the line before has room for much more.
   */
  private isDrawnItem(line: Line, last: Line, current: Paragraph, firstWord: number): boolean {
    const { leadIndent } = this;
    if (leadIndent === null || current.marker !== null || current.indent - leadIndent < line.size) return false;
    if (Math.abs(line.x - current.indent) > 1 || Math.abs(last.x - current.indent) > 1) return false;
    return this.right - last.right > (firstWord + LEAST_ROOM) * line.size * 0.55;
  }

  private flush(): void {
    const paragraph = this.current;
    this.current = null;
    if (!paragraph) return;
    const pieces = joinLines(paragraph.lines);
    const text = pieces
      .map((piece) => piece.text)
      .join(" ")
      .trim();
    if (text.endsWith(":") && paragraph.marker === null) this.leadIndent = paragraph.indent;
    else if (this.leadIndent !== null && paragraph.indent - this.leadIndent < 1) this.leadIndent = null;
    const found = this.headingLevel(paragraph, text);
    if (found !== null) {
      const level = this.numberedLevel(text, found);
      this.level = level;
      this.indents = [];
      this.builder.heading(level, pieces);
    } else if (paragraph.marker !== null) {
      this.builder.listItem(
        this.itemLevel(paragraph.lines[0]?.x ?? 0),
        paragraph.marker,
        withoutMark(pieces, paragraph.marker),
      );
    } else {
      this.builder.paragraph(pieces);
      if ((paragraph.lines[0]?.x ?? 0) <= (this.indents[0] ?? 0)) this.indents = [];
    }
  }

  /** Numbers outrank looks: 1.1 stands under 1.0, and at the level of 2.1, whatever their sizes. */
  private numberedLevel(text: string, level: number): number {
    const number = /^(\d{1,2}(?:\.\d{1,2}){0,4})[.)]?\s/.exec(text)?.[1];
    if (!number) return level;
    const depth = number.split(".").filter((part) => part !== "0").length;
    const known = this.numberedLevels.get(depth);
    const parent = this.numberedLevels.get(depth - 1);
    const chosen = Math.min(6, known ?? (parent === undefined ? level : parent + 1));
    this.numberedLevels.set(depth, chosen);
    return chosen;
  }

  private itemLevel(x: number): number {
    while (this.indents.length > 0 && (this.indents.at(-1) ?? 0) > x - 5) this.indents.pop();
    this.indents.push(x);
    return Math.min(8, this.indents.length - 1);
  }

  private headingLevel(paragraph: Paragraph, text: string): number | null {
    const { lines } = paragraph;
    const first = lines[0];
    const words = text.split(/\s+/).length;
    if (!first || lines.length > 3 || words > 24 || !/\p{L}{2}/u.test(text)) return null;
    if (paragraph.marker !== null && /^[^\w(]/.test(paragraph.marker)) return null;
    const isSentence = /[.;,]$/.test(text) && words > 6;
    const rank = this.headingSizes.findIndex((size) => first.size >= size - 0.01);
    if (rank >= 0 && !isSentence) return Math.min(rank + 1, 4);
    const numbered = readNumberedHeading(text);
    const bold = lines.every((line) => line.isBold);
    const bare = text.replace(/^[\dA-Z]+(?:\.\d+)*\.?\s/, "");
    if (bold && words <= 14 && !/[.!?;,]$/.test(bare) && first.size >= this.bodySize * 0.95) {
      return numbered?.level ?? Math.min(6, Math.min(4, this.headingSizes.length) + 1);
    }
    if (lines.length > 1) return null;
    if (numbered && (/^\d+\.\d/.test(text) || /^(?:section|part|article|attachment|appendix|exhibit)/i.test(text)))
      return numbered.level;
    return paragraph.marker === null && isCapitalsHeading(text) && isTitleLike(text) && !text.includes(":") && words > 1
      ? Math.min(6, this.level + 1)
      : null;
  }

  private table(element: Extract<Element, { kind: "table" }>): void {
    this.flush();
    this.indents = [];
    writeTable(
      this.builder,
      element.rows.map((row) => ({
        cells: row.cells.map((cell) => ({
          column: cell.column,
          content: joinLines(cell.segments.map((segment) => toLine([segment]))),
        })),
      })),
    );
  }
}

/** No sentence and no heading ends so: "will be responded to after"; an item may end in "; and". */
const wantsAnother =
  /(?<!\p{L})(?:after|before|by|until|to|of|the|at|in|for|from|with|than|an?)$|(?<![;,])\s(?:and|or)$/u;
/** A clause of its own number, or the foot of the page. */
const opensAnew = /^(?:\.?\d{1,3}(?:\.\d{1,3})+[.)]?\s|\.\d|page \d)/iu;

/** A name in quotation marks may be set in bold and broken over lines. */
function isInQuotes({ lines }: Paragraph): boolean {
  if (lines.length > longestInQuotes) return false;
  const text = lines.map((line) => line.text).join(" ");
  return text.lastIndexOf("“") > text.lastIndexOf("”");
}

const longestInQuotes = 6;

/** One piece per line, hyphenated words mended. */
function joinLines(lines: Line[]): Piece[] {
  const pieces: Piece[] = [];
  for (const line of lines) {
    const last = pieces.at(-1);
    const isHyphenated =
      last !== undefined &&
      /\p{Ll}[-‐\u00ad]$/u.test(last.text) &&
      /^\p{Ll}/u.test(line.text.trimStart()) &&
      line.segments[0] !== undefined;
    if (last && isHyphenated) last.text = mend(last.text, line.text);
    for (const [index, segment] of line.segments.entries()) {
      pieces.push({
        text: segment.text.trim(),
        ...(isHyphenated && index === 0 ? { glued: true } : {}),
        box: {
          page: segment.page,
          x: round(segment.x),
          y: round(segment.y - segment.size * 0.85),
          width: round(segment.right - segment.x),
          height: round(segment.size * 1.1),
        },
      });
    }
  }
  return pieces;
}

/** A soft break loses its hyphen; compounds that are written with one ("follow-up", "non-technical") keep it. */
function mend(before: string, after: string): string {
  const head = /(\p{L}+)[-‐\u00ad]$/u.exec(before)?.[1]?.toLowerCase() ?? "";
  const tail = /^\s*(\p{L}+)/u.exec(after)?.[1]?.toLowerCase() ?? "";
  const isCompound = /-\p{L}+[-‐]$/u.test(before) || compoundHeads.has(head) || compoundTails.has(tail);
  return isCompound ? before.replace(/[‐\u00ad]$/u, "-") : before.replace(/[-‐\u00ad]$/u, "");
}

const compoundHeads = new Set(
  "non self all well high low full part long short real open cross multi pre post sub co ex anti follow on off end third front back two three four five year web cloud time user data state half large small fixed firm risk cost test".split(
    " ",
  ),
);
const compoundTails = new Set(
  "based up down off on to in by of the out term time related specific driven party level wide free ready only sized date end like source and or".split(
    " ",
  ),
);

function toLine(segments: Segment[]): Line {
  const first = segments[0];
  const text = segments.map((segment) => segment.text.trim()).join(" ");
  const longest = segments.reduce<Segment | undefined>(
    (a, b) => (!a || b.text.length > a.text.length ? b : a),
    undefined,
  );
  return {
    segments,
    text,
    x: first?.x ?? 0,
    right: Math.max(...segments.map((segment) => segment.right)),
    y: first?.y ?? 0,
    size: longest?.size ?? 10,
    isBold: segments.every((segment) => segment.isBold),
    page: first?.page ?? 1,
  };
}

function segmentsOf(element: Element): Segment[] {
  return element.kind === "line"
    ? element.segments
    : element.rows.flatMap((row) => row.cells.flatMap((cell) => cell.segments));
}

function quantile(values: number[], share: number): number {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
