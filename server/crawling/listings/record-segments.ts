import { type ChildNode, type Element, isTag, isText } from "domhandler";
import { classTokens } from "./class-tokens";
import { isUnseen } from "./page-tree";
import { isCell } from "./table-headers";

/** One run of visible text inside a record. */
export interface Segment {
  text: string;
  /** Tags and class names from the record down to the text: equal for equal places of two records. */
  place: string;
  /** The innermost element around all of the text. */
  element: Element;
  /** As written, when the whole run is a link. */
  href: string | null;
  isHeading: boolean;
  /** The machine's form of a time. */
  datetime: string | null;
  /** A bold or otherwise marked beginning, such as a label. */
  lead: string | null;
}

const block = new Set(
  "address article aside blockquote caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);
const alone = new Set(["time", "button", "img", "br"]);
const maxNodes = 4_000;
const maxColumns = 200;
const maxPlaceLength = 240;
const separators = /\s+[|·•‧∙⋅–—]\s+/u;

interface Context {
  place: string;
  href: string | null;
  isHeading: boolean;
  datetime: string | null;
  element: Element;
  isMixed: boolean;
}
type Task = { node: ChildNode; around: Context } | { flush: Context } | { leadEnd: true };

/** The visible text of a record in its parts: blocks, cells, links, times, and what separators hold apart. */
export function segmentsOf(elements: Element[]): Segment[] {
  const segments: Segment[] = [];
  let buffer = "";
  let lead: string | null = null;
  let visited = 0;
  const flush = (context: Context) => {
    const text = buffer.replace(/\s+/g, " ").trim();
    const marked = lead?.replace(/\s+/g, " ").trim() ?? null;
    buffer = "";
    lead = null;
    if (text === "") return;
    const { place, element, href, isHeading, datetime } = context;
    const pieces = href === null && !datetime && text.length < 300 ? text.split(separators) : [text];
    pieces.forEach((piece, at) => {
      if (!piece) return;
      const where = pieces.length > 1 ? `${place}~${at}` : place;
      segments.push({ text: piece, place: where, element, href, isHeading, datetime, lead: at === 0 ? marked : null });
    });
  };
  const stack: Task[] = [];
  for (let at = elements.length - 1; at >= 0; at--) {
    const element = elements[at];
    if (!element) continue;
    const around: Context = {
      place: at === 0 ? "" : `+${at}`,
      href: null,
      isHeading: false,
      datetime: null,
      element,
      isMixed: false,
    };
    stack.push({ node: element, around });
  }
  for (let task = stack.pop(); task && visited < maxNodes; task = stack.pop()) {
    if ("flush" in task) flush(task.flush);
    else if ("leadEnd" in task) lead ??= buffer;
    else if (isText(task.node)) buffer += task.node.data;
    else if (isTag(task.node)) {
      visited += 1;
      enter(task.node, task.around, stack, flush, buffer.trim() === "");
    }
  }
  return segments;
}

function enter(
  element: Element,
  around: Context,
  stack: Task[],
  flush: (context: Context) => void,
  isStart: boolean,
): void {
  if (isUnseen(element)) return;
  const { name, attribs } = element;
  const context: Context = {
    place: element === around.element ? around.place : `${around.place}>${stepOf(element)}`.slice(-maxPlaceLength),
    href: name === "a" && attribs.href ? attribs.href : around.href,
    isHeading:
      around.isHeading ||
      /^h[1-6]$/.test(name) ||
      attribs.role === "heading" ||
      isFold(element) ||
      isTerm(element, around),
    datetime: name === "time" ? attribs.datetime || null : around.datetime,
    element,
    isMixed: hasOwnText(element),
  };
  const isApart = block.has(name) || alone.has(name) || !around.isMixed || (name === "a" && isStart);
  if (isApart) {
    flush(around);
    stack.push({ flush: context });
  } else if (isStart) stack.push({ leadEnd: true });
  for (let at = element.children.length - 1; at >= 0; at--) {
    const node = element.children[at];
    if (node) stack.push({ node, around: context });
  }
}

/** What a text folds out of is its heading. */
function isFold({ name, attribs }: Element): boolean {
  return name === "summary" || (attribs["aria-controls"] !== undefined && attribs["aria-expanded"] !== undefined);
}

/** A term that begins a record is its heading; one within it is a label. */
function isTerm(element: Element, { element: record, place }: Context): boolean {
  return element.name === "dt" && element === record && place === "";
}

function stepOf(element: Element): string {
  const token = classTokens(element)[0];
  if (!isCell(element)) return token ? `${element.name}.${token}` : element.name;
  let column = 0;
  for (let other = element.prev; other && column < maxColumns; other = other.prev) if (isTag(other)) column += 1;
  return `td${column}`;
}

function hasOwnText(element: Element): boolean {
  return element.children.some((child) => isText(child) && child.data.trim().length > 1);
}
