import { isSameSite } from "@/lib/canonical-url";
import type { PageContent } from "@/server/crawling/extraction";
import { isRandom, withoutParameters } from "./same-address";

/** Names by which links say where a reader came from; with the page's own word, they are no part of its address. */
const cameFrom = /^(?:ref|ref_?src|referr?er|source|src|from|via|origin|campaign|cmp|cid|medium|position|pos|rid)$/i;

/** Names by which links say in which language they want a page: its own, when that is what it has anyway. */
const asksLanguage = /^(?:hs)?(?:lang|language|locale|hl|lng|sprache|langue|idioma)$/i;

/** What the page at another address must have in common with this one to be the same. */
export type Likeness = "none" | "nearly" | "wholly";

/**
 * The address that a page gives as its own, by its canonical link or by Open Graph, when it was met by another. How alike the two pages must be before
 * the word is believed: not at all where what was left out only tells where its reader came from; nearly (beside what is drawn anew at each visit) where the
 * page lies in another folder or was met with parameters that say nothing; wholly where a number may have been left out, since many call the first page of
 * a list the address of all of them. Of a page that gives no address the one without where its reader came from is tried.
 */
export function ownAddress(
  url: string,
  {
    canonicalUrl,
    structured,
    language = null,
  }: Pick<PageContent, "canonicalUrl" | "structured"> & { language?: string | null },
): { url: string; mustBe: Likeness } | null {
  const asked = URL.parse(url);
  if (!asked) return null;
  if (canonicalUrl === null && structured.openGraph["og:url"] === undefined) return withoutOrigin(asked, language);
  for (const [at, written] of [canonicalUrl, structured.openGraph["og:url"]].entries()) {
    const own = written ? URL.parse(written, url) : null;
    if (!own || !isSameSite(own.href, url)) continue;
    own.hash = "";
    const isElsewhere = own.pathname !== asked.pathname;
    if (isElsewhere && (at > 0 || own.pathname === "/")) continue;
    const kept = new Map(own.searchParams);
    const left = [...asked.searchParams].filter(([name, value]) => kept.get(name) !== value);
    const isShorter = [...kept].every(([name, value]) => asked.searchParams.get(name) === value);
    if (!isShorter || (left.length === 0 && !isElsewhere)) continue;
    return { url: own.href, mustBe: isElsewhere ? inFolders(asked.pathname, own.pathname) : likenessFor(left) };
  }
  return null;
}

/** Names by which links carry the number of a visit; under any other a random value may name one thing of many. */
const namesVisit =
  /^(?:\w|sid|uid|sess(?:ion)?(?:_?id)?|visit(?:or)?(?:_?id)?|tok(?:en)?|tk|nonce|cb|cache|rnd|rand(?:om)?|ts)$/i;

/**
 * A page that says nothing of its address is, without what tells where its reader came from, that it is wanted in its language, or what looks like the number
 * of a visit, the same page if it says nearly the same there.
 */
function withoutOrigin(asked: URL, language: string | null): { url: string; mustBe: Likeness } | null {
  const primary = (tag: string) => tag.toLowerCase().split(/[-_]/)[0];
  const names = [...asked.searchParams].flatMap(([name, value]) =>
    cameFrom.test(name) ||
    (isRandom(value) && namesVisit.test(name)) ||
    (language && asksLanguage.test(name) && primary(value) === primary(language))
      ? [name]
      : [],
  );
  if (names.length === 0) return null;
  return { url: withoutParameters(asked.href, new Set(names)), mustBe: "nearly" };
}

/** The address without all that may tell where its reader came from or in which language it is wanted: what a link to a known page may be without. */
export function bareAddress(address: string): string {
  const names = [...(URL.parse(address)?.searchParams.keys() ?? [])].filter(
    (name) => cameFrom.test(name) || asksLanguage.test(name),
  );
  return withoutParameters(address, new Set(names));
}

/** `/reports/page/2` may call `/reports` its own. */
function inFolders(asked: string, own: string): Likeness {
  const others = new Set(own.split("/"));
  const left = asked.split("/").filter((part) => !others.has(part));
  return left.some((part) => /^\D{0,6}\d+$/.test(part)) ? "wholly" : "nearly";
}

function likenessFor(left: readonly [string, string][]): Likeness {
  if (left.every(([name]) => cameFrom.test(name))) return "none";
  return left.some(([, value]) => /^\d+$/.test(value)) ? "wholly" : "nearly";
}
