import { type Element, isTag } from "domhandler";
import { namesPage } from "./page-numbers";
import { plainText } from "./plain-text";

const numbered =
  /^(?:(?:page|seite|página|pagina|sida|side|strona)\s*)?(\d{1,4})(?:\s*(?:\/|of|von|sur|de|di|van)\s*\d{1,4})?$/iu;

/**
 * What a choice of pages would send for the page after the chosen one; null when it chooses something else, or stands at its end. A choice of
 * pages offers 1, 2, 3 and so on, and is called so, stands beside the count of its numbers ("of 7"), or calls its numbers pages. How many
 * entries a page shows, and how many pieces one buys, are numbers, too.
 */
export function nextOption(select: Element): string | null {
  const options = select.children.filter(isTag).filter(({ name }) => name === "option");
  const texts = options.map((option) => plainText(option));
  const isPages =
    options.length > 1 && texts.every((text, index) => Number(numbered.exec(text)?.[1] ?? Number.NaN) === index + 1);
  if (!isPages || "multiple" in select.attribs || "disabled" in select.attribs) return null;
  const { name = "", id = "", "aria-label": label = "" } = select.attribs;
  const saysPage = [name, id, ...label.split(/\s+/)].some((one) => one !== "" && namesPage(one));
  if (!saysPage && !texts.some((text) => !/^\d+$/.test(text)) && !isCounted(select, options.length)) return null;
  const at = Math.max(
    0,
    options.findIndex(({ attribs }) => "selected" in attribs),
  );
  const next = options[at + 1];
  return next ? (next.attribs.value ?? plainText(next)) : null;
}

/** "of 7" behind it, when it has seven numbers. */
function isCounted(select: Element, count: number): boolean {
  const { parent } = select;
  if (!parent || !isTag(parent)) return false;
  const behind = parent.children.slice(parent.children.indexOf(select) + 1, parent.children.indexOf(select) + 4);
  const words = behind.map((node) => (node.type === "text" ? node.data : isTag(node) ? plainText(node) : "")).join(" ");
  return Number(/^\W*(?:of|\/|von|sur|de|di|van)\s*(\d{1,4})(?!\d)/iu.exec(words)?.[1]) === count;
}
