export interface Piece {
  start: number;
  text: string;
  isLit: boolean;
}

/** Text cut at its highlights (UTF-16 offsets, in order, not overlapping), long unlit beginnings shortened so that a lit word shows. */
export function cutHighlights(text: string, highlights: readonly { start: number; end: number }[]): Piece[] {
  const first = highlights[0]?.start ?? 0;
  const from = first > 200 ? text.lastIndexOf(" ", first - 100) + 1 : 0;
  const pieces: Piece[] = from > 0 ? [{ start: -1, text: "… ", isLit: false }] : [];
  let at = from;
  for (const { start, end } of highlights) {
    if (start < at) continue;
    if (start > at) pieces.push({ start: at, text: text.slice(at, start), isLit: false });
    pieces.push({ start, text: text.slice(start, end), isLit: true });
    at = end;
  }
  if (at < text.length) pieces.push({ start: at, text: text.slice(at), isLit: false });
  return pieces;
}
