import { type Comparison, compareCaptures } from "@/server/evidence/changes";
import type { NewRecord } from "./record-records";

const mostEntries = 200;
const article = /<article id="([^"]*)">([\s\S]*?)<\/article>/g;

/**
 * The entries of a feed that have no page of their own (no link, or one that several share), as a page that says what they say; null where there are
 * none. What has a page is compared there.
 */
export function feedAsPage(records: readonly NewRecord[], title: string | null): string | null {
  const counts = new Map<string, number>();
  for (const { url } of records) if (url) counts.set(url, (counts.get(url) ?? 0) + 1);
  const isPageless = ({ url, rung }: NewRecord) => rung === "feed" && (url === null || (counts.get(url) ?? 0) > 1);
  const own = records.filter(isPageless).slice(0, mostEntries);
  if (own.length === 0) return null;
  const parts = [...new Map(own.map((record) => [record.key, record])).values()].map(
    ({ key, title, text }) =>
      `<article id="${escaped(key)}"><h2>${escaped(title)}</h2>${text
        .split("\n")
        .map((line) => `<p>${escaped(line)}</p>`)
        .join("")}</article>`,
  );
  return `<!doctype html><title>${escaped(title ?? "Feed")}</title><main>\n${parts.join("\n")}\n</main>`;
}

/** What entries say otherwise that both pages have: of new ones and of those that have left the feed nothing is said here. */
export function compareFeeds(before: string, after: string, url: string): Comparison {
  const [old, fresh] = [entriesIn(before), entriesIn(after)];
  const shared = [...fresh.keys()].filter((key) => old.has(key));
  const page = (entries: ReadonlyMap<string, string>) =>
    `<main><h1>Feed</h1>${shared.map((key) => entries.get(key) ?? "").join("")}</main>`;
  return compareCaptures({ html: page(old), url }, { html: page(fresh), url });
}

function entriesIn(html: string): Map<string, string> {
  return new Map([...html.matchAll(article)].map(([, key = "", inner = ""]) => [key, inner]));
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
