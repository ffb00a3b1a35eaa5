import { createHash } from "node:crypto";
import { countWords } from "./count-words";
import { findMainText } from "./find-main-text";
import { findVisibleText } from "./find-visible-text";
import { findTyped, readJsonLd } from "./json-ld";
import { readMicrodata } from "./microdata";
import { toBlocks } from "./page-blocks";
import type { PageBlock, PageContent } from "./page-content";
import { baseUrl, readLinks } from "./page-links";
import { readMetadata } from "./page-metadata";
import { type ScannedElement, scanPage } from "./page-scan";

/**
 * Reads a page: its main text, links and metadata. Pure and synchronous; never throws on any input. A page of 2 MB takes up to a quarter
 * of a second, so the server asks `readPageInWorker`.
 */
export function readPage(html: string, url: string): PageContent {
  const scan = scanPage(html);
  const base = baseUrl(scan, url);
  const jsonLd = readJsonLd(scan.jsonLd);
  const metadata = readMetadata(scan, jsonLd, base);
  const main = findMainText(scan, metadata.titles);
  let kind: PageContent["kind"] = "article";
  let noArticleReason: string | null = null;
  let blocks: PageBlock[] = [];
  let isInMain: (element: ScannedElement) => boolean = () => false;
  if (main) {
    blocks = toBlocks(main.runs);
    isInMain = ({ index }) => index >= main.container.index && index < main.container.end;
  } else {
    const rescued = articleBody(jsonLd);
    if (rescued) {
      blocks = rescued.map((text) => ({ kind: "paragraph", text }));
      noArticleReason = "The page shows no article text; it was taken from the page's structured data.";
    } else {
      kind = "page";
      const visible = findVisibleText(scan);
      blocks = toBlocks(visible.runs);
      isInMain = (element) => !visible.isFrame(element);
      noArticleReason = blocks.length === 0 ? "The page shows no text." : "No part of the page reads like an article.";
    }
  }
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
    links: readLinks(scan, base, isInMain),
    structured: { jsonLd, openGraph: metadata.openGraph, microdata: readMicrodata(scan, base) },
    noArticleReason,
    textHash: createHash("sha256")
      .update(blocks.map((block) => block.text.normalize("NFC")).join("\n"))
      .digest("hex"),
    words: blocks.reduce((sum, block) => sum + countWords(block.text), 0),
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
