/** "(i)", "a.", "3)", "4.2.1": items of one run share their shape. */
export function shapeOfMark(text: string): string | null {
  const dotted = /^(\d{1,2}(?:\.\d{1,2}){0,4}\.)\d{1,2}\.?\s+\S/.exec(text);
  if (dotted) return `${dotted[1]}#`;
  const mark = /^(\(?)([a-z]|[ivx]{1,5}|\d{1,2})([.)])\s+\S/i.exec(text);
  return mark ? `${mark[1]}${/\d/.test(mark[2] ?? "") ? "1" : "a"}${mark[3]}` : null;
}

function isDotted(mark: string): boolean {
  return mark.endsWith("#");
}

/** "2.4 Questions ..." after "2.3 Bids go to:" stands beside it, not below. */
function isSibling(text: string, leadIn: string): boolean {
  const above = shapeOfMark(leadIn);
  return above !== null && above === shapeOfMark(text);
}

/** The first of a run of its own within a run: "(i)" between "(4)" and "(5)". */
function opensRun(text: string): boolean {
  return /^\(?(?:[ai]|1)[.)]\s/i.test(text);
}

/** "4.2.1.3" below "4.2.1". */
function isBelow(mark: string, above: ReadonlySet<string>): boolean {
  return [...above].some((one) => isDotted(one) && mark !== one && mark.startsWith(one.slice(0, -1)));
}

/** Whether a marked line belongs to the run that a lead-in has begun and whose marks so far are known. */
export function goesOn(text: string, mark: string, marks: ReadonlySet<string>, leadIn: string): boolean {
  if (marks.has(mark)) return true;
  if (marks.size === 0) return !isSibling(text, leadIn);
  return isDotted(mark) ? isBelow(mark, marks) : opensRun(text);
}
