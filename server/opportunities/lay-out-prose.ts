import type { Block, Cell } from "@/lib/rendition";
import type { Span } from "@/server/knowledge/units";
import { holdsRunningList, splitRunningList } from "./split-running-list";

type Row = Block & { cells: Cell[] };

/** Fewer numbered rows are a table of something that happens to be numbered. */
const fewestSections = 3;
const leastProseWords = 7;
const mostTitleWords = 16;
/** Below the headings that a document sets as such. */
const partLevel = 5;
const sectionLevel = 6;

/**
 * Tables that only lay out text: a section's number and title at the left, what it says at the right, and lists run together in one cell or paragraph.
 * Their rows become the headings, sentences and items that a reader sees; every other table stays a table.
 */
export function layOutProse(text: string, blocks: readonly Block[]): Block[] {
  const prose = tablesOfSections(text, blocks);
  return blocks.flatMap((block) => {
    if (block.kind === "paragraph" && holdsRunningList(text.slice(block.start, block.end)))
      return pieces(text, block, block);
    if (!isRow(block)) return [block];
    const cells = filled(text, block);
    const [first, second] = cells;
    if (!first) return [block];
    const isSections = block.table !== undefined && prose.has(block.table);
    if (isSections && second && cells.length === 2 && isSectionRow(text, first, second))
      return [heading(block, first, sectionLevel), ...pieces(text, block, second)];
    if (second) return [block];
    if (isSections && isPartTitle(at(text, first))) return [heading(block, first, partLevel)];
    const laidOut = pieces(text, block, first);
    return laidOut.length > 1 ? laidOut : [block];
  });
}

/** Tables with numbered sections, where a document has enough of these: a page break begins a new table. */
function tablesOfSections(text: string, blocks: readonly Block[]): ReadonlySet<number> {
  const found: number[] = [];
  for (const block of blocks) {
    if (!isRow(block) || block.table === undefined) continue;
    const [first, second, ...others] = filled(text, block);
    if (first && second && others.length === 0 && isSectionRow(text, first, second)) found.push(block.table);
  }
  return new Set(found.length >= fewestSections ? found : []);
}

/** "H.3 – Subcontracting | Before it subcontracts, the contractor shall obtain consent in writing." */
function isSectionRow(text: string, title: Span, body: Span): boolean {
  const words = at(text, title);
  if (!/^(?:[A-Z][.-]?)?\d{1,3}(?:[.-]\d{1,3}){0,4}[.)]?\s*[-–—:]?\s*\p{Lu}/u.test(words)) return false;
  if (countWords(words) > mostTitleWords || /[.;?!]$/.test(words)) return false;
  const said = at(text, body);
  return countWords(said) >= leastProseWords && /\p{Ll}/u.test(said) && /^["“(]?[\p{Lu}\d]/u.test(said);
}

/** "Section H – Special provisions". */
function isPartTitle(title: string): boolean {
  return /^(?:section|part|article|chapter|annex|appendix)\s+[A-Z\d]{1,4}\b/i.test(title) && countWords(title) <= 12;
}

function heading(row: Row, { start, end }: Span, level: number): Block {
  return { kind: "heading", start, end, level, ...page(row) };
}

/** The text of a cell or paragraph, its running lists taken apart. */
function pieces(text: string, from: Block, span: Span): Block[] {
  return splitRunningList(text, span).map(({ start, end, marker }) =>
    marker === undefined
      ? { kind: "paragraph", start, end, ...page(from) }
      : { kind: "list_item", start, end, level: 0, marker, ...page(from) },
  );
}

const page = ({ page }: Block): Pick<Block, "page"> => (page === undefined ? {} : { page });

const isRow = (block: Block): block is Row =>
  block.kind === "table_row" && block.cells !== undefined && !block.isHeader;

const filled = (text: string, row: Row): Cell[] => row.cells.filter((cell) => /[\p{L}\p{N}]/u.test(at(text, cell)));

const at = (text: string, { start, end }: Span): string => text.slice(start, end).replace(/\s+/g, " ").trim();

const countWords = (words: string): number => words.split(" ").length;
