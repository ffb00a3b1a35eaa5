import type { Rendition } from "@/lib/rendition";
import { type PageBlock, type PageContent, readPage } from "@/server/crawling/extraction";
import { decodeHtml } from "../decode-text";
import type { ParseLimits } from "../limits";
import { RenditionBuilder } from "../rendition-builder";
import { type RowDraft, writeTable } from "../tables";
import { readHtml } from "./html";

/** Pages that call themselves articles; all others may say what matters beside their longest text: a deadline, a price, a contact. */
const article = /article|blogposting|newsarticle|report/i;

/** The matter of a captured page without what surrounds it on every page; a page without any is read whole, frame and all. */
export function readCapturedPage(bytes: Uint8Array, url: string, limits: ParseLimits): Rendition {
  const page = readMatter(decodeHtml(bytes), url);
  if (page.blocks.length === 0) return readHtml(bytes, limits);
  const builder = new RenditionBuilder(limits.textLength);
  builder.title = page.title;
  for (let at = 0; at < page.blocks.length; ) {
    const block = page.blocks[at] as PageBlock;
    if (block.kind === "table_row") at = writeRows(builder, page.blocks, at);
    else {
      writeBlock(builder, block);
      at += 1;
    }
  }
  return builder.build("page", 1);
}

function readMatter(html: string, url: string): PageContent {
  const page = readPage(html, url);
  const { jsonLd, openGraph } = page.structured;
  const isArticle = article.test(openGraph["og:type"] ?? "") || jsonLd.some((one) => article.test(typeOf(one)));
  return page.kind === "article" && !isArticle ? readPage(html, url, { isWhole: true }) : page;
}

function typeOf(one: unknown): string {
  return typeof one === "object" && one !== null && "@type" in one ? String(one["@type"]) : "";
}

function writeBlock(builder: RenditionBuilder, block: PageBlock): void {
  if (block.kind === "heading") builder.heading(block.level ?? 2, block.text);
  else if (block.kind === "list_item") builder.listItem(block.level ?? 0, block.marker ?? "\u2022", block.text);
  else if (block.kind === "code") builder.code(block.text);
  else builder.paragraph(block.text);
}

/** Writes the rows of one table, which stand together, and returns where the next block is. */
function writeRows(builder: RenditionBuilder, blocks: readonly PageBlock[], from: number): number {
  const rows: RowDraft[] = [];
  let at = from;
  for (; at < blocks.length; at++) {
    const block = blocks[at] as PageBlock;
    if (block.kind !== "table_row" || block.table !== (blocks[from] as PageBlock).table) break;
    rows.push({
      cells: (block.cells ?? [{ text: block.text, column: 0 }]).map(({ text, column }) => ({ content: text, column })),
      ...(block.isHeader ? { isHeader: true } : {}),
    });
  }
  writeTable(builder, rows);
  return at;
}
