import { type Feed, parseFeed, UnreadableFeedError } from "@/server/crawling/feeds";
import type { FetchedPage } from "@/server/crawling/fetching";
import { readJobBoard } from "@/server/crawling/job-boards";
import { parseSitemap, UnreadableSitemapError, unpackSitemap } from "@/server/crawling/sitemaps";
import type { NewRecord } from "./record-records";

export interface ReadEntries {
  title: string | null;
  records: NewRecord[];
  /** Pages that it names without saying anything about them. */
  urls: string[];
  /** Where it goes on: the next page of a feed, the maps of an index of maps. */
  further: string[];
}

/** The entries of a feed, of a job board's interface or of a sitemap; null for what is none of them (then it is kept as a file). */
export function readEntries(page: FetchedPage): ReadEntries | null {
  return readJobs(page) ?? readMap(page) ?? readFeed(page);
}

function readMap(page: FetchedPage): ReadEntries | null {
  const body = unpackSitemap(page.body);
  if (!body || !/sitemap|urlset/i.test(body.subarray(0, 2_000).toString())) return null;
  try {
    const { kind, entries } = parseSitemap(body, page.finalUrl);
    const urls = entries.map(({ url }) => url);
    return { title: null, records: [], ...(kind === "index" ? { urls: [], further: urls } : { urls, further: [] }) };
  } catch (error) {
    if (error instanceof UnreadableSitemapError) return null;
    throw error;
  }
}

function readFeed(page: FetchedPage): ReadEntries | null {
  let feed: Feed;
  try {
    const contentType = page.headers["content-type"];
    const contentLocation = page.headers["content-location"];
    feed = parseFeed(page.body, {
      url: page.finalUrl,
      ...(contentType ? { contentType } : {}),
      ...(contentLocation ? { contentLocation } : {}),
    });
  } catch (error) {
    if (error instanceof UnreadableFeedError) return null;
    throw error;
  }
  return {
    urls: [],
    further: feed.nextUrl ? [feed.nextUrl] : [],
    title: feed.title,
    records: feed.items.flatMap((item) => {
      const title = item.title ?? item.text.slice(0, 120);
      const key = item.id ?? item.url ?? title;
      if (!key || !title) return [];
      return [
        {
          key,
          title,
          url: item.url,
          fields: filled({
            published: item.publishedAt,
            updated: item.updatedAt,
            authors: item.authors.join(", "),
            categories: item.categories.join(", "),
          }),
          text: item.text,
          rung: "feed" as const,
        },
      ];
    }),
  };
}

function readJobs(page: FetchedPage): ReadEntries | null {
  if (!/json/.test(page.mime)) return null;
  const board = readJobBoard(parse(page.text ?? page.body.toString("utf8")), page.finalUrl);
  if (!board) return null;
  return {
    urls: [],
    further: [],
    title: board.company,
    records: board.jobs.map((job) => ({
      key: job.id,
      title: job.title,
      url: job.url,
      fields: filled({ location: job.location, department: job.department, updated: job.updatedAt }),
      text: job.text,
      rung: "json" as const,
    })),
  };
}

function filled(fields: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, string] => Boolean(entry[1])));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return null;
  }
}
