import type { LineBox } from "@/lib/rendition";

/** Half open, in UTF-16 units of the rendition's text. */
export interface Passage {
  start: number;
  end: number;
}

export function passageKey(passage: Passage | null): string | null {
  return passage ? `${passage.start}-${passage.end}` : null;
}

export interface Segment {
  text: string;
  isLit: boolean;
}

/** The text of `[start, end)` cut where the passage begins and ends. */
export function splitAtPassage(text: string, start: number, end: number, passage: Passage | null): Segment[] {
  if (!passage || passage.end <= start || passage.start >= end) return [{ text: text.slice(start, end), isLit: false }];
  const from = Math.max(start, passage.start);
  const to = Math.min(end, passage.end);
  return [
    { text: text.slice(start, from), isLit: false },
    { text: text.slice(from, to), isLit: true },
    { text: text.slice(to, end), isLit: false },
  ].filter((segment) => segment.text !== "");
}

export function touches(span: Passage, passage: Passage | null): boolean {
  return passage !== null && span.start < passage.end && span.end > passage.start;
}

export interface LitBox {
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Boxes over the lines that the passage runs through, in PDF points. Where it begins or ends within a line, the box is cut
 * in proportion to the characters; that is near enough to see, and nothing but the eye rests on it.
 */
export function litBoxes(lines: readonly LineBox[], passage: Passage | null): LitBox[] {
  if (!passage) return [];
  return lines
    .filter((line) => touches(line, passage))
    .map((line) => {
      const length = Math.max(1, line.end - line.start);
      const from = (Math.max(line.start, passage.start) - line.start) / length;
      const to = (Math.min(line.end, passage.end) - line.start) / length;
      return {
        page: line.page,
        x: line.x + line.width * from,
        y: line.y,
        width: line.width * (to - from),
        height: line.height,
      };
    });
}

/** The page on which the passage begins; null where there are no pages or no passage. */
export function pageOf(
  pages: readonly { page: number; start: number; end: number }[],
  passage: Passage | null,
): number | null {
  if (!passage) return null;
  const first = pages.find((page) => passage.start < page.end && passage.end > page.start);
  return first?.page ?? null;
}
