/** A stretch of a document's text, in UTF-16 units, half open. */
export interface Part {
  start: number;
  end: number;
}

/** What a model reads at once without losing the thread; a page or two. */
const longest = 6000;

/** Cuts a text between paragraphs, else between lines, else between words; together the parts are the whole of it. */
export function splitParts(text: string): Part[] {
  const parts: Part[] = [];
  let start = 0;
  while (start < text.length) {
    const end = start + longest >= text.length ? text.length : cutBefore(text, start + longest, start + longest / 2);
    if (text.slice(start, end).trim() !== "") parts.push({ start, end });
    start = end;
  }
  return parts;
}

function cutBefore(text: string, most: number, least: number): number {
  for (const mark of ["\n\n", "\n", " "]) {
    const at = text.lastIndexOf(mark, most - mark.length);
    if (at >= least) return at + mark.length;
  }
  return most;
}
