import type { Element } from "domhandler";
import { absoluteUrl, baseOf } from "./page-links";
import { type Measures, type PageTree, readPageTree } from "./page-tree";
import { plainText } from "./plain-text";

/** More text than this is a part of the page and no card. */
const maxCardCharacters = 1_500;
const isHeading = ({ name }: Element) => /^h[1-6]$/.test(name);

/**
 * What stands on a page around each link that leads to a wanted address: all that is said of it there, up to the next link of the same kind or
 * another heading. An address that is linked in several places has several cards.
 */
export function cardsAround(
  html: string,
  url: string,
  isWanted: (address: string) => boolean,
): { url: string; text: string }[] {
  const tree = readPageTree(html);
  const base = baseOf(tree, url);
  const links = tree.nodes.flatMap((node, index) => {
    const leads = node.element.name === "a" ? absoluteUrl(node.element.attribs.href, base) : null;
    return leads === null ? [] : [{ index, leads, kind: kindOf(tree, node) }];
  });
  return links.flatMap((link) => {
    if (!isWanted(link.leads)) return [];
    let card = link.index;
    for (let up = parentOf(tree, card); up >= 0 && isCardOf(tree, up, link, links); up = parentOf(tree, up)) card = up;
    const element = tree.nodes[card]?.element;
    return element ? [{ url: link.leads, text: plainText(element) }] : [];
  });
}

interface Link {
  index: number;
  leads: string;
  kind: string;
}

const parentOf = ({ nodes }: PageTree, index: number) => nodes[index]?.parent ?? -1;

function isCardOf({ nodes }: PageTree, index: number, link: Link, links: readonly Link[]): boolean {
  const node = nodes[index];
  if (!node || node.text > maxCardCharacters || /^(?:body|html|main)$/.test(node.element.name)) return false;
  const headings = nodes.slice(index, node.end).filter(({ element }) => isHeading(element)).length;
  const others = links.some(
    (one) => one.index > index && one.index < node.end && one.leads !== link.leads && one.kind === link.kind,
  );
  return headings <= 1 && !others;
}

/** Links that stand in the same elements are of one kind. */
function kindOf({ nodes }: PageTree, node: Measures): string {
  const names: string[] = [];
  for (let at: Measures | undefined = node; at && names.length < 3; at = nodes[at.parent]) {
    names.push(`${at.element.name}.${at.element.attribs.class ?? ""}`.replace(/\d+/g, "#"));
  }
  return names.join(" ");
}
