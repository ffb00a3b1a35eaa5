import { Parser } from "htmlparser2";
import { countWords } from "./count-words";

/** One element, in document order. Its subtree is the elements `index` to `end` and the runs `firstRun` to `endRun` (exclusive). */
export interface ScannedElement {
  index: number;
  tag: string;
  attributes: Readonly<Record<string, string>>;
  parent: ScannedElement | null;
  depth: number;
  end: number;
  firstRun: number;
  endRun: number;
  /** The first thing inside that a reader sees (text or image) is part of a link. */
  opensWithLink: boolean;
  hasContent: boolean;
  hasImage: boolean;
  /** Number of an item of an ordered list. */
  ordinal?: number;
  /** Columns to the left of a table cell in its row. */
  column?: number;
}

/** Text between two block boundaries, white space folded. The unit that is kept or dropped. */
export interface TextRun {
  text: string;
  words: number;
  /** Words that are the text of links. */
  linkWords: number;
  links: number;
  /** Words inside em, i, strong or b. */
  stressedWords: number;
  /** The nearest block element around it. */
  owner: ScannedElement;
  /** An image, a video or a frame stands between it and the run before. */
  afterImage: boolean;
  opensWithLink: boolean;
  isCode: boolean;
}

export interface ScannedLink {
  href: string;
  rel: string;
  text: string;
  /** Index of the element it stands in. */
  at: number;
}

export interface PageScan {
  elements: ScannedElement[];
  runs: TextRun[];
  links: ScannedLink[];
  /** Attributes of every meta and link element. */
  metas: Readonly<Record<string, string>>[];
  linkElements: Readonly<Record<string, string>>[];
  /** Text of script elements of type application/ld+json, up to a limit. */
  jsonLd: string[];
  titleElement: string | null;
  baseHref: string | null;
  language: string | null;
}

const maxDepth = 250;
const maxJsonLdCharacters = 1_000_000;
const maxLinks = 20_000;

/** Their content is not text of the page. */
const dropped = new Set(
  "script style noscript template svg math iframe object embed canvas audio video select datalist textarea button rt rp noframes frameset applet map progress meter".split(
    " ",
  ),
);
const pictures = new Set("img picture video iframe svg amp-img amp-video audio object embed canvas".split(" "));
const blockTags = new Set(
  "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul option optgroup head label".split(
    " ",
  ),
);
export const headingTags: ReadonlySet<string> = new Set(["h1", "h2", "h3", "h4", "h5", "h6"]);
/** Elements that end an unclosed svg, as in browsers. */
const breaksOut = new Set("div p h1 h2 h3 ul ol table body main section article header footer".split(" "));
const stressed = new Set(["em", "i", "strong", "b"]);

/** Reads a page in one pass: elements, runs of text, links and metadata. Never throws; depth beyond 250 is folded into its ancestor. */
export function scanPage(html: string): PageScan {
  const handler = new ScanHandler();
  const parser = new Parser(handler, { lowerCaseTags: true, lowerCaseAttributeNames: true });
  parser.end(html);
  return handler.finish();
}

class ScanHandler {
  private readonly scan: PageScan = {
    elements: [],
    runs: [],
    links: [],
    metas: [],
    linkElements: [],
    jsonLd: [],
    titleElement: null,
    baseHref: null,
    language: null,
  };
  /** Mirrors the parser's open elements; an element beyond the depth limit stands for its nearest ancestor within it. */
  private readonly stack: { element: ScannedElement; tag: string; isOwn: boolean }[] = [];
  private current: ScannedElement;
  private readonly counts = new Map<ScannedElement, number>();
  private droppedDepth = 0;
  private droppedTag = "";
  private capture: "jsonLd" | "title" | null = null;
  private captured = "";

  private text = "";
  private linkText = "";
  private openLink: { link: ScannedLink; depth: number } | null = null;
  private runLinkText = "";
  private runLinks = 0;
  private runStressed = "";
  private stressDepth = 0;
  private preDepth = 0;
  private lastCharacter = "";
  private afterInline = false;
  /** One inline element has closed and another opened since the last text. */
  private betweenInlines = false;
  /** Only white space since the last line break. */
  private afterBreak = false;
  private imagePending = false;
  private runAfterImage = false;
  private runOpensWithLink = false;
  private runOwner: ScannedElement;

  constructor() {
    const root: ScannedElement = {
      index: 0,
      tag: "#root",
      attributes: {},
      parent: null,
      depth: 0,
      end: 1,
      firstRun: 0,
      endRun: 0,
      opensWithLink: false,
      hasContent: false,
      hasImage: false,
    };
    this.scan.elements.push(root);
    this.current = root;
    this.runOwner = root;
  }

