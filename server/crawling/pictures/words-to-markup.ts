import type { PictureWord } from "./recognise-picture";

interface Cell {
  text: string;
  left: number;
  right: number;
}

interface Line {
  cells: Cell[];
  top: number;
  height: number;
}

/** Two words that lie further apart than this many heights of their line stand in different columns. */
const columnGap = 1.6;
const minTableRows = 3;
const minWords = 8;

/**
 * Markup that shows the words of a picture as they lie: lines whose words stand in columns become rows of a table, large lines
 * headings, others paragraphs. Null for hardly any words. Pure.
 */
export function wordsToMarkup(words: PictureWord[][]): string | null {
  if (words.reduce((sum, line) => sum + line.length, 0) < minWords) return null;
  const lines = joinSides(words.map(toLine)).sort((a, b) => a.top - b.top);
  const usual = median(lines.map(({ height }) => height));
  const parts: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (!line) break;
    let end = at;
    while (isRowLike(line, lines[end])) end += 1;
    if (line.cells.length > 1 && end - at >= minTableRows) {
      parts.push(table(lines.slice(at, end)));
      at = end;
      continue;
    }
    const text = escapeText(line.cells.map((cell) => cell.text).join(" "));
    parts.push(line.height > usual * 1.35 ? `<h2>${text}</h2>` : `<p>${text}</p>`);
    at += 1;
  }
  return `<!doctype html><html><head><meta charset="utf-8"></head><body><main>${parts.join("\n")}</main></body></html>`;
}

function toLine(words: PictureWord[]): Line {
  const sorted = [...words].sort((a, b) => a.left - b.left);
  const height = median(sorted.map(({ top, bottom }) => bottom - top));
  const cells: Cell[] = [];
  for (const { text, left, right } of sorted) {
    const last = cells.at(-1);
    if (last && left - last.right < height * columnGap) {
      last.text += ` ${text}`;
      last.right = right;
    } else cells.push({ text, left, right });
  }
  return { cells, top: Math.min(...sorted.map(({ top }) => top)), height };
}

/** The engine reads columns one after the other: what stands at one height is one line. */
function joinSides(lines: Line[]): Line[] {
  const joined: Line[] = [];
  for (const line of [...lines].sort((a, b) => a.top - b.top)) {
    const beside = joined.find(
      (one) =>
        Math.abs(one.top - line.top) < Math.max(one.height, line.height) * 0.6 &&
        one.cells.every((cell) => line.cells.every(({ left, right }) => right <= cell.left || left >= cell.right)),
    );
    if (beside) beside.cells = [...beside.cells, ...line.cells].sort((a, b) => a.left - b.left);
    else joined.push({ ...line });
  }
  return joined;
}

/** Rows of one table have as many columns, and each begins where that of the first does. */
function isRowLike(first: Line, line: Line | undefined): boolean {
  if (!line || line.cells.length !== first.cells.length) return false;
  return line.cells.every(({ left, right }, at) => {
    const cell = first.cells[at];
    return (
      cell !== undefined &&
      (Math.abs(left - cell.left) < first.height * 2 || Math.abs(right - cell.right) < first.height)
    );
  });
}

function table(rows: Line[]): string {
  const [first, ...others] = rows;
  const isHeaded = first?.cells.every(({ text }) => !/\d/.test(text) && text.split(" ").length <= 4) ?? false;
  const row = ({ cells }: Line, tag: string) =>
    `<tr>${cells.map(({ text }) => `<${tag}>${escapeText(text)}</${tag}>`).join("")}</tr>`;
  if (!first) return "";
  const body = isHeaded ? others : rows;
  return `<table>${isHeaded ? `<thead>${row(first, "th")}</thead>` : ""}<tbody>${body.map((one) => row(one, "td")).join("\n")}</tbody></table>`;
}

function escapeText(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
