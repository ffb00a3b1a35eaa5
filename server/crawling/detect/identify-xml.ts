import { parseFeed, readDate, UnreadableFeedError } from "../feeds";
import { parseSitemap, type Sitemap, UnreadableSitemapError } from "../sitemaps";
import { childrenOf, descendantsOf, readXml, textOf, type XmlNode } from "../xml";
import { type Finding, previewOf } from "./detected-source";
import { feedFinding } from "./identify-json";

/** XML (and plain lists of addresses) that says itself what it is: feeds, sitemaps, notices of TED. Null for anything else. */
export function identifyXml(text: string, url: string): Finding | null {
  return identifyNotice(text, url) ?? identifyFeed(text, url) ?? identifySitemap(text, url);
}

/** eForms (UBL notices under the eForms namespaces), and the older TED exports. */
function identifyNotice(text: string, url: string): Finding | null {
  // Telling does not need the whole: notices of a hundred lots are large.
  if (!/ubl:schema:xsd|ted_export/i.test(text.slice(0, 20_000))) return null;
  const root = childrenOf(readXml(text, url).root)[0];
  if (!root) return null;
  const isNotice = root.name.endsWith("notice") && /ubl:schema:xsd|\/eforms-/.test(root.space);
  if (!isNotice && root.name !== "ted_export") return null;
  const project = childrenOf(root).find((node) => node.name === "procurementproject");
  const title = (project && childText(project, "name")) ?? firstText(root, ["title", "ti_text"]);
  const date = readDate(childText(root, "issuedate") ?? firstText(root, ["date_pub"]));
  return {
    kind: "ted",
    title,
    url,
    confidence: 0.97,
    reason: "It is a notice in the European Union's format for public tenders.",
    preview: previewOf([{ title: title ?? "Notice", url, date }]),
  };
}

function childText(node: XmlNode, name: string): string | null {
  const child = childrenOf(node).find((one) => one.name === name);
  return child ? textOf(child).replace(/\s+/g, " ").trim() || null : null;
}

function firstText(root: XmlNode, names: string[]): string | null {
  for (const node of descendantsOf(root))
    if (names.includes(node.name)) return textOf(node).replace(/\s+/g, " ").trim().slice(0, 300) || null;
  return null;
}

function identifyFeed(text: string, url: string): Finding | null {
  try {
    return feedFinding(parseFeed(text, { url }), url);
  } catch (error) {
    if (error instanceof UnreadableFeedError) return null;
    throw error;
  }
}

function identifySitemap(text: string, url: string): Finding | null {
  try {
    return sitemapFinding(parseSitemap(text, url), url);
  } catch (error) {
    if (error instanceof UnreadableSitemapError) return null;
    throw error;
  }
}

function sitemapFinding(sitemap: Sitemap, url: string): Finding {
  const what = sitemap.kind === "index" ? "sitemaps" : "pages";
  return {
    kind: "site",
    title: URL.parse(url)?.host ?? null,
    url,
    confidence: 0.95,
    reason: `It is a sitemap that names ${sitemap.entries.length} ${what}.`,
    preview: previewOf(
      sitemap.entries.map((entry) => ({ title: entry.url, url: entry.url, date: entry.lastModified })).slice(0, 100),
      sitemap.entries.length,
    ),
  };
}
