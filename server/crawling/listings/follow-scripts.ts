import { type ChildNode, type Element, isTag, isText } from "domhandler";
import { callIn, functionsIn, runCall, type ScriptDeed } from "./plain-scripts";

const maxScripts = 400_000;
const maxNodes = 200_000;
const maxClicked = 3_000;

/**
 * Gives links that only a script follows the address to which it leads: `javascript:show(12)`, where the page itself says that `show` goes to
 * "notice?id=" and the number. Only plain functions are understood (texts and arguments put together); nothing is run. What a click would
 * send with a form instead is told by `deedOf`.
 */
export function followScripts(children: ChildNode[]): void {
  const { scripts, clicked } = scan(children);
  if (clicked.length === 0) return;
  const functions = functionsIn(scripts);
  for (const element of clicked) {
    const deed = deedIn(element, (call) => runCall(call, functions));
    if (deed?.kind === "send" && element.name === "a") deeds.set(element, deed);
    if (deed?.kind !== "go" || /^\s*(?:#|javascript:|$)/i.test(deed.href)) continue;
    if (element.name === "a") element.attribs.href = deed.href;
    else element.attribs["data-href"] ??= deed.href;
  }
}

const deeds = new WeakMap<Element, Extract<ScriptDeed, { kind: "send" }>>();

/** The form that a click on it sends by a script, and what the script writes into it before. */
export function deedOf(element: Element): Extract<ScriptDeed, { kind: "send" }> | null {
  return deeds.get(element) ?? null;
}

function deedIn(element: Element, run: (call: string) => ScriptDeed | null): ScriptDeed | null {
  const { href = "", onclick = "" } = element.attribs;
  const isScript = /^\s*javascript:/i.test(href);
  // A link that leads somewhere by itself is followed there, whatever is counted on the way.
  if (!isScript && href !== "" && !/^\s*#/.test(href)) return null;
  for (const text of [isScript ? href.replace(/^\s*javascript:/i, "") : "", onclick]) {
    const call = text.length > 0 && text.length < 3_000 ? callIn(text) : null;
    const deed = call ? run(call) : null;
    if (deed) return deed;
  }
  return null;
}

/** Scripts that the page does not show read where a link leads from attributes of their own. */
function takeStatedAddress({ attribs }: Element): void {
  const stated = attribs["data-href"] ?? attribs["data-url"] ?? attribs["data-link"];
  if (stated && /^(?:https?:\/\/|\/|\?|[\w.-]+[/.?])\S{0,500}$/i.test(stated)) attribs.href = stated;
}

function scan(children: ChildNode[]): { scripts: string; clicked: Element[] } {
  let scripts = "";
  const clicked: Element[] = [];
  const waiting = [...children].reverse();
  for (let looked = 0; waiting.length > 0 && looked < maxNodes; looked++) {
    const node = waiting.pop();
    if (!node || !isTag(node)) continue;
    if (node.name === "script") {
      for (const child of node.children)
        if (isText(child) && scripts.length < maxScripts) scripts += `\n${child.data.slice(0, maxScripts)}`;
      continue;
    }
    if (
      clicked.length < maxClicked &&
      (node.attribs.onclick || (node.name === "a" && /^\s*javascript:/i.test(node.attribs.href ?? "")))
    )
      clicked.push(node);
    if (node.name === "a" && /^\s*(?:#?|javascript:.{0,40})$/i.test(node.attribs.href ?? "")) takeStatedAddress(node);
    for (let at = node.children.length - 1; at >= 0; at--) {
      const child = node.children[at];
      if (child) waiting.push(child);
    }
  }
  return { scripts, clicked };
}
