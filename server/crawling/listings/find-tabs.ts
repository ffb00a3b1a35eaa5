import { type Element, isTag } from "domhandler";
import { withoutPathSession } from "@/lib/canonical-url";
import { controlsOf } from "./page-controls";
import { absoluteUrl, baseOf } from "./page-links";
import { pageNumbersOf } from "./page-numbers";
import { readPageTree } from "./page-tree";

const mostTabs = 6;
const farthest = 3;
/** By what lists are ordered and shown, not what they hold. */
const shows = /^(?:sort|order|dir|direction|view|display|layout|lang|language|locale|hl|tri|sortierung|ansicht)/i;

/**
 * Further parts of what a page lists, behind tabs with addresses of their own: "current", "planned" and "archive" of one list. Tabs as pages call
 * them (roles, or the names of their classes), one of them marked as shown, leading to this very path. Pure.
 */
export function findTabs(html: string, url: string): string[] {
  if (!URL.canParse(url)) return [];
  const tree = readPageTree(html);
  const base = baseOf(tree, url);
  const here = withoutPathSession(url);
  const rows = new Map<Element, { address: string; isShown: boolean }[]>();
  for (const { element, href } of controlsOf(tree)) {
    const row = element.name === "a" ? tabRowOf(element) : null;
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
