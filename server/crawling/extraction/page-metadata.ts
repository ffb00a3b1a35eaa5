import { findTitleHeading } from "./find-title-heading";
import { fold } from "./fold-text";
import { findTyped } from "./json-ld";
import { absoluteUrl } from "./page-links";
import type { PageScan } from "./scanned-page";
import { statedDate } from "./stated-date";

export interface PageMetadata {
  canonicalUrl: string | null;
  title: string | null;
  description: string | null;
  byline: string | null;
  siteName: string | null;
  language: string | null;
  publishedAt: string | null;
  modifiedAt: string | null;
  openGraph: Record<string, string>;
  /** Everything that the page calls its title, the surest first. */
  titles: string[];
}

const articleType =
  /Article$|^BlogPosting$|^Report$|^NewsArticle$|^Recipe$|^HowTo$|^DiscussionForumPosting$|^SocialMediaPosting$/;
const maxEntries = 200;

export function readMetadata(scan: PageScan, jsonLd: readonly Record<string, unknown>[], url: string): PageMetadata {
  const metas = new Map<string, string>();
  const openGraph: Record<string, string> = {};
  for (const attributes of scan.metas) {
    const content = fold(attributes.content ?? "").slice(0, 5_000);
    const name = (attributes.property ?? attributes.name ?? attributes.itemprop ?? attributes["http-equiv"] ?? "")
      .trim()
      .toLowerCase();
    if (name === "" || content === "" || metas.size >= maxEntries) continue;
    if (!metas.has(name)) metas.set(name, content);
    if (
      /^(?:og|article|product|book|profile|video|music):[a-z0-9_:-]{1,60}$/.test(name) &&
      !Object.hasOwn(openGraph, name)
    )
      openGraph[name] = content;
  }
  const first = (...names: string[]) =>
    names.map((name) => metas.get(name)).find((value) => value !== undefined) ?? null;
  const article = findTyped(jsonLd, articleType);
  const page = article ?? findTyped(jsonLd, /^WebPage$|^Product$|^JobPosting$|Page$/);
  const stated = (names: string[], keys: string[], prop: RegExp) =>
    keys.map((key) => statedDate(page?.[key])).find((date) => date !== null) ??
    names.map((name) => statedDate(metas.get(name))).find((date) => date !== null) ??
    statedInTime(scan, prop);
  const titles = [
    first("og:title"),
    asText(article?.headline),
    first("twitter:title"),
    scan.titleElement,
    asText(page?.name),
    first("dc.title", "dcterms.title", "parsely-title", "sailthru.title"),
  ];
  const known = titles.filter((title): title is string => title !== null && title !== "");
  return {
    canonicalUrl: canonical(scan, url) ?? null,
    title: known[0] ?? null,
    description:
      first("og:description", "description", "twitter:description", "dc.description") ?? asText(page?.description),
    byline:
      authorOf(article) ??
      first("author", "article:author", "parsely-author", "dc.creator", "sailthru.author", "byl")?.replace(
        /^https?:.*$/,
        "",
      ) ??
      null,
    siteName: first("og:site_name", "application-name") ?? nameOf(page?.publisher),
    language: languageOf(
      scan.language ?? first("content-language", "og:locale", "dc.language") ?? asText(page?.inLanguage),
    ),
    publishedAt:
      stated(
        [
          "article:published_time",
          "og:article:published_time",
          "datepublished",
          "dc.date",
          "dc.date.issued",
          "dcterms.created",
          "date",
          "pubdate",
          "publish-date",
          "sailthru.date",
          "parsely-pub-date",
        ],
        ["datePublished", "datePosted", "dateCreated", "uploadDate"],
        /\bdatePublished\b/,
      ) ?? timeBesideTitle(scan, known),
    modifiedAt: stated(
      ["article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified"],
      ["dateModified"],
      /\bdateModified\b/,
    ),
    openGraph,
    titles: [...new Set(known)],
  };
}

function canonical(scan: PageScan, url: string): string | null {
  for (const attributes of scan.linkElements)
    if (/(?:^|\s)canonical(?:\s|$)/i.test(attributes.rel ?? "") && attributes.href)
      return absoluteUrl(attributes.href, url);
  return null;
}

/** The date of a `time` (or other) element that says which date it is. */
function statedInTime(scan: PageScan, prop: RegExp): string | null {
  for (const { attributes } of scan.elements) {
    const isWanted =
      prop.test(attributes.itemprop ?? "") || (attributes.pubdate !== undefined && prop.test("datePublished"));
    if (!isWanted) continue;
    const date = statedDate(attributes.datetime ?? attributes.content);
    if (date) return date;
  }
  return null;
}

/** Elements between a title and the time that is told with it; further on, times belong to other things. */
const nearTitle = 24;

/** The only `time` right before or after the heading that is the page's title: when it was published, on pages that say it to people only. */
function timeBesideTitle(scan: PageScan, titles: readonly string[]): string | null {
  const heading = findTitleHeading(scan, titles);
  const at = heading?.tag === "h1" ? scan.elements.indexOf(heading) : -1;
  if (at < 0) return null;
  const isHeading = ({ tag }: { tag: string }) => /^h[1-6]$/.test(tag);
  const after = scan.elements.slice(at + 1, at + nearTitle);
  const end = after.findIndex(isHeading);
  const near = [
    ...scan.elements.slice(Math.max(0, at - nearTitle / 2), at),
    ...(end < 0 ? after : after.slice(0, end)),
  ];
  const dates = near.flatMap(({ tag, attributes }) => (tag === "time" ? (statedDate(attributes.datetime) ?? []) : []));
  return new Set(dates).size === 1 ? (dates[0] ?? null) : null;
}

function authorOf(article: Record<string, unknown> | null): string | null {
  const author = article?.author ?? article?.creator;
  const names = (Array.isArray(author) ? author : [author]).map(nameOf).filter((name) => name !== null && name !== "");
  return names.length > 0 ? names.slice(0, 10).join(", ") : null;
}

function nameOf(value: unknown): string | null {
  if (typeof value === "string") return asText(value);
  if (typeof value === "object" && value !== null && "name" in value) return asText(value.name);
  return null;
}

function asText(value: unknown): string | null {
  return typeof value === "string" ? fold(value).slice(0, 5_000) || null : null;
}

function languageOf(value: string | null): string | null {
  const tag = value?.trim().toLowerCase().replaceAll("_", "-") ?? "";
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/.test(tag) ? tag : null;
}
