export interface MarkedLine {
  marker: string;
  rest: string;
}

/** Symbol fonts draw their bullets from the private use area of Unicode. */
const bullet = /^([-*+•●○◦▪■□◆◇❖–—·‣⁃►▶➔➢➤✓✔→⇒\ue000-\uf8ff])(?:\s+|$)/u;
const ordered = /^(\(?(?:\d{1,3}|[a-zA-Z]|[ivxlIVXL]{2,6})[.)]|\d{1,3}(?:\.\d{1,3}){1,4}[.)]?)(?:\s+|$)/u;

/** Splits "(a) text", "1. text", "• text" into mark and text; null where the line has no mark. */
export function readListMark(line: string): MarkedLine | null {
  const match = bullet.exec(line) ?? ordered.exec(line);
  if (!match?.[1]) return null;
  return { marker: match[1], rest: line.slice(match[0].length) };
}

/** "1.2.3" and "A." number headings as well as items: such a mark alone does not make an item. */
export function isSectionNumber(marker: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3})+[.)]?$/.test(marker);
}
