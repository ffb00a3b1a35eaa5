import { readListMark } from "../../list-marks";
import type { Piece } from "../../rendition-builder";
import type { Line, Paragraph } from "./paragraph";

/** The mark with which an item of a list begins, and what follows it; a clause's own number of several parts is none. */
export function readMark(text: string): { marker: string; rest: string } | null {
  const mark = readListMark(text.trim());
  if (!mark) return null;
  if (/^\d{1,3}(?:\.\d{1,3})+[.)]?$/.test(mark.marker)) return null;
  return mark;
}

/**
 * Word draws the hollow bullet of its second level as a small "o". In Spanish that is a word, so it counts only where the line stands deeper than
 * the lines of the item above, or right below another one.
 */
export function readHollowMark(line: Line, above: Paragraph | null): { marker: string; rest: string } | null {
  const rest = /^o\s+(\S.*)$/.exec(line.text.trim())?.[1];
  const first = above?.lines[0];
  if (!rest || !above || !first) return null;
  const depth = line.x - first.x;
  if (above.marker === "o") return Math.abs(depth) < 3 ? { marker: "o", rest } : null;
  const wrapped = above.lines[1];
  const isDeeper = wrapped ? line.x - wrapped.x > 8 : depth > (above.marker === null ? 10 : 24);
  return isDeeper ? { marker: "o", rest } : null;
}

const numberWords =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|forty-five|sixty|ninety|hundred)$/i;

/** "in section\n4. The" is not an item, nor "five\n(5) years": the line before asks for its number, or has just said it. */
export function goesOnWithMark(text: string, marker: string): boolean {
  if (/^\(\d/.test(marker)) return numberWords.test(text);
  return (
    /^\d/.test(marker) &&
    /\b(?:section|sections|paragraph|clause|page|no|part|article|title|chapter|and|or|of|the|to|in|by|than)\.?$/i.test(
      text,
    )
  );
}

/** The text of an item behind its mark. */
export function withoutMark(pieces: Piece[], marker: string): Piece[] {
  const [first, ...rest] = pieces;
  if (!first) return pieces;
  const text = first.text.trimStart();
  return [{ ...first, text: text.startsWith(marker) ? text.slice(marker.length) : text }, ...rest];
}
