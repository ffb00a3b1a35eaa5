import { type ElementTree, isPanelOfTabs } from "./is-panel-of-tabs";

const mostLooked = 60;

/** Whether an element that is hidden is one that a reader opens where it stands: behind a tab, or under the button right before it that folds it out. */
export function isOpenedByReader<E>(element: E, tree: ElementTree<E>): boolean {
  return isPanelOfTabs(element, tree) || isFoldedUnder(element, tree);
}

function isFoldedUnder<E>(element: E, tree: ElementTree<E>): boolean {
  const { id } = tree.attributes(element);
  const parent = tree.parent(element);
  if (!id || !parent) return false;
  const siblings = tree.children(parent);
  const at = siblings.indexOf(element);
  const waiting: E[] = siblings.slice(Math.max(0, at - 1), at);
  for (let looked = 0; waiting.length > 0 && looked < mostLooked; looked++) {
    const one = waiting.pop() as E;
    const attributes = tree.attributes(one);
    if (attributes["aria-controls"] === id && attributes["aria-expanded"] !== undefined) return true;
    waiting.push(...tree.children(one));
  }
  return false;
}
