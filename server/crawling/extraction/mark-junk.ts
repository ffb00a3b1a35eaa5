import { isOpenedByReader } from "@/lib/is-opened-by-reader";
import type { ElementTree } from "@/lib/is-panel-of-tabs";
import { findCards, isPlainItem } from "./find-cards";
import { isFolded } from "./folded-parts";
import { headingTags } from "./html-names";
import { isDiscussion } from "./is-discussion";
import { isGood } from "./judge-run";
import type { RunSums } from "./run-sums";
import type { PageScan, ScannedElement } from "./scanned-page";
import { isAmong, isAnnounced } from "./text-lists";
import { isBodyContainer, type Named, nameRole, type Role } from "./vocabulary";

/** How much of the page's own naming is believed: all, only the clear names, or next to none. */
export type Severity = "all" | "strong" | "least";

export interface Junk {
  /** By element: not 0 when it or an ancestor is no part of the article; 2 when quotes inside are. */
  isJunk: Uint8Array;
  /** The element that holds most paragraphs. */
  paragraphs: ScannedElement | null;
}

/** Judges which parts of one page stand around its article. What holds for every severity is found once. */
export class JunkMarker {
  private readonly role: (Role | null)[];
  private readonly isProtected: Uint8Array;
  private readonly paragraphs: ScannedElement | null;
  /** Teasers and other cards, whether they count as junk or not. */
  readonly cards: ReadonlySet<ScannedElement>;

  constructor(
    private readonly scan: PageScan,
    private readonly sums: RunSums,
    title: ScannedElement | null,
  ) {
    const isForum = isDiscussion(scan);
    this.role = findRoles(scan, sums, title);
    if (isForum) this.role = this.role.map((role, index) => (isPost(role, scan.elements[index]) ? null : role));
    const { isProtected, paragraphs } = protect(scan, sums, title, this.role);
    this.isProtected = isProtected;
    this.paragraphs = paragraphs;
    // Posts open with who wrote them.
    this.cards = isForum ? new Set() : findCards(scan, sums);
  }

  /** Says of each element whether it belongs around the article. Ancestors of the title, of bodies and of most paragraphs never do. */
  mark(severity: Severity): Junk {
    const isJunk = new Uint8Array(this.scan.elements.length);
    for (const element of this.scan.elements) {
      const above = element.parent ? (isJunk[element.parent.index] as number) : 0;
      // Quotes stay: posts that are quoted stand in figures and widgets.
      if (above === 0) isJunk[element.index] = this.judge(element, severity);
      else isJunk[element.index] = above === 2 && element.tag === "blockquote" ? 0 : above;
    }
    return { isJunk, paragraphs: this.paragraphs };
  }

  private judge(element: ScannedElement, severity: Severity): number {
    const role = this.role[element.index] as Role | null;
    const protection = this.isProtected[element.index] as number;
    if (role === "comments" || role === "consent") return protection === 2 ? 0 : 1;
    if (protection > 0) return 0;
    // Even when all else fails, the foot of a site is not its text.
    if (severity === "least") return element.tag === "footer" || element.tag === "nav" ? 1 : 0;
    if (role === "frame" || role === "hidden" || role === "strong") return 1;
    if (severity === "strong") return 0;
    const share = this.sums.goodWordsOf(element) / Math.max(1, this.sums.totalGood);
    if (role === "weak") return share < 0.4 ? 2 : 0;
    if (role === "caption") return this.sums.wordsOf(element) < 80 && !this.holdsTable(element) ? 2 : 0;
    const isCard = this.cards.has(element) && !isPlainItem(element);
    return isCard || isLinkList(element, this.scan, this.sums, this.paragraphs) ? 1 : 0;
  }

  /** A figure may be a table or a listing. */
  private holdsTable(figure: ScannedElement): boolean {
    if (figure.tag !== "figure") return false;
    for (let index = figure.index; index < figure.end; index++) {
      const tag = this.scan.elements[index]?.tag;
      if (tag === "td" || tag === "pre") return true;
    }
    return false;
  }
}

/** Where people write to one another, what they wrote is the text of the page. */
function isPost(role: Role | null, element: ScannedElement | undefined): boolean {
  return role === "comments" || (role === "weak" && /(?:^|[\s_-])message/.test(element?.attributes.class ?? ""));
}

/** A word that names more than this of a page's prose names the article, even a word that is clear elsewhere. */
const commonFrom: Partial<Record<Role, number>> = { weak: 0.5, hidden: 0.5, strong: 0.75, frame: 0.75 };
const aroundTags = new Set(["aside", "nav", "footer", "header"]);

