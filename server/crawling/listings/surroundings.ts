import type { Element } from "domhandler";
import type { Measures, PageTree } from "./page-tree";

/** The ends of class names and ids that say what a part of the page is for. */
const never = new Set(
  "nav navbar navigation menu submenu megamenu breadcrumb breadcrumbs pagination pager paging paginator footer tagcloud tags cookie cookies consent social share sharing toolbar skiplinks".split(
    " ",
  ),
);
const seldom = new Set(
  "sidebar aside related recommended popular trending comments comment widget advert ads banner carousel slider teaser-bar filter filters facet facets".split(
    " ",
  ),
);
const neverRoles = new Set(["navigation", "banner", "contentinfo", "menu", "menubar", "dialog", "search", "tablist"]);
/** Ends and beginnings of such names that are written without a hyphen, as in `newfooter` and `menu_small`. */
const neverEnds =
  /(?:footer|navi|navbar|menu|breadcrumbs?|pagination)$|^(?:footer|nav|menu|breadcrumbs?|pagination)[-_]/;
/** A part with more of the page's text than this is the page, however it is called. */
const wholePageShare = 0.6;

/**
 * For each element, how likely a listing of the page stands there: 0 in navigation, footers and consent, 0.3 in side columns and
 * comments, 1 elsewhere. Inherited downwards, one pass.
 */
export function weighSurroundings({ nodes }: PageTree): Float32Array {
  const weights = new Float32Array(nodes.length).fill(1);
  const insideArticle = new Uint8Array(nodes.length);
  const pageText = nodes.reduce((most, node) => Math.max(most, node.text), 1);
  nodes.forEach((node, index) => {
    const inherited = weights[node.parent] ?? 1;
    const isInside = (insideArticle[node.parent] ?? 0) === 1;
    insideArticle[index] = isInside || /^(?:article|main|section|li|td)$/.test(node.element.name) ? 1 : 0;
    const isWhole = node.text > wholePageShare * pageText;
    weights[index] = Math.min(inherited, isWhole ? 1 : ownWeight(node, isInside));
  });
  return weights;
}

function ownWeight({ element }: Measures, isInsideArticle: boolean): number {
  const { name, attribs } = element;
  if (name === "nav" || neverRoles.has(attribs.role ?? "")) return 0;
  if ((name === "header" || name === "footer") && !isInsideArticle) return 0;
  let weight = name === "aside" || attribs.role === "complementary" ? 0.3 : 1;
  for (const word of lastWords(element)) {
    if (never.has(word) || neverEnds.test(word)) return 0;
    if (seldom.has(word)) weight = 0.3;
  }
  return weight;
}

/** `site-footer` says footer; `has-sidebar` and `footer-list` say nothing about the element itself. */
function lastWords({ attribs }: Element): string[] {
  return `${attribs.class ?? ""} ${attribs.id ?? ""}`
    .slice(0, 600)
    .toLowerCase()
    .split(/\s+/)
    .filter((token) => !/^(?:has|with|no|without|js|is)-/.test(token))
    .flatMap((token) => [token, token.split(/[-_]+/).at(-1) ?? ""]);
}
