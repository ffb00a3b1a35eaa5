import { type ChildNode, type Element, isTag, isText } from "domhandler";
import type { Block, BlockLink } from "./block";
import { foldVolatile } from "./fold-volatile";
import { decodeHiddenEmail, hiddenMailLink } from "./hidden-email";
import { imageName, type LinkContext, linkTarget } from "./link-target";
import { type Measures, unread } from "./measure";
import { splitEnumerator } from "./split-enumerator";
import { shownText, wordsOf } from "./words";

const lineTags = new Set(
  "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form header hgroup hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);
/** Layout tables hold whole documents: only a short row without parts of its own is one block. */
const maxRowCharacters = 300;
/** More blocks than any page that is read. */
const maxBlocks = 20_000;

/** Opens a cell in the text of a row; no page contains it. */
const cellMark = "\u{f8ff}";

interface Frame {
  node: ChildNode;
  isDone: boolean;
  isContent: boolean;
}

/** The blocks below `nodes` in reading order. `chrome` is read, too, and marked. */
export function readBlocks(
  nodes: readonly ChildNode[],
  about: {
    chrome: ReadonlySet<Element>;
    /** Elements whose text is content; null: all that is not chrome. */
    content: ReadonlySet<ChildNode> | null;
    measures: Measures;
    links: LinkContext;
  },
): Block[] {
  const writer = new BlockWriter(about.links, about.measures);
  const stack: Frame[] = [];
  const push = (children: readonly ChildNode[], isContent: boolean) => {
    for (let index = children.length - 1; index >= 0; index--) {
      const node = children[index];
      if (node) stack.push({ node, isDone: false, isContent });
    }
  };
  push(nodes, about.content === null);
  for (let frame = stack.pop(); frame && writer.blocks.length < maxBlocks; frame = stack.pop()) {
    const { node } = frame;
    if (isText(node)) {
      writer.write(node.data, frame.isContent);
      continue;
    }
    if (!isTag(node)) continue;
    if (frame.isDone) {
      writer.leave(node);
      continue;
    }
    const email = decodeHiddenEmail(node.attribs["data-cfemail"] ?? "");
    if (email) {
      // Its own text only says that the address is protected.
      writer.write(email, frame.isContent);
      continue;
    }
    if (unread.has(node.name)) {
      writer.icon(node);
      continue;
    }
    const isChrome = about.chrome.has(node);
    // A hidden word inside a sentence must not cut the sentence in two.
    if (isChrome && !lineTags.has(node.name)) {
      // A mark between two values that is for the eye only parts them all the same.
      if (node.next && isTag(node.next)) writer.part();
      continue;
    }
    const isContent = (frame.isContent || (about.content?.has(node) ?? false)) && !isChrome;
    if (isContent !== frame.isContent) writer.flush();
    if (standsApart(node, about.measures)) writer.part();
    writer.enter(node, isContent);
    stack.push({ ...frame, isDone: true });
    push(node.children, isContent);
  }
  writer.flush();
  return writer.blocks;
}

/** The row of a table in which others stand lays out the page. */
function holdsTable(row: Element): boolean {
  const stack = [...row.children];
  for (let looked = 0; stack.length > 0 && looked < 200; looked++) {
    const node = stack.pop();
    if (!node || !isTag(node)) continue;
    if (node.name === "table") return true;
    stack.push(...node.children);
  }
  return false;
}

/** Written into a word or at it, whatever stands before. */
const attached = new Set("sup sub br wbr img".split(" "));

/**
 * Two spans without a space between them are parted by their styles: `<span>Lisbon</span><span>Permanent</span>` are two words to a reader. A
 * single letter in a span of its own is an initial, which belongs to its word.
 */
function standsApart(element: Element, measures: Measures): boolean {
  const { prev } = element;
  // The name of a choice, behind the button by which it is chosen.
  if (element.name === "label") return true;
  if (!prev || !isTag(prev) || [element, prev].some(({ name }) => lineTags.has(name) || attached.has(name)))
    return false;
  return [element, prev].every((one) => (measures.get(one)?.characters ?? 0) > 1);
}

/** Tables that are drawn by styles say by roles what is a row and what is a cell. */
const isRow = ({ name, attribs }: Element) => name === "tr" || attribs.role === "row";
const cellRoles = new Set("cell gridcell columnheader rowheader".split(" "));
const isCell = ({ name, attribs }: Element) => name === "td" || name === "th" || cellRoles.has(attribs.role ?? "");

/** Neither words nor anything else stands in it. */
function isBare({ children }: Element): boolean {
  return children.every((child) => isText(child) && child.data.trim() === "");
}

/** Words beside the heading's own in what only gives its address. */
const mostOfSign = 4;
/** The page before or after this one, which moves when another page comes between. */
const turnsPage = ({ attribs }: Element) => /(?:^|\s)(?:prev|previous|next)(?:\s|$)/i.test(attribs.rel ?? "");
const leadsToOwnPlace = ({ attribs }: Element) => /^#./.test(attribs.href ?? "");

const wordTags = new Set("b strong em i span time data var mark output bdi".split(" "));
const gaps = /[^\s.!?:;] {2,3}(?=\S)|\S [.,](?=\s|$)|\(\s*\)/g;

class BlockWriter {
  readonly blocks: Block[] = [];
  private text = "";
  private plain = "";
  private links: BlockLink[] = [];
  private images: Block["images"] = [];
  private empty = 0;
  private isOpenEnded = false;
  private link: { element: Element; target: string | null; address: string; start: number } | null = null;
  private kind: Block["kind"] = "paragraph";
  private level = 0;
  /** The heading or table row being read: one block, whatever stands in it. */
  private whole: Element | null = null;
  private heading: string | null = null;
  /** The term or description being read, and the term that was read last. */
  private listPart: "dt" | "dd" | null = null;
  private term: string | null = null;
  private isContent = false;

  constructor(
    private readonly context: LinkContext,
    private readonly measures: Measures,
  ) {}

  write(text: string, isContent: boolean): void {
    this.isContent = isContent;
    this.text += text;
    if (/\S/.test(text)) this.isOpenEnded = false;
    if (!this.link) this.plain += text;
  }

  private breakLine(isContent: boolean): void {
    this.write(" ", isContent);
    this.isOpenEnded = true;
  }

  /** What is written next begins a word. */
  part(): void {
    if (this.kind !== "code" && /[\p{L}\p{N})\]%€]$/u.test(this.text)) this.text += " ";
  }

  enter(element: Element, isContent: boolean): void {
    const { name, attribs } = element;
    this.isContent = isContent;
    if (name === "br") this.breakLine(isContent);
    else if (name === "img") this.image(attribs);
    else if (name === "a") this.enterLink(element);
    else if (this.whole) {
      if (isCell(element)) this.write(cellMark, isContent);
      else if (lineTags.has(name)) this.write(" ", isContent);
    } else if (/^h[1-6]$/.test(name)) {
      this.begin("heading", Number(name[1]));
      this.whole = element;
    } else if (isRow(element) && this.isShortRow(element)) {
      this.begin("table_row");
      this.whole = element;
    } else if (name === "li") this.begin("list_item");
    else if (name === "pre") this.begin("code");
    else if (lineTags.has(name)) this.flush();
    if (name === "dt" || name === "dd") this.listPart = name;
  }

  leave(element: Element): void {
    const { name } = element;
    if (wordTags.has(name) && isBare(element)) this.empty += 1;
    if (!this.whole && lineTags.has(name) && isBare(element)) this.leaveEmpty();
    if (name === "a") this.leaveLink(element);
    else if (element === this.whole) {
      this.flush();
      this.whole = null;
      this.kind = "paragraph";
    } else if (!this.whole && lineTags.has(name)) {
      this.flush();
      if (name === "li" || name === "pre") this.kind = "paragraph";
    }
    if (name === "dt" || name === "dd") this.listPart = null;
    if (name === "dl") this.term = null;
  }

  /** A line that was opened for words and has none. */
  private leaveEmpty(): void {
    const last = this.blocks.at(-1);
    if (last && this.text.trim() === "") last.emptyAfter = (last.emptyAfter ?? 0) + 1;
  }

  /** Ticks and crosses of price tables are drawings: what they are called for people who cannot see stands for them. */
  icon(element: Element): void {
    const label = element.attribs["aria-label"] ?? element.attribs.title;
    if (this.kind === "table_row" && element.name === "svg" && label) this.write(` ${label} `, this.isContent);
  }

  flush(): void {
    const isRow = this.kind === "table_row";
    // The first separator opens the first cell.
    const cells = isRow ? this.text.split(cellMark).slice(1).map(shownText) : [];
    const text = isRow ? cells.filter((cell) => cell !== "").join(" | ") : shownText(this.text);
    if (this.link) this.closeLink();
    const { links, images, plain, isOpenEnded } = this;
    this.isOpenEnded = false;
    const holes = this.empty + (isRow ? 0 : (this.text.match(gaps)?.length ?? 0));
    this.empty = 0;
    this.text = "";
    this.plain = "";
    this.links = [];
    this.images = [];
    if (this.link) this.link.start = 0;
    if (text === "" && images.length === 0) return;
    const { enumerator, rest } = splitEnumerator(text);
    const words = wordsOf(foldVolatile(rest));
    const isLinkOnly = links.length > 0 && wordsOf(plain).length === 0;
    // Two buttons that change places, as tests of a page's makers have them, say the same.
    const ordered = isLinkOnly && links.length > 1 ? [...words].sort() : words;
    this.blocks.push({
      kind: this.kind,
      level: this.kind === "heading" ? this.level : 0,
      text,
      cells,
      heading: this.heading,
      ...(this.listPart === "dd" && this.term ? { term: this.term } : {}),
      links,
      images,
      holes,
      ...(isOpenEnded ? { isOpenEnded } : {}),
      isLinkOnly,
      isContent: this.isContent,
      key: ordered.join(" "),
      enumerator,
      words: words.length,
      source: this.kind === "heading" ? this.whole : null,
    });
    if (this.kind === "heading" && this.isContent && text !== "") this.heading = text;
    if (this.listPart === "dt" && text !== "") this.term = text;
    // What follows inside the same item continues it.
    if (this.kind === "list_item") this.kind = "paragraph";
  }

  private begin(kind: Block["kind"], level = 0): void {
    this.flush();
    this.kind = kind;
    this.level = level;
  }

  private isShortRow(element: Element): boolean {
    const size = this.measures.get(element);
    return size !== undefined && size.characters < maxRowCharacters && size.parts <= 12 && !holdsTable(element);
  }

  private image({ src = "", alt, width, height, ...attribs }: Record<string, string>): void {
    // Where the page says that a picture says nothing, its file's name does not either.
    if (alt?.trim() === "") return;
    // Pixels count visitors; pictures loaded late have their address elsewhere.
    if (Number(width ?? 9) <= 2 || Number(height ?? 9) <= 2) return;
    const late = attribs["data-src"] ?? attribs["data-lazy-src"] ?? attribs["data-original"];
    const name = imageName(late ?? src, this.context.base);
    if (this.kind === "table_row" && alt) this.write(` ${alt} `, this.isContent);
    else if (name) this.images.push({ name, alt: shownText(alt ?? "") });
  }

  private enterLink(element: Element): void {
    const href = element.attribs.href;
    if (href === undefined) return;
    if (this.link) this.closeLink();
    // Buttons side by side are parted by their borders, not by a space.
    if (
      this.links.length > 0 &&
      /\S$/.test(this.text) &&
      this.links.at(-1)?.text &&
      this.text.endsWith(this.links.at(-1)?.text ?? "")
    )
      this.text += " ";
    const target = linkTarget(href, this.context);
    const address = hiddenMailLink(href) ?? URL.parse(href, this.context.base)?.href ?? href;
    this.link = { element, target, address, start: this.text.length };
  }

  private leaveLink(element: Element): void {
    if (this.link?.element !== element) return;
    this.closeLink();
    this.link = null;
  }

  /** A link that runs over several blocks is a link of each. */
  private closeLink(): void {
    if (!this.link) return;
    const text = shownText(this.text.slice(this.link.start));
    const isSign = text !== "" && (this.isSignOfHeading(text, this.link.element) || turnsPage(this.link.element));
    if (isSign) this.text = this.text.slice(0, this.link.start);
    if (!isSign && this.link.target && wordsOf(text).length > 0)
      this.links.push({ target: this.link.target, address: this.link.address, text });
    this.link.start = this.text.length;
  }

  /** "¶" beside a heading, or "Section titled ..." below it, only gives its address, and says nothing. */
  private isSignOfHeading(text: string, link: Element): boolean {
    if (!leadsToOwnPlace(link)) return false;
    if (text.length <= 2) return !/[\p{L}\p{N}]/u.test(text);
    const above = this.blocks.at(-1);
    if (above?.kind !== "heading" || !text.includes(above.text)) return false;
    return wordsOf(text).length <= wordsOf(above.text).length + mostOfSign;
  }
}
