import type { FetchedPage } from "@/server/crawling/fetching";
import { findJsonListing } from "@/server/crawling/listings";

const element = /<(?:a|article|div|h[1-6]|li|p|section|tr)\b[^<>]{0,400}>/i;
const saysNext = /next|more|suivant|suite|weiter|nachste|nächste|folge|siguiente|proxim|prossim|volgende/i;
const mostValues = 2_000;

/**
 * A part of a list that a script would put into the page comes as markup within JSON, with the address of the part after it beside. As the page that
 * it stands for; the page itself when it is nothing of the kind.
 */
export function withMarkupOfJson(page: FetchedPage): FetchedPage {
  if (!/json/.test(page.mime)) return page;
  const written = page.text ?? page.body.toString("utf8");
  const json = parse(written);
  const strings = stringsOf(json);
  const markup = strings.map(({ value }) => value).filter((value) => element.test(value) && /<\/\w+>/.test(value));
  // What is mostly data is read as that, also where one of its values is a formatted text.
  const length = markup.reduce((sum, value) => sum + value.length, 0);
  if (markup.length === 0 || length < written.length * 0.6 || findJsonListing(json, page.finalUrl)) return page;
  const links = strings.flatMap(({ key, value }) => linkOf(key, value, page.finalUrl) ?? []);
  const text = `<!DOCTYPE html><html><body>${markup.join("\n")}${links.join("")}</body></html>`;
  return { ...page, mime: "text/html", charset: "utf-8", text, body: Buffer.from(text, "utf8") };
}

function linkOf(key: string, value: string, base: string): string | null {
  if (!/^(?:https?:\/\/|\/|\?)\S{1,1000}$/.test(value) || !URL.canParse(value, base)) return null;
  const { href } = new URL(value, base);
  const address = href.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  return saysNext.test(key) ? `<a rel="next" href="${address}"></a>` : `<a href="${address}"></a>`;
}

function parse(written: string): unknown {
  try {
    return JSON.parse(written.replace(/^\uFEFF/, ""));
  } catch {
    return null;
  }
}

function stringsOf(json: unknown): { key: string; value: string }[] {
  const found: { key: string; value: string }[] = [];
  const waiting: [key: string, value: unknown][] = [["", json]];
  for (let at = waiting.shift(); at && found.length < mostValues; at = waiting.shift()) {
    const [key, value] = at;
    if (typeof value === "string") found.push({ key, value });
    else if (value && typeof value === "object") waiting.push(...Object.entries(value).slice(0, mostValues));
  }
  return found;
}
