/** Where a requirement's text may be cut in two: at the ends of its sentences and list items. */
export function splitPlaces(text: string): number[] {
  const places: number[] = [];
  const pattern = /(?<=[.;:!?])\s+(?=[\p{Lu}\p{N}("“•-])|;\s+(?:and|or)?\s*|\n+/gu;
  for (const match of text.matchAll(pattern)) {
    const at = match.index + match[0].length;
    if (at > 0 && at < text.length) places.push(at);
  }
  return places;
}

/** The parts between the cuts, trimmed; empty ones fall away. */
export function partsAt(text: string, cuts: readonly number[]): string[] {
  const edges = [0, ...[...cuts].sort((one, other) => one - other), text.length];
  return edges
    .slice(1)
    .map((end, index) => text.slice(edges[index] ?? 0, end).trim())
    .filter((part) => part !== "");
}

/** The place in the rendition's text of words that were selected on the page: their whitespace may differ. Null: not found. */
export function findSelection(
  text: string,
  selected: string,
  near: number | null,
): { start: number; end: number } | null {
  const words = selected.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s*");
  let best: { start: number; end: number } | null = null;
  for (const match of text.matchAll(new RegExp(pattern, "gu"))) {
    const found = { start: match.index, end: match.index + match[0].length };
    if (!best || (near !== null && Math.abs(found.start - near) < Math.abs(best.start - near))) best = found;
    if (near === null) break;
  }
  return best;
}
