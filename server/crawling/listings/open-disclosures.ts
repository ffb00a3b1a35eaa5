import { type ChildNode, type Element, isTag, isText } from "domhandler";

const maxNodes = 200_000;
/** Fewer letters are a hint or a menu's entry and not what somebody wrote to be read. */
const leastText = 40;
const neverOpened = /^(?:dialog|alertdialog|menu|menubar|listbox|tooltip|navigation|search|banner|contentinfo)$/;

/**
 * Texts that fold out under their headings are part of what a page says, though it hides them until the heading is pressed: what a control
 * names as its own (`aria-controls`, `data-target`, `href="#id"`), and that is neither a menu nor a dialog, is treated as shown. Only where
 * several of them stand on one page, as in a list of questions or of notices. So is what a press on a row shows right behind it.
 */
export function openDisclosures(children: ChildNode[]): void {
  const controlled = new Set<string>();
  const hidden: Element[] = [];
  const waiting: ChildNode[] = [...children].reverse();
  for (let looked = 0; waiting.length > 0 && looked < maxNodes; looked++) {
    const node = waiting.pop();
    if (!node || !isTag(node)) continue;
    const { name, attribs } = node;
    if (name === "nav" || name === "dialog" || neverOpened.test(attribs.role ?? "")) continue;
    const id =
      attribs["aria-controls"] ?? target(attribs["data-bs-target"] ?? attribs["data-target"] ?? togglesPlace(attribs));
    if (id) controlled.add(id);
    if (isHidden(node) && (attribs.id || isShownByRowBefore(node))) hidden.push(node);
    for (let at = node.children.length - 1; at >= 0; at--) {
      const child = node.children[at];
      if (child) waiting.push(child);
    }
  }
  const folded = hidden.filter(
    (node) =>
      (controlled.has(node.attribs.id ?? "") || isShownByRowBefore(node)) &&
      wordsOutsideLinks(node.children) >= leastText,
  );
  if (folded.length < 2) return;
  for (const { attribs } of folded) {
    delete attribs.hidden;
    if (attribs.style)
      attribs.style = attribs.style.replace(/(?:display|visibility)\s{0,9}:\s{0,9}(?:none|hidden)/gi, "");
  }
}

const showsNext = /next(?:Element)?Sibling|\.next\(/;

/** A row that follows one whose press shows what is next to it. */
function isShownByRowBefore(node: Element): boolean {
  let before = node.prev;
  while (before && !isTag(before)) before = before.prev;
  return before !== null && before.name === node.name && showsNext.test(before.attribs.onclick ?? "");
}

function isHidden({ attribs }: Element): boolean {
  return (
    attribs.hidden !== undefined ||
    /display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden/i.test(attribs.style ?? "")
  );
}

const target = (selector: string | undefined) => (selector?.startsWith("#") ? selector.slice(1) : undefined);

function togglesPlace(attribs: Element["attribs"]): string | undefined {
  const isToggle =
    attribs["aria-expanded"] !== undefined ||
    /collapse|toggle|accordion/i.test(`${attribs["data-toggle"] ?? ""} ${attribs["data-bs-toggle"] ?? ""}`);
  return isToggle ? attribs.href : undefined;
}

function wordsOutsideLinks(children: ChildNode[]): number {
  let letters = 0;
  const waiting = [...children];
  for (let looked = 0; waiting.length > 0 && looked < 2_000; looked++) {
    const node = waiting.pop();
    if (!node) break;
    if (isText(node)) letters += node.data.trim().length;
    else if (isTag(node) && node.name !== "a") waiting.push(...node.children);
  }
  return letters;
}