  onopentag(tag: string, attributes: Record<string, string>): void {
    if (this.droppedDepth > 0) {
      if (this.droppedTag === "svg" && breaksOut.has(tag)) this.leaveDropped();
      else {
        this.droppedDepth++;
        this.stack.push({ element: this.current, tag, isOwn: false });
        return;
      }
    }
    if (pictures.has(tag)) this.sawPicture();
    if (tag === "script") {
      const isJsonLd = /^\s*application\/ld\+json/i.test(attributes.type ?? "");
      this.startDropped(tag, isJsonLd ? "jsonLd" : null);
      return;
    }
    // Frequent questions hide their heading in a button that unfolds the answer.
    if (dropped.has(tag) && !(tag === "button" && isHeadingTag(this.runOwner.tag))) {
      this.startDropped(tag, null);
      return;
    }
    if (tag === "title") {
      this.startDropped(tag, this.scan.titleElement === null ? "title" : null);
      return;
    }
    const isBlock = blockTags.has(tag);
    if (tag === "br" || isBlock) this.breakText(tag);
    else if (this.afterInline) this.betweenInlines = true;
    if (tag === "meta") this.scan.metas.push(attributes);
    else if (tag === "link") this.scan.linkElements.push(attributes);
    else if (tag === "base") this.scan.baseHref ??= attributes.href ?? null;
    else if (tag === "html" || tag === "body") this.scan.language ??= attributes.lang ?? attributes["xml:lang"] ?? null;
    if (tag === "a") this.startLink(attributes);
    if (stressed.has(tag)) this.stressDepth++;
    if (tag === "pre") this.preDepth++;
    const isTooDeep = this.current.depth >= maxDepth;
    if (isTooDeep) {
      this.stack.push({ element: this.current, tag, isOwn: false });
      return;
    }
    const element: ScannedElement = {
      index: this.scan.elements.length,
      tag,
      attributes,
      parent: this.current,
      depth: this.current.depth + 1,
      end: this.scan.elements.length + 1,
      firstRun: this.scan.runs.length,
      endRun: this.scan.runs.length,
      opensWithLink: false,
      hasContent: false,
      hasImage: false,
    };
    this.number(element);
    this.scan.elements.push(element);
    this.stack.push({ element: this.current, tag, isOwn: true });
    this.current = element;
    if (isBlock) this.runOwner = element;
  }

  ontext(text: string): void {
    if (this.capture) {
      if (this.captured.length < maxJsonLdCharacters) this.captured += text;
      return;
    }
    if (this.droppedDepth > 0) return;
    if (this.text === "" && this.preDepth === 0 && isBlank(text)) return;
    if (!isBlank(text)) this.sawContent();
    if (this.text === "") {
      this.runOpensWithLink = this.openLink !== null;
      this.runAfterImage = this.imagePending;
      this.imagePending = false;
    }
    // Parts that only a style sheet sets apart: "Engineer" and "Berlin" in two elements without a space between them.
    if (this.betweenInlines && isWordEnd(this.lastCharacter) && isCapital(text.charAt(0))) this.text += " ";
    this.afterInline = false;
    this.betweenInlines = false;
    this.lastCharacter = text.at(-1) ?? "";
    this.text += text;
    if (this.afterBreak && !isBlank(text)) this.afterBreak = false;
    if (this.openLink) {
      this.runLinkText += text;
      if (this.linkText.length < 2_000) this.linkText += text;
    }
    if (this.stressDepth > 0) this.runStressed += text;
  }

  onclosetag(tag: string): void {
    const opened = this.stack.pop();
    if (!opened) return;
    if (this.droppedDepth > 0) {
      this.droppedDepth--;
      if (this.droppedDepth === 0) this.endCapture();
      return;
    }
    const isBlock = blockTags.has(tag);
    if (isBlock) this.breakText(tag);
    else this.afterInline = true;
    if (tag === "a") this.endLink();
    else if (tag === "pre") this.preDepth = Math.max(0, this.preDepth - 1);
    else if (stressed.has(tag)) {
      this.stressDepth = Math.max(0, this.stressDepth - 1);
      this.runStressed += " ";
    }
    if (!opened.isOwn) return;
    this.current.end = this.scan.elements.length;
    this.current.endRun = this.scan.runs.length;
    this.current = opened.element;
    if (isBlock) this.runOwner = nearestBlock(this.current);
  }

  finish(): PageScan {
    this.breakText("");
    this.endLink();
    const { elements, runs } = this.scan;
    for (let open: ScannedElement | null = this.current; open; open = open.parent) {
      open.end = elements.length;
      open.endRun = runs.length;
    }
    return this.scan;
  }

  /** Items of ordered lists and cells of rows carry their place. */
  private number(element: ScannedElement): void {
    const { tag, attributes, parent } = element;
    if (tag === "li" && parent?.tag === "ol") {
      const stated = Number.parseInt(attributes.value ?? "", 10);
      const next = this.counts.get(parent) ?? (Number.parseInt(parent.attributes.start ?? "", 10) || 1);
      element.ordinal = Number.isNaN(stated) ? next : stated;
      this.counts.set(parent, element.ordinal + 1);
    } else if ((tag === "td" || tag === "th") && parent) {
      const next = this.counts.get(parent) ?? 0;
      element.column = next;
      const span = Number.parseInt(attributes.colspan ?? "", 10);
      this.counts.set(parent, next + Math.min(Math.max(1, span || 1), 1_000));
    }
  }

