import { Parser } from "htmlparser2";
import { isRoute } from "@/lib/canonical-url";
import { openParts } from "@/lib/open-parts";

/** What detection looks at in a page; everything as the page states it, addresses absolute. */
export interface ScannedPage {
  title: string;
  /** Headings of the first two levels. */
  headings: string[];
  /** Visible words, one line. */
  text: string;
  links: { url: string; text: string }[];
  /** `link rel=alternate`, with their types in lower case. */
  alternates: { url: string; type: string; title: string }[];
  /** What the page loads into itself: frames and scripts. */
  embeds: string[];
  /** The pages that it shows in frames. */
  frames: string[];
  /** Types that the page's JSON-LD names. */
  jsonLdTypes: Set<string>;
  /** Whether the page says that it is one article (Open Graph), and no list of them. */
  isArticle: boolean;
}

const silent = new Set(["script", "style", "noscript", "template", "svg"]);
const mostLinks = 5000;
const mostText = 300_000;

export function scanPage(markup: string, url: string): ScannedPage {
  const html = openParts(markup);
  const page: ScannedPage = {
    title: "",
    headings: [],
    text: "",
    links: [],
    alternates: [],
    embeds: [],
    frames: [],
    jsonLdTypes: new Set(),
    isArticle: false,
  };
  let base = url;
  let hidden = 0;
  let depth = 0;
  let inTitle = false;
  let heading: string | null = null;
  let link: { url: string; text: string } | null = null;
  let jsonLd: string | null = null;
  const resolve = (address: string | undefined) => {
    const found = address ? URL.parse(address.trim(), base) : null;
    if (!found || !/^https?:$/.test(found.protocol)) return null;
    if (!isRoute(found.hash)) found.hash = "";
    return found.href;
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      depth++;
      if (silent.has(name)) hidden++;
      if (name === "base") base = resolve(attributes.href) ?? base;
      if (name === "title" && page.title === "" && hidden === 0) inTitle = true;
      if (name === "h1" || name === "h2") heading = "";
      if (name === "a") {
        const address = resolve(attributes.href);
        link = address && page.links.length < mostLinks ? { url: address, text: attributes["aria-label"] ?? "" } : null;
      }
      if (name === "link" && /(^|\s)alternate(\s|$)/i.test(attributes.rel ?? "")) {
        const address = resolve(attributes.href);
        const type = (attributes.type ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
        if (address && type && page.alternates.length < 100)
          page.alternates.push({ url: address, type, title: attributes.title ?? "" });
      }
      if (name === "meta" && /^og:type$/i.test(attributes.property ?? attributes.name ?? ""))
        page.isArticle = /^(article|news)/i.test((attributes.content ?? "").trim());
      if (name === "script" && /ld\+json/i.test(attributes.type ?? "")) jsonLd = "";
      if (name === "iframe" || name === "frame" || name === "script") {
        const address = resolve(attributes.src);
        if (address && page.embeds.length < 500) page.embeds.push(address);
        if (address && name !== "script" && page.frames.length < 50) page.frames.push(address);
      }
      if (page.text.length < mostText) page.text += " ";
    },
    onclosetag(name) {
      depth--;
      if (silent.has(name)) hidden = Math.max(0, hidden - 1);
      if (name === "title") inTitle = false;
      if (heading !== null && /^h[12]$/.test(name)) {
        if (page.headings.length < 200) page.headings.push(tidy(heading));
        heading = null;
      }
      if (name === "a" && link) {
        page.links.push({ url: link.url, text: tidy(link.text) });
        link = null;
      }
      if (name === "script" && jsonLd !== null) {
        for (const [, type = ""] of jsonLd.matchAll(/"@type"\s{0,5}:\s{0,5}\[?\s{0,5}"([A-Za-z]{2,40})"/g))
          page.jsonLdTypes.add(type);
        jsonLd = null;
      }
    },
    ontext(part) {
      if (jsonLd !== null) jsonLd += part;
      if (hidden > 0) return;
      if (inTitle) {
        page.title += part;
        return;
      }
      if (heading !== null) heading += part;
      if (link && link.text.length < 500) link.text += part;
      if (page.text.length < mostText) page.text += part;
    },
  });
  // In pieces, and no deeper than pages are: every end is looked for among all that is open.
  for (let start = 0; start < html.length && depth < 2000; start += 16_384)
    parser.write(html.slice(start, start + 16_384));
  parser.end();
  page.title = tidy(page.title);
  page.text = tidy(page.text);
  return page;
}

function tidy(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
