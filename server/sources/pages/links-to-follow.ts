import { isSameSite } from "@/lib/canonical-url";
import type { FrontierKind, SourceKind } from "@/lib/vocabulary/sources";
import type { ListedPaper } from "@/server/crawling/listings";
import { entryHash, type FoundUrl } from "../runs/frontier";
import type { PageAnalysis } from "./analyse-page";
import { besideOpenings } from "./beside-openings";
import { entryParts } from "./entry-parts";
import { isReordered, namesOfThings, visitParameters, withoutVisit } from "./same-address";

const fileEnding = /\.(pdf|docx?|xlsx?|pptx?|csv|zip|odt|ods|rtf|txt|eml)$/i;
const otherEnding =
  /\.(jpe?g|png|gif|webp|svg|ico|css|js|mjs|mp[34]|avi|mov|webm|woff2?|ttf|exe|dmg|apk|iso|gz|tgz|bz2|7z|rar|ics|vcf)$/i;
/** Files for machines that say what the pages say: no page and no paper of theirs. */
const forMachines = /(?:\.(?:rss|atom)|\/(?:rss|atom|feed|index|sitemap[\w-]{0,40})\.xml|\/feed\.json)$/i;
/** Kinds whose entries are notices, each of which is told as an opportunity. */
export const kindsOfNotices: readonly SourceKind[] = ["portal", "ocds", "sam", "ted"];

/** Kinds whose pages are found through entries of a listing rather than by walking a site. */
export const kindsOfEntries: readonly SourceKind[] = [...kindsOfNotices, "news", "filings", "reviews", "jobs", "feed"];

/** Kinds whose page is watched for what it lists, so that a list that cannot be read is a fault. */
export const kindsThatList: readonly SourceKind[] = [...kindsOfEntries, "pricing"];

export interface ReadPage {
  url: string;
  kind: FrontierKind;
  depth: number;
}

type Openings = NonNullable<PageAnalysis["listing"]>["records"];
type LeadingAnalysis = Pick<PageAnalysis, "content" | "listing" | "nextPage" | "search" | "tabs"> &
  Partial<Pick<PageAnalysis, "postedTabs">>;

/**
 * Where a run goes from a page that it has read. A listing leads to its entries and to its further pages and parts, an entry to its files and to
 * the pages that belong to it, a site to its own pages. Never to another site, but for the entries of a feed and the files of an entry.
 */
export function linksToFollow(
  page: ReadPage,
  analysis: LeadingAnalysis,
  source: { kind: SourceKind; maxDepth: number },
): FoundUrl[] {
  const own = analysis.content.links.filter(({ url }) => isSameSite(url, page.url)).map(({ url }) => url);
  const visit = visitParameters(own);
  const found = leadsOf(page, analysis, source).map((one) => ({ ...one, url: withoutVisit(one.url, visit) }));
  const known = new Set([page.url, ...own].map((url) => withoutVisit(url, visit)));
  // An entry's own page leads to nothing but what belongs to it, whatever the part is called by in its address.
  if (page.kind === "page" && source.kind === "portal") return found;
  const things = namesOfThings([...known, ...found.map(({ url }) => url)]);
  return found.filter(({ url, kind, form }) => kind === "listing" || form || !isReordered(url, known, things));
}

