import { type Element, isTag } from "domhandler";
import { withoutPathSession } from "@/lib/canonical-url";
import { formOf } from "./next-form";
import { controlsOf } from "./page-controls";
import { absoluteUrl, baseOf } from "./page-links";
import { pageNumbersOf } from "./page-numbers";
import { readPageTree } from "./page-tree";
import { namesPart } from "./part-words";
import { plainText } from "./plain-text";

const mostTabs = 6;
const farthest = 3;
/** By what lists are ordered and shown, not what they hold. */
const shows = /^(?:sort|order|dir|direction|view|display|layout|lang|language|locale|hl|tri|sortierung|ansicht)/i;

/** A part of a list that only a posted form shows. */
export interface PostedPart {
  action: string;
  fields: Record<string, string>;
}

/**
 * Further parts of what a page lists, behind tabs with addresses of their own: "current", "planned" and "archive" of one list. Tabs as pages call
 * them (roles, or the names of their classes), one of them marked as shown, or a row of few links that are called like parts of a list; leading to this very path. Pure.
 */
export function findTabs(html: string, url: string): string[] {
  if (!URL.canParse(url)) return [];
  const tree = readPageTree(html);
  const base = baseOf(tree, url);
  const here = withoutPathSession(url);
  const rows = new Map<Element, { address: string; isShown: boolean }[]>();
  for (const { element, href, text } of controlsOf(tree)) {
    const row = element.name === "a" ? (tabRowOf(element) ?? rowOfParts(element, text)) : null;
    const target = row && href ? absoluteUrl(href, base) : null;
    const address = target && withoutPathSession(target);
    // The first part of a list often has the address of all of it.
    if (!row || !address || !(address === here || isOfList(address, url))) continue;
    rows.set(row, [...(rows.get(row) ?? []), { address, isShown: isShown(element) }]);
  }
  for (const tabs of rows.values()) {
    const others = [...new Set(tabs.filter((tab) => !tab.isShown).map(({ address }) => address))];
    const hasShown = tabs.some(({ isShown, address }) => isShown || address === here);
    if (hasShown && others.length > 0 && others.length <= mostTabs) return others.filter((one) => one !== here);
  }
  return [];
}

/** The same behind tabs that post a form: only those that are called like parts of a list, beside one that is shown. Pure. */
export function findPostedTabs(html: string, url: string): PostedPart[] {
  if (!URL.canParse(url)) return [];
  const tree = readPageTree(html);
  const base = baseOf(tree, url);
  const elements = tree.nodes.map(({ element }) => element);
  const found = new Map<string, PostedPart>();
  for (const { element, href, text } of controlsOf(tree)) {
    const row = namesPart(text) && !isShown(element) ? rowOfParts(element, text) : null;
    if (!row || absoluteUrl(href, base) !== null) continue;
    const form = formOf(element, elements, base);
    if (form?.kind !== "form" || form.method !== "post" || new URL(form.action).pathname !== new URL(url).pathname)
      continue;
    const { action, fields } = form;
    found.set(JSON.stringify(fields), { action, fields });
  }
  return found.size <= mostTabs ? [...found.values()] : [];
}

/** Few words side by side of which at least two name parts of a list: "Current | Closed". */
function rowOfParts(link: Element, text: string): Element | null {
  if (!namesPart(text)) return null;
  let row = parentOf(link);
  for (let steps = 0; row && steps < farthest; row = parentOf(row), steps++) {
    const items = row.children.filter(isTag).map((item) => plainText(item));
    if (items.length < 2) continue;
    return items.length <= mostTabs && items.filter(namesPart).length >= 2 ? row : null;
  }
  return null;
}

const isTabName = (name: string) => /(?:^|[\s_-])(?:tabs?|tablist|pills)(?:$|[\s_-])/i.test(name);

/** The row in which a tab stands. */
function tabRowOf(link: Element): Element | null {
  let row: Element | null = link.attribs.role === "tab" ? parentOf(link) : null;
  let steps = 0;
  for (let at = parentOf(link); at && steps < farthest; at = parentOf(at), steps++)
    if (at.attribs.role === "tablist" || isTabName(at.attribs.class ?? "")) row = at;
  return row;
}

function isShown(link: Element): boolean {
  const item = parentOf(link);
  return [link, ...(item?.name === "li" ? [item] : [])].some(
    ({ attribs }) =>
      attribs["aria-selected"] === "true" ||
      /^(?:page|true|location)$/.test(attribs["aria-current"] ?? "") ||
      /(?:^|[\s_-])(?:active|selected|current)(?:$|\s)/i.test(attribs.class ?? ""),
  );
}

/** The same path with another choice, which is neither the order nor the look nor the number of a page. */
function isOfList(target: string, page: string): boolean {
  const [other, own] = [new URL(withoutPathSession(target)), new URL(withoutPathSession(page))];
  if (other.host !== own.host || other.pathname !== own.pathname) return false;
  const paging = new Set(pageNumbersOf(target).map(({ rest }) => rest.slice(rest.lastIndexOf("#") + 1)));
  const names = [...other.searchParams].filter(([name, value]) => own.searchParams.get(name) !== value);
  return names.some(([name]) => !shows.test(name) && !paging.has(name));
}

function parentOf({ parent }: Element): Element | null {
  return parent && isTag(parent) ? parent : null;
}
