import { Parser } from "htmlparser2";
import { isShownOnChoice } from "@/lib/is-shown-on-choice";
import { isStruckOut } from "@/lib/is-struck-out";
import { fastTokenizer } from "./fast-tokenizer";
import { fold, isBlank } from "./fold-text";
import {
  attributeNames,
  blockTags,
  breakingOutTags,
  droppedTags,
  headingTags,
  type PageAttributes,
  pictureTags,
} from "./html-names";
import { RunWriter } from "./run-writer";
import type { PageScan, ScannedElement, ScannedLink } from "./scanned-page";

const maxDepth = 250;
const maxJsonLdCharacters = 1_000_000;
const maxLinks = 20_000;
const maxLinkText = 2_000;
const maxFrames = 20;

const Tokenizer = fastTokenizer(attributeNames);

/** Reads a page in one pass: elements, runs of text, links and metadata. Never throws; depth beyond 250 is folded into its ancestor. */
export function scanPage(html: string): PageScan {
  const handler = new ScanHandler();
  const parser = new Parser(handler, { lowerCaseTags: true, lowerCaseAttributeNames: true, Tokenizer });
  parser.end(html);
  return handler.finish();
}

class ScanHandler {
  private readonly scan: PageScan = {
    elements: [],
    runs: [],
    links: [],
    frames: [],
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

  private readonly run = new RunWriter(this.scan.runs);
  private openLink: ScannedLink | null = null;
  private linkText = "";
  /** The description of a picture, for links that hold nothing else. */
  private linkPicture = "";
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
    };
    this.scan.elements.push(root);
    this.current = root;
    this.runOwner = root;
  }

  onopentag(tag: string, attributes: PageAttributes): void {
    if (tag === "iframe" || tag === "frame") this.sawFrame(tag, attributes);
    if (this.droppedDepth > 0) {
      if (this.droppedTag === "svg" && breakingOutTags.has(tag)) this.leaveDropped();
      else {
        this.droppedDepth++;
        this.stack.push({ element: this.current, tag, isOwn: false });
        return;
      }
    }
    if (pictureTags.has(tag)) this.sawPicture(attributes);
    if (tag === "script") {
      const isJsonLd = /^\s*application\/ld\+json/i.test(attributes.type ?? "");
      this.startDropped(tag, isJsonLd ? "jsonLd" : null);
      return;
    }
    // Frequent questions hide their heading in a button that unfolds the answer.
    const isInHeading = isHeadingTag(this.runOwner.tag);
    // A heading that is struck out still names what was cancelled.
    const isGone = !isInHeading && !blockTags.has(tag) && isStruckOut(tag, attributes.style);
    if ((droppedTags.has(tag) && !(tag === "button" && isInHeading)) || isGone) {
      this.startDropped(tag, null);
      return;
    }
    if (tag === "title") {
      this.startDropped(tag, this.scan.titleElement === null ? "title" : null);
      return;
    }
    const isBlock = blockTags.has(tag);
    if (tag === "br") this.run.breakLine(this.runOwner, this.openLink !== null);
    else if (isBlock) this.endRun();
    else this.run.openInline();
    if (tag === "meta") this.scan.metas.push(attributes);
    else if (tag === "link") this.scan.linkElements.push(attributes);
    else if (tag === "base") this.scan.baseHref ??= attributes.href ?? null;
    else if (tag === "html" || tag === "body") this.scan.language ??= attributes.lang ?? attributes["xml:lang"] ?? null;
    if (tag === "a") this.startLink(attributes);
    if (tag === "pre") this.run.startCode();
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
    if (this.run.ignores(text)) return;
    if (!isBlank(text)) this.sawContent();
    this.run.add(text, this.openLink !== null && !this.isAnchored());
    if (this.openLink && this.linkText.length < maxLinkText) this.linkText += text;
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
    if (isBlock) this.endRun();
    else this.run.closeInline();
    if (tag === "a") this.endLink();
    else if (tag === "pre") this.run.endCode();
    if (!opened.isOwn) return;
    this.current.end = this.scan.elements.length;
    this.current.endRun = this.scan.runs.length;
    this.current = opened.element;
    if (isBlock) this.runOwner = nearestBlock(this.current);
  }

  finish(): PageScan {
    this.endRun();
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

  private startLink(attributes: PageAttributes): void {
    // A link inside a link does not exist: the first one was left unclosed.
    this.endLink();
    if (attributes.href === undefined) return;
    const link: ScannedLink = {
      href: attributes.href,
      rel: attributes.rel ?? "",
      text: "",
      isDownload:
        attributes.download !== undefined || /^application\/(?!x?html|json|ld|rss|atom)/i.test(attributes.type ?? ""),
      at: this.scan.elements.length,
    };
    if (this.scan.links.length < maxLinks) this.scan.links.push(link);
    this.openLink = link;
    this.linkText = "";
    this.linkPicture = "";
    this.run.startLink();
  }

  /** A frame that shows something: those without a size measure visitors. */
  private sawFrame(tag: string, attributes: PageAttributes): void {
    const isShown = tag === "frame" ? this.droppedTag === "frameset" : this.droppedDepth === 0;
    const src = attributes.src || attributes["data-src"];
    const isSmall = [attributes.width, attributes.height].some(
      (size) => size !== undefined && Number.parseInt(size, 10) <= 2,
    );
    if (!isShown || !src || isSmall || isHidden(attributes) || this.scan.frames.length >= maxFrames) return;
    this.scan.frames.push({ src, at: this.current.index });
  }

  private endLink(): void {
    if (!this.openLink) return;
    this.openLink.text = fold(this.linkText) || this.linkPicture;
    this.openLink = null;
    this.run.endLink();
  }

  private endRun(): void {
    this.run.end(this.runOwner, this.openLink !== null);
  }

  /** Headings are links to themselves where a reader may copy their address, or unfold what stands below them. */
  private isAnchored(): boolean {
    return isHeadingTag(this.runOwner.tag) && this.openLink !== null && /^(?:#|javascript:)/i.test(this.openLink.href);
  }

  private sawPicture(attributes: PageAttributes): void {
    this.run.sawPicture();
    this.sawContent();
    if (this.openLink) this.linkPicture ||= fold(attributes.alt ?? "").slice(0, maxLinkText);
  }

  private sawContent(): void {
    const isLinked = this.openLink !== null && !this.isAnchored();
    for (let open: ScannedElement | null = this.current; open && !open.hasContent; open = open.parent) {
      open.hasContent = true;
      open.opensWithLink = isLinked;
    }
  }
}

function isHidden(attributes: PageAttributes): boolean {
  const { hidden, style = "" } = attributes;
  if (isShownOnChoice(attributes)) return false;
  return (
    hidden !== undefined ||
    attributes["aria-hidden"] === "true" ||
    /display\s*:\s*none|visibility\s*:\s*hidden|(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|$)/i.test(style)
  );
}

function nearestBlock(from: ScannedElement): ScannedElement {
  let element = from;
  while (element.parent && !blockTags.has(element.tag)) element = element.parent;
  return element;
}

function isHeadingTag(tag: string): boolean {
  return headingTags.has(tag) || tag === "summary" || tag === "dt";
}
