import { readListMark } from "../../list-marks";
import type { Run, Segment } from "./geometry";

/** Groups runs into rows of one baseline, each cut into segments where the gap is wider than words stand apart. */
export function readRows(runs: Run[], page: number): Segment[][] {
  const byTop = [...runs].sort((a, b) => a.y - b.y || a.x - b.x);
  const rows: Run[][] = [];
  let y = Number.NEGATIVE_INFINITY;
  let size = 0;
  for (const run of byTop) {
    const row = rows.at(-1);
    if (row && run.y - y <= Math.max(0.3 * Math.min(size, run.size), raisedBy(row, run, size))) {
      row.push(run);
      if (run.size > size) {
        size = run.size;
        y = run.y;
      }
    } else {
      rows.push([run]);
      y = run.y;
      size = run.size;
    }
  }
  for (const row of rows) row.sort((a, b) => a.x - b.x);
  const starts = findColumnStarts(rows);
  return rows.map((row) => cutRow(row, page, starts)).filter((row) => row.length > 0);
}

/** Between words of one line at most, in parts of the type size. */
const widestWordGap = 1.15;
/** Typewriters set two spaces after a sentence, each of them 0.6 wide. */
const widestSentenceGap = 1.3;
/** A column's start is one where so many lines begin, so many of them behind a gap. */
const fewestLines = 4;
const fewestBehindGap = 2;

/**
 * Where columns begin, to the point: many lines start there, on their own or behind a wide gap. A full line of the column
 * before leaves less than that, and would else run on into the next column.
 */
function findColumnStarts(rows: readonly Run[][]): ReadonlySet<number> {
  const lines = new Map<number, { all: number; behindGap: number }>();
  for (const row of rows) {
    let right = Number.NEGATIVE_INFINITY;
    let before: Run | undefined;
    for (const run of row) {
      if (run.x - right >= widestGap(before, run) * run.size) {
        for (const x of [-1, 0, 1].map((off) => Math.round(run.x) + off)) {
          const seen = lines.get(x) ?? { all: 0, behindGap: 0 };
          seen.all += 1;
          if (right > Number.NEGATIVE_INFINITY) seen.behindGap += 1;
          lines.set(x, seen);
        }
      }
      right = Math.max(right, run.x + run.width);
      before = run;
    }
  }
  const isStart = ([, { all, behindGap }]: [number, { all: number; behindGap: number }]) =>
    all >= fewestLines && behindGap >= fewestBehindGap;
  return new Set([...lines].filter(isStart).map(([x]) => x));
}

/** How wide a gap may be that one line goes on behind. */
function widestGap(before: Run | undefined, run: Run): number {
  const isSentence = /\p{L}\)?[.!?]["”’)]*\s*$/u.test(before?.text ?? "") && /^["“(]?\p{Lu}/u.test(run.text);
  return isSentence ? widestSentenceGap : widestWordGap;
}

/** A raised or lowered small figure belongs to its line; the next line of smaller text does not. */
function raisedBy(row: Run[], run: Run, size: number): number {
  const isFigure = (text: string) => text.trim().length <= 5;
  if (run.size < size * 0.8 && isFigure(run.text)) return 0.45 * size;
  return size < run.size * 0.8 && row.every((other) => isFigure(other.text)) ? 0.45 * run.size : 0;
}

function cutRow(row: readonly Run[], page: number, starts: ReadonlySet<number>): Segment[] {
  const groups: Run[][] = [];
  let right = 0;
  for (const run of row) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const gap = run.x - right;
    const isDouble = last && last.text === run.text && Math.abs(run.x - last.x) < 0.25 * run.size;
    // Fake bold prints the same run twice, a hair apart.
    if (isDouble) continue;
    const isColumn = starts.has(Math.round(run.x)) && gap > 0.5 * run.size;
    if (group && last && !isColumn && gap < widestGap(last, run) * Math.max(run.size, last.size)) group.push(run);
    else groups.push([run]);
    right = Math.max(groups.at(-1)?.length === 1 ? run.x : right, run.x + run.width);
  }
  return joinMarks(groups.map((group) => toSegment(group, page)));
}

function toSegment(runs: Run[], page: number): Segment {
  let text = "";
  let right = runs[0]?.x ?? 0;
  let boldLength = 0;
  let length = 0;
  const sizes = new Map<number, number>();
  for (const run of runs) {
    const gap = run.x - right;
    if (text !== "" && gap > 0.12 * run.size && !text.endsWith(" ") && !run.text.startsWith(" ")) text += " ";
    text += run.text;
    right = Math.max(right, run.x + run.width);
    const count = run.text.trim().length;
    length += count;
    if (run.isBold) boldLength += count;
    const size = Math.round(run.size * 2) / 2;
    sizes.set(size, (sizes.get(size) ?? 0) + count);
  }
  const size = [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 1;
  const main = runs.reduce((a, b) => (b.size > a.size ? b : a));
  return { text, x: runs[0]?.x ?? 0, right, y: main.y, size, isBold: boldLength > length * 0.9, page };
}

/** "•      Text" is one segment: a mark stands apart from its item by more than a word's gap. */
function joinMarks(segments: Segment[]): Segment[] {
  const joined: Segment[] = [];
  for (const segment of segments) {
    const last = joined.at(-1);
    const isMark = last && (/^[oO]$/.test(last.text.trim()) || readListMark(last.text.trim())?.rest === "");
    if (last && isMark && segment.x - last.right < 60) {
      const mark = /^o$/.test(last.text.trim()) ? "○" : last.text.trim();
      joined[joined.length - 1] = {
        ...segment,
        text: `${mark} ${segment.text.trimStart()}`,
        x: last.x,
        isBold: segment.isBold,
      };
    } else joined.push(segment);
  }
  return joined;
}
