import { classTokens } from "./class-tokens";
import { readPageTree } from "./page-tree";
import { segmentsOf } from "./record-segments";

const maxLines = 400;
const maxLine = 300;
const maxNames = 400;

/** What a page shows, line by line, as a reader or a model would be given it. */
export function outlineOf(html: string): string[] {
  const { nodes } = readPageTree(html);
  const tops = nodes.filter(({ parent }) => parent < 0).map(({ element }) => element);
  const lines = tops.flatMap((top) => segmentsOf([top])).map(({ text }) => text.slice(0, maxLine));
  return lines.slice(0, maxLines);
}

/** The make of a page: which elements and names it is built of, whatever it says. Pages of one template have the same. */
export function layoutOf(html: string): string {
  const names = new Set<string>();
  for (const { element } of readPageTree(html).nodes) {
    names.add(element.name);
    for (const token of classTokens(element)) names.add(`.${token}`);
    if (names.size >= maxNames) break;
  }
  let hash = 7;
  for (const name of [...names].sort())
    for (let at = 0; at < name.length; at++) hash = (Math.imul(hash, 31) + name.charCodeAt(at)) | 0;
  return (hash >>> 0).toString(36);
}