function findRoles(scan: PageScan, sums: RunSums, title: ScannedElement | null): (Role | null)[] {
  const found: (Named | null)[] = [];
  const namedAbove = new Set<ScannedElement>();
  const wordsOf = new Map<string, number>();
  const tree = treeOf(scan);
  for (const element of scan.elements) {
    const own = roleOf(element, title, tree);
    found.push(own);
    if (element.parent && namedAbove.has(element.parent)) namedAbove.add(element);
    else if (own && own.word !== "") {
      namedAbove.add(element);
      wordsOf.set(own.word, (wordsOf.get(own.word) ?? 0) + sums.goodWordsOf(element));
    }
  }
  return found.map((own, index) => {
    if (!own) return null;
    const limit = aroundTags.has(scan.elements[index]?.tag ?? "") ? undefined : commonFrom[own.role];
    const isCommon = own.word !== "" && limit !== undefined && (wordsOf.get(own.word) ?? 0) > sums.totalGood * limit;
    return isCommon ? null : own.role;
  });
}

function treeOf({ elements }: PageScan): ElementTree<ScannedElement> {
  return {
    tag: ({ tag }) => tag,
    attributes: ({ attributes }) => attributes,
    parent: ({ parent }) => parent,
    children: (parent) => {
      const children: ScannedElement[] = [];
      for (let at = parent.index + 1; at < parent.end; ) {
        const child = elements[at];
        if (!child) break;
        children.push(child);
        at = Math.max(child.end, at + 1);
      }
      return children;
    },
  };
}

const bannerRoles = new Set(["navigation", "banner", "contentinfo", "search", "menu", "menubar", "toolbar"]);

function roleOf(
  element: ScannedElement,
  title: ScannedElement | null,
  tree: ElementTree<ScannedElement>,
): Named | null {
  const { tag, attributes } = element;
  const named = nameRole(element);
  if (named?.role === "comments" || named?.role === "consent") return named;
  if (attributes.itemprop === "comment" || /schema\.org\/(?:User)?Comments?$/.test(attributes.itemtype ?? ""))
    return byTag("comments");
  if (isHidden(element) && !isFolded(element) && !isOpenedByReader(element, tree))
    return { role: "hidden", word: "hidden" };
  if (tag === "nav" || tag === "menu" || tag === "footer" || bannerRoles.has(attributes.role ?? ""))
    return byTag("frame");
  if (tag === "header" && !(title && title.index > element.index && title.index < element.end))
    return named ?? (isPartHeader(element, tree) ? null : byTag("weak"));
  if (named?.role === "frame" || named?.role === "strong" || (named?.role === "hidden" && !isFolded(element)))
    return named;
  if (tag === "aside" || tag === "dialog" || /^(?:complementary|dialog|alertdialog)$/.test(attributes.role ?? ""))
    return byTag("strong");
  // A heading says with its name how it looks, or what leads to it.
  if (named && named.role !== "hidden" && !headingTags.has(tag)) return named;
  if (tag === "figcaption" || tag === "figure") return byTag("caption");
  if (tag === "form" || tag === "label" || tag === "fieldset") return byTag("weak");
  return null;
}

/** The name of a part ("Starter", above what a plan costs): by HTML's own rules a header is of the section around it, and one without links leads nowhere. */
function isPartHeader(element: ScannedElement, tree: ElementTree<ScannedElement>): boolean {
  return element.parent?.tag === "section" && !holdsLink(element, tree);
}

function holdsLink(element: ScannedElement, tree: ElementTree<ScannedElement>): boolean {
  return tree.children(element).some((child) => child.tag === "a" || child.tag === "nav" || holdsLink(child, tree));
}

function byTag(role: Role): Named {
  return { role, word: "" };
}

function isHidden({ attributes, tag }: ScannedElement): boolean {
  if (tag === "body" || tag === "html") return false;
  if (attributes.hidden !== undefined && attributes.hidden !== "false" && attributes.hidden !== "until-found")
    return true;
  if (attributes["aria-hidden"] === "true") return true;
  const style = attributes.style;
  return style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}

