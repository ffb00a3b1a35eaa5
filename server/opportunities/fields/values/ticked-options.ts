/** An option of a form that carries a tick, as a part of its line. */
export interface TickedOption {
  start: number;
  end: number;
}

const box = /[☐☒☑□■▣✓✔✗✘]|\[[ xX]?\]/gu;
const ticked = /[☒☑■▣✓✔]|\[[xX]\]/u;

/** Whether options stand in the text, each beside a box of its own. */
export function hasBoxes(text: string): boolean {
  return new RegExp(box.source, "u").test(text);
}

/** The options that are ticked: from each ticked box up to the next box, or to the end of a line or cell. */
export function tickedOptions(text: string): TickedOption[] {
  const boxes = [...text.matchAll(box)];
  return boxes.flatMap((mark, index) => {
    if (!ticked.test(mark[0])) return [];
    const from = mark.index + mark[0].length;
    const part = text.slice(from, boxes[index + 1]?.index ?? text.length).split(/\n|\s\|\s/u, 1)[0] ?? "";
    const lead = part.length - part.trimStart().length;
    const words = part.trim().replace(/[\s,;:]+$/u, "");
    return words.length < 2 ? [] : [{ start: from + lead, end: from + lead + words.length }];
  });
}