  private startDropped(tag: string, capture: "jsonLd" | "title" | null): void {
    this.stack.push({ element: this.current, tag, isOwn: false });
    this.droppedDepth = 1;
    this.droppedTag = tag;
    this.capture = capture;
    this.captured = "";
  }

  private leaveDropped(): void {
    this.droppedDepth = 0;
    this.capture = null;
  }

  private endCapture(): void {
    if (this.capture === "title") this.scan.titleElement = fold(this.captured) || null;
    else if (this.capture === "jsonLd" && this.captured.length < maxJsonLdCharacters)
      this.scan.jsonLd.push(this.captured);
    this.capture = null;
    this.captured = "";
  }

  private startLink(attributes: Record<string, string>): void {
    // A link inside a link does not exist: the first one was left unclosed.
    this.endLink();
    if (attributes.href === undefined) return;
    const link: ScannedLink = {
      href: attributes.href,
      rel: attributes.rel ?? "",
      text: "",
      at: this.scan.elements.length,
    };
    if (this.scan.links.length < maxLinks) this.scan.links.push(link);
    this.openLink = { link, depth: this.stack.length };
    this.linkText = "";
    this.runLinks++;
  }

  private endLink(): void {
    if (!this.openLink) return;
    this.openLink.link.text = fold(this.linkText);
    this.openLink = null;
    this.runLinkText += " ";
  }

  private sawPicture(): void {
    this.imagePending = true;
    this.sawContent();
    for (let open: ScannedElement | null = this.current; open && !open.hasImage; open = open.parent)
      open.hasImage = true;
  }

  private sawContent(): void {
    const isLinked = this.openLink !== null;
    for (let open: ScannedElement | null = this.current; open && !open.hasContent; open = open.parent) {
      open.hasContent = true;
      open.opensWithLink = isLinked;
    }
  }

  /** Ends the run of text at a block boundary; a single line break is white space, two end a paragraph. */
  private breakText(tag: string): void {
    if (tag === "br") {
      if (this.preDepth > 0) this.text += "\n";
      else if (this.text !== "") {
        if (this.afterBreak) this.flush();
        else this.text += " ";
        this.afterBreak = true;
      }
      return;
    }
    this.flush();
  }

  private flush(): void {
    const isCode = this.preDepth > 0;
    const text = isCode ? trimCode(this.text) : fold(this.text);
    if (text !== "") {
      const words = countWords(text);
      this.scan.runs.push({
        text,
        words,
        linkWords: Math.min(words, countWords(this.runLinkText)),
        links: this.runLinks,
        stressedWords: Math.min(words, countWords(this.runStressed)),
        owner: this.runOwner,
        afterImage: this.runAfterImage,
        opensWithLink: this.runOpensWithLink,
        isCode,
      });
    } else if (this.runAfterImage) this.imagePending = true;
    this.text = "";
    this.lastCharacter = "";
    this.afterInline = false;
    this.betweenInlines = false;
    this.afterBreak = false;
    this.runLinkText = "";
    this.runLinks = this.openLink ? 1 : 0;
    this.runStressed = "";
    this.runAfterImage = false;
  }
}

function nearestBlock(from: ScannedElement): ScannedElement {
  let element = from;
  while (element.parent && !blockTags.has(element.tag)) element = element.parent;
  return element;
}

function isHeadingTag(tag: string): boolean {
  return headingTags.has(tag) || tag === "summary" || tag === "dt";
}

function isWordEnd(character: string): boolean {
  return (character >= "0" && character <= "9") || character !== character.toUpperCase();
}

function isCapital(character: string): boolean {
  return character !== character.toLowerCase();
}

function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x20 && code !== 0xa0 && code !== 0x200b && code !== 0xfeff) return false;
  }
  return true;
}

/** White space folded to single spaces; characters that no reader sees are taken out. */
export function fold(text: string): string {
  return isFolded(text) ? text : foldAll(text);
}

/** Most short texts have nothing to fold; saying so is cheaper than folding them. */
function isFolded(text: string): boolean {
  let wasSpace = true;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7f || code < 0x20) return false;
    const isSpace = code === 0x20;
    if (isSpace && wasSpace) return false;
    wasSpace = isSpace;
  }
  return !wasSpace || text === "";
}

function foldAll(text: string): string {
  return text
    .replace(/[\u00ad\u200b\ufeff\u2060]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

function trimCode(text: string): string {
  const lines = text
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map((line) => line.trimEnd());
  while (lines.length > 0 && lines[0] === "") lines.shift();
  while (lines.length > 0 && lines.at(-1) === "") lines.pop();
  return lines.join("\n");
}
