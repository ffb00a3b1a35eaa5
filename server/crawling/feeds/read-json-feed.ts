import { type JsonFeed, parseJsonFeed } from "feedsmith";
import { UnreadableFeedError } from "./errors";
import { type Feed, type FeedItem, mostItems } from "./feed";
import { htmlToText, singleLine } from "./html-to-text";
import { readDate } from "./read-date";

/** JSON Feed 1.0 and 1.1 (jsonfeed.org), with the names in any case and fields of the wrong type left out. */
export function readJsonFeed(text: string, base: string): Feed {
  const json = parseJson(text);
  if (!isJsonFeed(json)) throw new UnreadableFeedError("not_a_feed");
  const feed = parseJsonFeed(json, { maxItems: mostItems });
  const items = (json as { items?: unknown[] }).items;
  return {
    format: "json",
    title: singleLine(feed.title ?? "") || null,
    link: resolve(feed.home_page_url, base),
    description: singleLine(feed.description ?? "") || null,
    language: feed.language ?? null,
    updatedAt: null,
    nextUrl: resolve(feed.next_url, base),
    items: (feed.items ?? []).map((item) => readItem(item, base)),
    isCut: Array.isArray(items) && items.length > mostItems,
  };
}

/** Many answers of programs have a title and items; a feed says so, or has the feed's own names. */
export function isJsonFeed(json: unknown): boolean {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return false;
  const { version, items, home_page_url, feed_url } = json as Record<string, unknown>;
  if (typeof version === "string" && version.includes("jsonfeed.org/version/")) return true;
  if (!Array.isArray(items)) return false;
  const hasItemNames = items.slice(0, 3).some((item) => {
    const names = typeof item === "object" && item !== null ? Object.keys(item) : [];
    return names.some((name) => /^(content_html|content_text|date_published|external_url)$/.test(name));
  });
  return hasItemNames || typeof home_page_url === "string" || typeof feed_url === "string";
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UnreadableFeedError("not_a_feed", { cause });
  }
}

function readItem(item: JsonFeed.Item<string>, base: string): FeedItem {
  const url = resolve(item.url, base) ?? resolve(item.external_url, base);
  const text = item.content_text ?? (item.content_html ? htmlToText(item.content_html) : (item.summary ?? ""));
  return {
    id: item.id ?? url,
    title: singleLine(item.title ?? "") || null,
    url,
    text: singleLine(text),
    html: item.content_html ?? null,
    base,
    summary: singleLine(item.summary ?? "") || null,
    publishedAt: readDate(item.date_published),
    updatedAt: readDate(item.date_modified),
    authors: (item.authors ?? []).flatMap(({ name }) => (name ? [singleLine(name)] : [])),
    categories: item.tags ?? [],
    enclosures: (item.attachments ?? []).flatMap((file) => {
      const address = resolve(file.url, base);
      return address ? [{ url: address, type: file.mime_type ?? null, bytes: file.size_in_bytes ?? null }] : [];
    }),
  };
}

function resolve(written: string | undefined, base: string): string | null {
  const url = written ? URL.parse(written.trim(), base) : null;
  return url && /^https?:$/.test(url.protocol) ? url.href : null;
}
