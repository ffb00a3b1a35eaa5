import { type Element, isTag } from "domhandler";

/** How a tree of elements is looked at, whichever parser made it. */
export interface ElementTree<E> {
  tag(element: E): string;
  attributes(element: E): Readonly<Record<string, string | undefined>>;
  parent(element: E): E | null;
  /** Elements only, in order. */
  children(element: E): readonly E[];
}

/** The elements of htmlparser2. */
export const elementTree: ElementTree<Element> = {
  tag: ({ name }) => name,
  attributes: ({ attribs }) => attribs,
  parent: ({ parent }) => (parent && isTag(parent) ? parent : null),
  children: ({ children }) => children.filter(isTag),
};

const fewestPanels = 2;
const mostPanels = 15;
const mostSiblings = 60;
const mostLooked = 200;

/**
 * Whether an element that is hidden stands behind a tab although nothing names it so: others of its make stand beside it, one of them is shown, and before
 * them there is a strip with as many links or buttons as there are panels. What such a panel says, the page says.
 */
export function isPanelOfTabs<E>(element: E, tree: ElementTree<E>): boolean {
  const parent = tree.parent(element);
  if (!parent) return false;
  const siblings = tree.children(parent).slice(0, mostSiblings);
  const make = makeOf(element, tree);
  const panels = siblings.filter((one) => makeOf(one, tree) === make);
  if (panels.length < fewestPanels || panels.length > mostPanels) return false;
  if (panels.filter((one) => !isHidden(tree.attributes(one))).length !== 1) return false;
  const above = siblings.slice(0, siblings.indexOf(panels[0] as E));
  return [...above, ...before(parent, tree)].some((strip) => countChoices(strip, tree) === panels.length);
}

function before<E>(element: E, tree: ElementTree<E>): readonly E[] {
  const parent = tree.parent(element);
  if (!parent) return [];
  const siblings = tree.children(parent);
  const at = siblings.indexOf(element);
  return siblings.slice(Math.max(0, at - 2), at);
}

function makeOf<E>(element: E, tree: ElementTree<E>): string {
  const [name = ""] = (tree.attributes(element).class ?? "").trim().split(/\s+/);
  return `${tree.tag(element)}.${name}`;
}

function countChoices<E>(strip: E, tree: ElementTree<E>): number {
  let count = 0;
  const waiting = [strip];
  for (let looked = 0; waiting.length > 0 && looked < mostLooked; looked++) {
    const element = waiting.pop() as E;
    const { role } = tree.attributes(element);
    if (/^(?:a|button)$/.test(tree.tag(element)) || role === "tab") count++;
    else waiting.push(...tree.children(element));
  }
  return count;
}

function isHidden(attributes: Readonly<Record<string, string | undefined>>): boolean {
  return attributes.hidden !== undefined || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.style ?? "");
}
