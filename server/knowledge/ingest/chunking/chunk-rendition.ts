import type { Block, Rendition } from "@/lib/rendition";
import type { ChunkInput } from "../../retrieval/index-chunks";
import { detectLanguage } from "../../retrieval/language";
import { splitLongText } from "./split-long-text";

/** A chunk is closed before it would pass this many words ... */
const MAX_WORDS = 180;
/** A single paragraph may be this long before it is cut: its sentences belong together. */
const MAX_PARAGRAPH = 280;
/** ... or when a new section begins and it has at least this many; a subsection of a longer chunk begins a new one too. */
const TINY_WORDS = 25;
const SECTION_WORDS = 60;

interface Piece {
  start: number;
  end: number;
  words: number;
  page: number | null;
  headingLevel: number | null;
  headingPath: string[];
  /** Words the piece cannot be understood without, when a chunk begins with it: the header of its table, the lead-in of its list. */
  context: string;
}

/**
 * Cuts a rendition into chunks: every block is in exactly one chunk, in order; a chunk is a literal stretch of the text, some 110 to
 * 180 words, not across a heading of equal or higher level unless it is tiny. What a table row or list item needs from outside the
 * chunk is its `context`: indexed with it, not part of its text.
 */
export function chunkRendition(rendition: Pick<Rendition, "text" | "blocks">): ChunkInput[] {
  const { text } = rendition;
  const fallback = detectLanguage(text);
  const chunks: ChunkInput[] = [];
  let open: Piece[] = [];
  let words = 0;
  const close = () => {
    const [first] = open;
    const last = open.at(-1);
    if (first && last) {
      const body = text.slice(first.start, last.end);
      chunks.push({
        headingPath: first.headingPath,
        language: detectLanguage(body, fallback),
        page: first.page,
        start: first.start,
        end: last.end,
        text: body,
        ...(first.context ? { context: first.context } : {}),
      });
    }
    open = [];
    words = 0;
  };
  for (const piece of toPieces(text, rendition.blocks)) {
    if (open.length > 0 && (words + piece.words > MAX_WORDS || beginsSection(piece, open, words))) close();
    open.push(piece);
    words += piece.words;
  }
  close();
  return chunks;
}

function beginsSection(piece: Piece, open: readonly Piece[], words: number): boolean {
  if (piece.headingLevel === null || open.every((other) => other.headingLevel !== null)) return false;
  const own = open.reduce((level, other) => Math.min(level, other.headingLevel ?? level), 7);
  return words >= (piece.headingLevel <= own ? TINY_WORDS : SECTION_WORDS);
}

function toPieces(text: string, blocks: readonly Block[]): Piece[] {
  const given: readonly Block[] = blocks.length > 0 ? blocks : paragraphsOf(text);
  const pieces: Piece[] = [];
  const headings: { level: number; text: string }[] = [];
  let tableHeader: { table: number | undefined; text: string } | null = null;
  let leadIns: { level: number; text: string }[] = [];
  for (const block of given) {
    const words = text.slice(block.start, block.end);
    let context = "";
    if (block.kind === "heading") {
      const level = block.level ?? 1;
      while ((headings.at(-1)?.level ?? 0) >= level) headings.pop();
      headings.push({ level, text: oneLine(words) });
      leadIns = [];
    } else if (block.kind === "table_row") {
      if (block.isHeader) tableHeader = { table: block.table, text: words };
      else if (tableHeader && tableHeader.table === block.table) context = tableHeader.text;
    } else if (block.kind === "list_item") {
      const level = block.level ?? 0;
      leadIns = leadIns.filter((leadIn) => leadIn.level < level);
      context = leadIns.map((leadIn) => leadIn.text).join("\n");
      leadIns.push({ level, text: words });
    } else {
      leadIns = [{ level: -1, text: words }];
    }
    const piece = {
      page: block.page ?? null,
      headingLevel: block.kind === "heading" ? (block.level ?? 1) : null,
      headingPath: headings.map((heading) => heading.text),
      context: lastWords(context),
    };
    for (const [index, part] of splitLongText(words, MAX_PARAGRAPH).entries()) {
      const start = block.start + part.start - (index === 0 ? markerLength(text, block) : 0);
      pieces.push({ ...piece, start, end: block.start + part.end, words: part.words });
    }
  }
  return pieces;
}

/** The mark of a list item stands before its block, with one space. */
function markerLength(text: string, block: Block): number {
  const mark = block.marker ? `${block.marker} ` : "";
  return mark && text.slice(block.start - mark.length, block.start) === mark ? mark.length : 0;
}

const CONTEXT_WORDS = 40;

function lastWords(text: string): string {
  const words = text.split(/\s+/).filter(Boolean);
  return words.slice(-CONTEXT_WORDS).join(" ");
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim().slice(0, 300);
}

function paragraphsOf(text: string): Block[] {
  const blocks: Block[] = [];
  for (const match of text.matchAll(/\S(?:[^\n]|\n(?!\n))*/g)) {
    blocks.push({ kind: "paragraph", start: match.index, end: match.index + match[0].trimEnd().length });
  }
  return blocks;
}
