import { type Element, isTag } from "domhandler";
import { plainText } from "./plain-text";

const longestHeading = 80;
const maxHeight = 12;

/**
 * Under which heading of its page each record stands: "Closed", "November 2031". Null unless the records stand under several, since one
 * heading over all of them says what the page is.
 */
export function sectionsOf(records: Element[][]): (string | null)[] | null {
  const before = new Map<Element, Element | null>();
  // What continues a record is no heading of the next one.
  const own = new Set(records.flatMap((elements) => elements.slice(1)));
  const headings = records.map(([first]) => {
    const heading = first ? headingOver(first, before, own) : null;
    return heading ? plainText(heading).slice(0, longestHeading) || null : null;
  });
  return new Set(headings.filter((one) => one !== null)).size >= 2 ? headings : null;
}

function headingOver(record: Element, before: Map<Element, Element | null>, own: ReadonlySet<Element>): Element | null {
  let at: Element | null = record;
  for (let height = 0; at && height < maxHeight; height++) {
    const heading = headingBefore(at, before, own);
    if (heading) return heading;
    at = at.parent && isTag(at.parent) && !/^(?:body|html|main)$/.test(at.parent.name) ? at.parent : null;
  }
  return null;
}

/** The nearest heading among what stands before it, looked up once for each run of siblings. */
function headingBefore(
  element: Element,
  known: Map<Element, Element | null>,
  own: ReadonlySet<Element>,
): Element | null {
  const passed: Element[] = [];
  let found: Element | null = null;
  for (let at: Element["prev"] = element; at; at = at.prev) {
    if (!isTag(at)) continue;
    const answer = known.get(at);
    if (answer !== undefined) {
      found = answer;
      break;
    }
    if (at !== element && !own.has(at) && isHeading(at)) {
      found = at;
      break;
    }
    passed.push(at);
  }
  for (const one of passed) known.set(one, found);
  return found;
}

function isHeading(element: Element): boolean {
  if (/^(?:h[2-6]|caption)$/.test(element.name)) return plainText(element).length <= longestHeading;
  if (element.name !== "tr" && element.name !== "header" && element.name !== "div") return false;
  const inner = element.children.filter(isTag);
  const [only] = inner;
  // A row that is one cell as wide as the table, or a heading in a box of its own.
  if (element.name === "tr") return inner.length === 1 && Number(only?.attribs.colspan ?? 1) > 1;
  return inner.length === 1 && only !== undefined && /^h[2-6]$/.test(only.name);
}