function leadsOf(
  page: ReadPage,
  analysis: LeadingAnalysis,
  source: { kind: SourceKind; maxDepth: number },
): FoundUrl[] {
  const isListing = page.kind === "root" || page.kind === "listing";
  const found: FoundUrl[] = [];
  const deeper = page.depth + 1;
  // A further page is as deep as the first: depth counts steps away from the listing.
  if (isListing) found.push(...furtherPages(page, analysis.nextPage));
  if (page.kind === "root" && kindsOfEntries.includes(source.kind)) {
    found.push(...searched(page, analysis.search));
    found.push(...analysis.tabs.map((url) => ({ url, kind: "listing" as const, depth: page.depth })));
    for (const { action, fields } of analysis.postedTabs ?? [])
      found.push({ url: action, form: fields, asked: withoutState(fields), kind: "listing", depth: page.depth });
  }
  found.push(...framesOf(page, analysis.content.links, source));
  if (deeper > source.maxDepth) return found;
  if (isListing && analysis.listing && kindsOfEntries.includes(source.kind)) {
    for (const { url, opens, title, papers } of analysis.listing.records) {
      for (const paper of papers ?? []) found.push({ ...paperAt(paper, title), depth: deeper });
      if (opens && !url && isSameSite(opens.action, page.url))
        found.push({
          url: opens.action,
          form: opens.fields,
          hash: entryHash(title),
          title,
          kind: "page",
          depth: deeper,
        });
      if (url && mayBePage(url) && isSameSite(url, page.url)) found.push({ url, kind: kindOf(url), depth: deeper });
    }
    if (source.kind === "jobs") found.push(...besideTheBoard(page, analysis.content.links, analysis.listing.records));
    return found;
  }
  const isEntry = page.kind === "page" && kindsOfEntries.includes(source.kind);
  if (isEntry && source.kind === "portal") found.push(...partsOf(page, analysis.content.links, deeper));
  for (const link of analysis.content.links) {
    if (link.isFrame) continue;
    if (isFile(link.url) || (isEntry && seemsFile(link))) {
      // The documents of an entry often stand beside its text; on a site only what is part of the text is taken.
      if (link.inMain || isEntry)
        found.push({ url: link.url, title: fileTitle(link, analysis.content.title), kind: "file", depth: deeper });
    } else if (isEntry) {
      // An entry's other links lead back to the listing or away.
    } else if (isSameSite(link.url, page.url) && mayBePage(link.url) && !/\bnofollow\b/.test(link.rel)) {
      found.push({ url: link.url, kind: "page", depth: deeper });
    }
  }
  return found.filter(({ url }) => !looksLikeTrap(url));
}

/** What a page shows in a frame belongs to it, one step beyond the last that is walked: a list of openings, or the text of the entry that it frames. */
function framesOf(
  page: ReadPage,
  links: PageAnalysis["content"]["links"],
  source: { kind: SourceKind; maxDepth: number },
): FoundUrl[] {
  if (page.depth > source.maxDepth) return [];
  const isOfList = page.kind === "root" && kindsOfEntries.includes(source.kind);
  return links
    .filter(({ url, isFrame }) => isFrame && isSameSite(url, page.url) && mayBePage(url) && !looksLikeTrap(url))
    .map(({ url }): FoundUrl => {
      if (isFile(url)) return { url, kind: "file", depth: page.depth + 1 };
      return isOfList ? { url, kind: "listing", depth: page.depth } : { url, kind: "page", depth: page.depth + 1 };
    });
}

/** Pages of an entry on which its papers stand, when they stand apart from it. */
function partsOf(page: ReadPage, links: PageAnalysis["content"]["links"], depth: number): FoundUrl[] {
  const pages = links.filter((link) => !link.isFrame && mayBePage(link.url) && !isFile(link.url) && !seemsFile(link));
  return entryParts(page.url, pages).map((url) => ({ url, kind: "page", depth }));
}

/** A list of some of the openings is as deep as that of all of them. */
function besideTheBoard(page: ReadPage, links: PageAnalysis["content"]["links"], openings: Openings): FoundUrl[] {
  return besideOpenings(page.url, links, openings).flatMap(({ url, kind }): FoundUrl[] => {
    if (isFile(url) || !mayBePage(url)) return [];
    // Groups stand on each of its further pages, too, and on their own.
    if (kind === "listing") return page.kind === "root" ? [{ url, kind, depth: page.depth }] : [];
    return [{ url, kind, depth: page.depth + 1 }];
  });
}

