import { type Element, isTag, isText } from "domhandler";

const maxNodes = 200;
/** Pictures of files, of people and of the site itself. */
const notWords =
  /\b(?:pdf|docx?|xlsx?|zip|file|logo|image|photo|picture|icon|arrow|external|window|avatar|bild|datei|fichier|archivo|flag|fahne|drapeau)\b|\.(?:png|jpe?g|gif|svg|webp)$/i;

/**
 * What each record says by a picture or a mark without text: its `alt`, `aria-label` or `title`. Null unless most of the records have one,
 * since then it stands for a value ("Open", "Closed") and is no decoration.
 */
export function iconsOf(records: Element[][]): (string | null)[] | null {
  const said = records.map((elements) => elements.map(iconIn).find((one) => one !== null) ?? null);
  return said.filter((one) => one !== null).length >= Math.max(2, records.length * 0.6) ? said : null;
}

function iconIn(root: Element): string | null {
  const waiting: Element[] = [root];
  for (let looked = 0; waiting.length > 0 && looked < maxNodes; looked++) {
    const element = waiting.pop();
    if (!element) break;
    const { name, attribs } = element;
    const isMark =
      name === "img" || (/^(?:i|span|b|em|svg|div|abbr)$/.test(name) && element !== root && isEmpty(element));
    const words = isMark
      ? (attribs.alt || attribs["aria-label"] || attribs.title || "").replace(/\s+/g, " ").trim()
      : "";
    if (words.length >= 3 && words.length <= 40 && /\p{L}{3}/u.test(words) && !notWords.test(words)) return words;
    for (let at = Math.min(element.children.length, maxNodes) - 1; at >= 0; at--) {
      const child = element.children[at];
      if (child && isTag(child)) waiting.push(child);
    }
  }
  return null;
}

/** A mark holds nothing, or a drawing. */
function isEmpty({ children }: Element): boolean {
  return (
    children.length <= 8 &&
    children.every((child) =>
      isText(child) ? child.data.trim() === "" : !isTag(child) || child.name === "svg" || child.children.length === 0,
    )
  );
}
