import { createHash } from "node:crypto";
import { openParts } from "@/lib/open-parts";
import { choiceLine, readChoices } from "@/lib/read-choices";
import { heldPriceLine, readHeldPrices } from "@/lib/read-held-prices";
import { countWords } from "./count-words";
import { findMainText } from "./find-main-text";
import { findVisibleText } from "./find-visible-text";
import { findTyped, readJsonLd } from "./json-ld";
import { looksLikeList } from "./looks-like-list";
import { readMicrodata } from "./microdata";
import { toBlocks } from "./page-blocks";
import type { PageBlock, PageContent } from "./page-content";
import { baseUrl, readLinks } from "./page-links";
import { type PageMetadata, readMetadata } from "./page-metadata";
import { scanPage } from "./page-scan";
import type { PageScan, ScannedElement } from "./scanned-page";

export interface ReadOptions {
  /** All that the page shows outside navigation, header and footer, also where a part of it reads like an article. */
  isWhole?: boolean;
}

/**
 * Reads a page: its main text, links and metadata. Pure and synchronous; never throws on any input. A page of 2 MB takes up to a quarter
 * of a second, so the server reads pages in threads of their own (server/sources/pages).
 */
export function readPage(html: string, url: string, options: ReadOptions = {}): PageContent {
  const shown = readScan(scanPage(openParts(html)), html, url, options);
  if (shown.words > mostShellWords || !/<noscript/i.test(html)) return shown;
  const plain = html.replace(/<\/?noscript[^>]{0,500}>/gi, " ");
  const unscripted = readScan(scanPage(openParts(plain)), plain, url, options);
  return unscripted.words >= leastUnscriptedWords ? unscripted : shown;
}

/** A page that scripts draw shows hardly more than its name; what it says to readers without scripts may be its whole text, or an apology. */
const mostShellWords = 30;
const leastUnscriptedWords = 120;

function readScan(scan: PageScan, html: string, url: string, options: ReadOptions): PageContent {
  const base = baseUrl(scan, url);
  const jsonLd = readJsonLd(scan.jsonLd);
  const metadata = readMetadata(scan, jsonLd, base);
  const part = chooseText(scan, jsonLd, metadata, options.isWhole ?? false);
  const { kind, noArticleReason } = part;
  const blocks = [...part.blocks, ...(kind === "page" ? choicesOf(html, part.blocks) : [])];
  return {
    url,
    canonicalUrl: metadata.canonicalUrl,
    title: metadata.title,
    description: metadata.description,
    byline: metadata.byline,
    siteName: metadata.siteName,
    language: metadata.language,
    publishedAt: metadata.publishedAt,
    modifiedAt: metadata.modifiedAt,
    kind,
    blocks,
    links: readLinks(scan, base, part.isInMain),
    structured: { jsonLd, openGraph: metadata.openGraph, microdata: readMicrodata(scan, base) },
    noArticleReason,
    textHash: createHash("sha256")
      .update(blocks.map((block) => block.text.normalize("NFC")).join("\n"))
      .digest("hex"),
    words: blocks.reduce((sum, block) => sum + countWords(block.text), 0),
  };
}

/** Sizes, packs and prices that are shown only to those who open a list or move a switch, as items of one. */
function choicesOf(html: string, blocks: readonly PageBlock[]): PageBlock[] {
  const said = new Set(blocks.map(({ text }) => text));
  const names = new Set(blocks.map(({ text }) => text.toLowerCase()));
  const held = readHeldPrices(html, names).filter(({ price }) => !blocks.some(({ text }) => text.includes(price)));
  const lines = [...readChoices(html).map(choiceLine), ...held.map(heldPriceLine)];
  return lines.filter((text) => !said.has(text)).map((text) => ({ kind: "list_item", text, level: 0, marker: "-" }));
}

interface ChosenText {
  kind: PageContent["kind"];
  blocks: PageBlock[];
  noArticleReason: string | null;
  isInMain: (element: ScannedElement) => boolean;
}

function chooseText(
  scan: PageScan,
  jsonLd: readonly Record<string, unknown>[],
  metadata: PageMetadata,
  isWhole: boolean,
): ChosenText {
  const main = findMainText(scan, metadata.titles);
  const visible = findVisibleText(scan);
  const isList = main !== null && looksLikeList(scan, main, visible.runs, jsonLd, metadata);
  if (main && !isList && !isWhole) {
    const { index: first, end } = main.container;
    const isInMain = ({ index }: ScannedElement) => index >= first && index < end && main.isJunk[index] === 0;
    return { kind: "article", blocks: toBlocks(main.runs), noArticleReason: null, isInMain };
  }
  const rescued = isList || isWhole ? null : articleBody(jsonLd);
  if (rescued) {
    return {
      kind: "article",
      blocks: rescued.map((text) => ({ kind: "paragraph", text })),
      noArticleReason: "The page shows no article text; it was taken from the page's structured data.",
      isInMain: () => false,
    };
  }
  const blocks = toBlocks(visible.runs);
  const empty = "The page shows no text.";
  const list = "The page holds little running text; all that it shows was read.";
  const whole = "All that the page shows was asked for.";
  const none = "No part of the page reads like an article; all that it shows was read.";
  return {
    kind: "page",
    blocks,
    noArticleReason: blocks.length === 0 ? empty : isWhole ? whole : isList ? list : none,
    isInMain: (element) => !visible.isFrame(element),
  };
}

const leastRescuedWords = 25;

/** Pages drawn by scripts often state their text for search engines. */
function articleBody(jsonLd: readonly Record<string, unknown>[]): string[] | null {
  const body = findTyped(jsonLd, /Article$|^BlogPosting$/)?.articleBody;
  if (typeof body !== "string" || countWords(body) < leastRescuedWords) return null;
  const paragraphs = body.split(/\n+/).map((line) => line.replace(/\s+/g, " ").trim());
  return paragraphs.filter((line) => line !== "");
}
