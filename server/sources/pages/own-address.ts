import { isSameSite } from "@/lib/canonical-url";
import type { PageContent } from "@/server/crawling/extraction";

/** Names by which links say where a reader came from; with the page's own word, they are no part of its address. */
const cameFrom = /^(?:ref|ref_?src|referr?er|source|src|from|via|origin|campaign|cmp|cid|medium|position|pos|rid)$/i;

/**
 * The address without some of its parameters, when the page says that this is its own: by its canonical link or by Open Graph. `isSure`: what was
 * left out only tells where its reader came from. Otherwise the word of the page is not enough, since many call the first page of a list the address of
 * all of them: both must say the same.
 */
export function ownAddress(
  url: string,
  { canonicalUrl, structured }: Pick<PageContent, "canonicalUrl" | "structured">,
): { url: string; isSure: boolean } | null {
  const asked = URL.parse(url);
  if (!asked || asked.searchParams.size === 0) return null;
  for (const written of [canonicalUrl, structured.openGraph["og:url"]]) {
    const own = written ? URL.parse(written, url) : null;
    if (!own || !isSameSite(own.href, url) || own.pathname !== asked.pathname) continue;
    const kept = new Map(own.searchParams);
    const left = [...asked.searchParams].filter(([name, value]) => kept.get(name) !== value).map(([name]) => name);
    const isShorter = left.length > 0 && [...kept].every(([name, value]) => asked.searchParams.get(name) === value);
    if (!isShorter) continue;
    own.hash = "";
    return { url: own.href, isSure: left.every((name) => cameFrom.test(name)) };
  }
  return null;
}