/** Many files of a portal have the same name: which tender a file belongs to is part of its title. */
function fileTitle(link: { url: string; text: string }, pageTitle: string | null): string {
  const name = link.text.trim() || decodeURIComponentSafely(pathOf(link.url).split("/").at(-1) ?? "");
  return pageTitle ? `${name} · ${pageTitle}` : name;
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function furtherPages(page: ReadPage, next: PageAnalysis["nextPage"]): FoundUrl[] {
  if (!next || next.kind === "scroll" || next.kind === "turn") return [];
  const at = { kind: "listing" as const, depth: page.depth };
  if (next.kind === "form") {
    if (!isSameSite(next.action, page.url)) return [];
    if (next.method === "post") return [{ url: next.action, form: next.fields, ...at }];
    const url = new URL(next.action);
    url.search = new URLSearchParams(next.fields).toString();
    return [{ url: url.href, ...at }];
  }
  return next.url && isSameSite(next.url, page.url) ? [{ url: next.url, ...at }] : [];
}

/** What the page's search finds, as further pages of its listing. */
function searched(page: ReadPage, search: PageAnalysis["search"]): FoundUrl[] {
  const sends = search?.sends ?? [];
  return sends.flatMap((one) =>
    furtherPages(page, { kind: "form", ...one }).map((found) => (found.form ? { ...found, asked: one.asked } : found)),
  );
}

/** What a server writes into a form for itself is another at each visit, and names no part of a list. */
function withoutState(fields: Record<string, string>): Record<string, string> {
  const isState = ([name, value]: [string, string]) =>
    /viewstate|validation|token|csrf|nonce|session/i.test(name) || value.length > 200;
  return Object.fromEntries(Object.entries(fields).filter((field) => !isState(field)));
}

/** What an entry offers where its list shows it. */
function paperAt({ url, text }: ListedPaper, title: string): Omit<FoundUrl, "depth"> {
  return { url, title: fileTitle({ url, text }, title), kind: "file" };
}

function kindOf(url: string): FrontierKind {
  return isFile(url) ? "file" : "page";
}

const fileEndings = "pdf|docx?|xlsx?|pptx?|csv|txt|zip|7z|odt|ods|rtf|p7m|dwg|tiff?";
const namedInQuery = new RegExp(`[=/][^=&]{1,200}\\.(?:${fileEndings})(?:$|&)`, "i");
const namedInText = new RegExp(
  `\\.(?:${fileEndings})\\b|\\((?:[^()]{0,40}[\\s,·])?(?:${fileEndings})(?:[\\s,;·–-][^()]{0,40})?\\)\\s*$`,
  "i",
);
const downloads =
  /(?:^|[/_.-])(?:downloads?|download-?(?:file|document|attachment)|attachments?|get-?(?:file|document|attachment)|file-?download|doc-?download|telechargement|telecharger|descargar?|scarica|herunterladen)(?:$|[/_.-])/i;

const folders = /(?:^|[/_.-])(?:file|document|attachment|dokument|anlage)s?(?:$|[/_.-])/i;
const numbers = /[?&](?:file|doc|document|attachment|blob)[_-]?id=/i;

/** A file whose address does not end like one: told by what the page says of it, by its name elsewhere, or by an address that hands out files. */
function seemsFile({ url, text, isDownload, inMain }: PageAnalysis["content"]["links"][number]): boolean {
  const { pathname, search } = new URL(url);
  if (otherEnding.test(pathname) || /\.[xs]?html?$/i.test(pathname)) return false;
  if (isDownload || namedInQuery.test(search) || namedInText.test(text)) return true;
  return inMain && (downloads.test(pathname) || (folders.test(pathname) && numbers.test(search)));
}

export function isFile(url: string): boolean {
  return fileEnding.test(pathOf(url));
}

function mayBePage(url: string): boolean {
  return !otherEnding.test(pathOf(url)) && !forMachines.test(pathOf(url));
}

function pathOf(url: string): string {
  return URL.parse(url)?.pathname ?? "";
}

/** Addresses that grow for ever: very long, very deep, or going round in a circle. */
export function looksLikeTrap(url: string): boolean {
  if (url.length > 1_500) return true;
  const segments = pathOf(url).split("/").filter(Boolean);
  if (segments.length > 16) return true;
  const counts = new Map<string, number>();
  for (const segment of segments) counts.set(segment, (counts.get(segment) ?? 0) + 1);
  return Math.max(0, ...counts.values()) > 3;
}
