import { type Element, isTag } from "domhandler";
import { textOf } from "./visible-text";

const besideHeading = 3;

/** What stands right under the heading: where a procedure stands is often said there, whatever the line is called. */
function linesUnder(heading: Element | undefined): Element[] {
  const lines: Element[] = [];
  for (let node = heading?.next ?? null; node && lines.length < besideHeading; node = node.next)
    if (isTag(node)) {
      if (/^(?:h[1-6]|table|dl|ul|ol|section|form)$/.test(node.name)) break;
      lines.push(node);
    }
  return lines;
}

const longestOver = 40;

/** A word or two right over the heading, which a stamp or pill there says whatever it is called. */
function lineOver(heading: Element | undefined): Element[] {
  for (let node = heading?.prev ?? null; node; node = node.prev)
    if (isTag(node))
      return /^(?:span|div|p|small|strong|em)$/.test(node.name) && textOf(node).length <= longestOver ? [node] : [];
  return [];
}

/** Short texts that stand out: alerts, badges, first bold words of a paragraph, and what stands right over and under the heading. */
export function bannersIn(elements: Element[], heading: Element | undefined): string[] {
  const under = new Set([...lineOver(heading), ...linesUnder(heading)]);
  const standsOut = elements.filter((element) => under.has(element) || standsApart(element));
  return [
    ...new Set(standsOut.map((element) => textOf(element)).filter((text) => text.length >= 4 && text.length <= 200)),
  ].slice(0, 30);
}

function standsApart({ name, attribs }: Element): boolean {
  return (
    /(?:^|[\s_-])(?:alert|notice|banner|warning|status|badge|label|flag|tag|pill|chip|stamp|lozenge|ribbon|hinweis|state|info-?box|message|bandeau|etat|estado|stato|aviso|avviso)(?:$|[\s_-])/i.test(
      attribs.class ?? "",
    ) ||
    attribs.role === "alert" ||
    attribs.role === "status" ||
    /^(?:strong|b|em|mark)$/.test(name)
  );
}
