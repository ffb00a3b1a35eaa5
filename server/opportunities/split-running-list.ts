import type { Span } from "@/server/knowledge/units";

/** A piece of a paragraph: what introduces a list, or an item with its mark. */
export interface RunningPiece extends Span {
  marker?: string;
}

// Symbol fonts put their bullets into the private area.
const bullet = /(?<=^|\s)[•●○▪■◦‣·\uF000-\uF0FF]\s+/gu;
const counted = /(?<=^|[:;.,]\s|[:;.,]\s(?:and|or)\s)(\(?)([a-z]|[ivx]{1,4}|\d{1,2})([.)]{1,2})\s+(?=\S)/gu;

/**
 * Items that an extractor ran together in one paragraph ("must include: • a plan • a price"; "shall: a) test; b) deliver") apart from what
 * introduces them. One piece where the text holds no list.
 */
export function splitRunningList(text: string, { start, end }: Span): RunningPiece[] {
  const marks = bullets(text.slice(start, end));
  const breaks = marks.length > 0 ? marks : enumeration(text.slice(start, end));
  if (breaks.length === 0) return [{ start, end }];
  const pieces = breaks.map(({ to, marker }, index) => ({
    marker,
    ...trimmed(text, start + to, index + 1 < breaks.length ? start + (breaks[index + 1]?.from ?? 0) : end),
  }));
  const before = trimmed(text, start, start + (breaks[0]?.from ?? 0));
  return [...(before.end > before.start ? [before] : []), ...pieces.filter((piece) => piece.end > piece.start)];
}

/** Whether a paragraph of prose holds marks that only a list has: bullets behind its colon, or letters marked twice ("a)."). */
export function holdsRunningList(paragraph: string): boolean {
  return (
    /:\s*[•●○▪■◦‣·\uF000-\uF0FF]\s/u.test(paragraph) ||
    /(?:^|:\s*)\(?[a1i]\)\.\s.*;\s(?:(?:and|or)\s)?\(?(?:b|2|ii)\)\.\s/s.test(paragraph)
  );
}

interface Mark {
  from: number;
  to: number;
  marker: string;
}

/** Two bullets at least, or one after a colon or at the start. */
function bullets(part: string): Mark[] {
  const found = [...part.matchAll(bullet)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    marker: match[0].trim(),
  }));
  const isSet = found.length > 1 || /(?:^|:\s*)$/.test(part.slice(0, found[0]?.from ?? 0));
  return found.length > 0 && isSet ? found : [];
}

/** Marks that count on from the first ("a)", "b)"; "1.", "2.") behind a colon or at the start. */
function enumeration(part: string): Mark[] {
  const found: Mark[] = [];
  let series: readonly string[] = [];
  let shape = "";
  for (const match of part.matchAll(counted)) {
    const [whole, open = "", value = "", close = ""] = match;
    if (found.length === 0) {
      if (match.index > 0 && !part.slice(0, match.index).trimEnd().endsWith(":")) continue;
      series = allSeries.find((one) => one[0] === value) ?? [];
      shape = `${open}${close}`;
    }
    if (`${open}${close}` !== shape || value !== series[found.length]) continue;
    found.push({ from: match.index, to: match.index + whole.length, marker: whole.trim() });
  }
  return found.length > 1 ? found : [];
}

const allSeries = [
  [..."abcdefghijklmnopqrstuvwxyz"],
  Array.from({ length: 30 }, (_, index) => String(index + 1)),
  ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"],
];

function trimmed(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/u.test(text.charAt(from))) from++;
  while (to > from && /\s/u.test(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}