/** 1: protected from all but comments and consent; 2: from these, too. */
function protect(
  scan: PageScan,
  sums: RunSums,
  title: ScannedElement | null,
  role: (Role | null)[],
): { isProtected: Uint8Array; paragraphs: ScannedElement | null } {
  const isProtected = new Uint8Array(scan.elements.length);
  const isNamed = new Uint8Array(scan.elements.length);
  const isNever = new Uint8Array(scan.elements.length);
  const up = (from: ScannedElement | null, level: number) => {
    for (let open = from; open; open = open.parent) {
      if ((isProtected[open.index] as number) >= level) return;
      isProtected[open.index] = level;
    }
  };
  up(title?.parent ?? null, 2);
  for (const { index, parent } of scan.elements) {
    const own = role[index];
    const isOut = own === "comments" || own === "consent";
    isNever[index] = (parent && isNever[parent.index]) || isOut ? 1 : 0;
    const isAround = isOut || own === "frame" || own === "strong" || own === "hidden";
    isNamed[index] = (parent && isNamed[parent.index]) || (isAround && isProtected[index] === 0) ? 1 : 0;
  }
  for (const element of scan.elements)
    if (!isNever[element.index] && isBodyContainer(element) && sums.goodWordsOf(element) > sums.totalGood * 0.1)
      up(element, 1);
  const paragraphs = paragraphParent(scan, isNever, isNamed);
  up(paragraphs, 1);
  return { isProtected, paragraphs };
}

const leastNamedWords = 100;

/** The element with most words in its own paragraphs; one whose names say otherwise only when it has four times as many, and many. */
function paragraphParent(scan: PageScan, isNever: Uint8Array, isNamed: Uint8Array): ScannedElement | null {
  const words = new Map<ScannedElement, number>();
  let best: ScannedElement | null = null;
  let most = 0;
  for (const run of scan.runs) {
    if (isNever[run.owner.index] || !isGood(run)) continue;
    const parent = run.owner.tag === "p" ? run.owner.parent : run.owner;
    if (!parent || /^(?:li|td|th|figcaption|blockquote)$/.test(parent.tag)) continue;
    const sum = (words.get(parent) ?? 0) + run.words * (isNamed[parent.index] ? 0.25 : 1);
    words.set(parent, sum);
    if (sum > most && (!isNamed[parent.index] || sum >= leastNamedWords * 0.25)) {
      most = sum;
      best = parent;
    }
  }
  return best;
}

function isLinkList(
  element: ScannedElement,
  scan: PageScan,
  sums: RunSums,
  paragraphs: ScannedElement | null,
): boolean {
  if (!/^(?:ul|ol|div|section|dl|table|p|center)$/.test(element.tag)) return false;
  const words = sums.wordsOf(element);
  if (words < 4) return false;
  // A paragraph with one or two links is a sentence that points somewhere.
  if (element.tag === "p" && linksOf(element, scan) < 3) return false;
  if (isAnnounced(element, scan) || isAmong(element, scan, paragraphs)) return false;
  const good = sums.goodWordsOf(element);
  const links = sums.linkWordsOf(element);
  return links > words * 0.6 && good < 30 && good < sums.totalGood * 0.4;
}

function linksOf(element: ScannedElement, scan: PageScan): number {
  let links = 0;
  for (let at = element.firstRun; at < element.endRun; at++) links += scan.runs[at]?.links ?? 0;
  return links;
}

/** What stands at the head of an article (who wrote it, and when) belongs to it; so does what stands with the name of the thing that a page is about. */
function isSiteHeader(element: ScannedElement, scan: PageScan, tree: ElementTree<ScannedElement>): boolean {
  if (element.tag !== "header" || isPartHeader(element, tree)) return false;
  for (let above = element.parent; above; above = above.parent) {
    if (above.tag === "article") return false;
    if (above.tag === "main" || above.attributes.role === "main") return !holdsName(element, scan);
  }
  return true;
}

function holdsName({ index, end }: ScannedElement, { elements }: PageScan): boolean {
  return elements.slice(index + 1, end).some(({ tag }) => tag === "h1");
}

/** By element: part of navigation, header, footer or consent, or hidden. Parts with most of the page's words are not. */
export function markFrame(scan: PageScan): Uint8Array {
  const frame = new Uint8Array(scan.elements.length);
  const total = Math.max(1, scan.runs.length);
  const tree = treeOf(scan);
  for (const element of scan.elements) {
    if (element.parent && frame[element.parent.index]) {
      frame[element.index] = 1;
      continue;
    }
    const role = roleOf(element, null, tree)?.role;
    const isOuter = role === "consent" || role === "frame" || role === "hidden" || isSiteHeader(element, scan, tree);
    if (isOuter && element.endRun - element.firstRun < total * 0.6) frame[element.index] = 1;
  }
  return frame;
}
