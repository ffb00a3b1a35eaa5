import { canonicalUrl } from "@/lib/canonical-url";
import { readPage } from "@/server/crawling/extraction";
import { sayNearlySame } from "./say-nearly-same";

/** What the number of a page is called, whoever else has a hand in the name ("5f2e_page"). */
const countsPages = /(?:^|[_-])(?:page|pages|paged|pg|p|page_?(?:no|num|number)|seite|pagina|página|sida)$/i;
/** What the number of a list's first entry is called. */
const countsEntries = /^(?:start|start_?(?:row|at|index)|offset|skip|from|first)$/i;
const numberedFolder = /\/(?:page|seite|pagina|página|sida)[/-]1(\/?)$/i;
/** How a link to the first page of a list is called: by its number, as the first, or as the one before. */
const leadsBack =
  /^\W*(?:(?:page|seite)?\s*1|first|previous|prev|newer|back|erste|vorherige|zurück|première?|précédente?|primera|anterior|prima|precedente|eerste|vorige)?(?!\p{L}|\d)/iu;

interface FirstPage {
  /** The address of the list itself. */
  url: string;
  /** That of its second page; null where the number cannot be that of another page. */
  second: string | null;
}

/** The list that an address with the number of a first page may be the first page of. */
export function firstPageOf(address: string): FirstPage | null {
  const url = URL.parse(address);
  if (!url) return null;
  for (const [name, value] of url.searchParams) {
    const isFirst = (value === "0" && (countsPages.test(name) || countsEntries.test(name))) || value === "1";
    if (!isFirst || (value === "1" && !countsPages.test(name))) continue;
    const [bare, second] = [new URL(url), new URL(url)];
    bare.searchParams.delete(name);
    second.searchParams.set(name, "2");
    return { url: bare.href, second: value === "1" ? second.href : null };
  }
  const folder = numberedFolder.exec(url.pathname);
  if (!folder) return null;
  const [bare, second] = [new URL(url), new URL(url)];
  bare.pathname = `${url.pathname.slice(0, folder.index)}${folder[1] || (folder.index === 0 ? "/" : "")}`;
  second.pathname = url.pathname.replace(/1(\/?)$/, "2$1");
  return { url: bare.href, second: second.href };
}

/**
 * Whether a page with the number 1 is the list's first and not, as where pages are counted from 0, its second: the list itself leads on to number 2, and
 * to number 1 by no word but that for the first. Beside that the two must say nearly the same.
 */
export function isFirstPage(page: { html: string; url: string }, second: string | null, list: typeof page): boolean {
  if (second !== null) {
    const to = (address: string) => canonicalUrl(address);
    const links = readPage(list.html, list.url, { isWhole: true }).links;
    const leadsOn = links.some((link) => to(link.url) === to(second));
    const isCalledFirst = links.every((link) => to(link.url) !== to(page.url) || leadsBack.test(link.text.trim()));
    if (!leadsOn || !isCalledFirst) return false;
  }
  return sayNearlySame(page, list);
}
