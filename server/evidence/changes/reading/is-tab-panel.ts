import { type Element, isTag, isText } from "domhandler";
import { isOpenedByReader } from "@/lib/is-opened-by-reader";
import { elementTree } from "@/lib/is-panel-of-tabs";
import { readPrices } from "../read-prices";

const longest = 20_000;

/** Whether a hidden element stands behind a tab, or folds out. Where it and what is shown in its place state prices it is the other position of a switch, which is read for itself. */
export function isTabPanel(element: Element): boolean {
  if (!isOpenedByReader(element, elementTree)) return false;
  const others = (element.parent?.children ?? []).filter(
    (one) => isTag(one) && one !== element && one.name === element.name,
  );
  return !(statesPrices(element) && others.some((one) => isTag(one) && statesPrices(one)));
}

function statesPrices(element: Element): boolean {
  let text = "";
  const waiting: Element["children"] = [element];
  for (let node = waiting.pop(); node && text.length < longest; node = waiting.pop()) {
    if (isText(node)) text = `${node.data} ${text}`;
    else if (isTag(node)) waiting.push(...node.children);
  }
  return readPrices(text).length > 0;
}
