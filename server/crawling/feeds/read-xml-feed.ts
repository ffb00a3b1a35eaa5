import { attributeOf, childrenOf, namespaceOf, readXml, textOf, type XmlNode } from "../xml";
import { UnreadableFeedError } from "./errors";
import { type Feed, type FeedItem, mostItems } from "./feed";
import { htmlToText, singleLine } from "./html-to-text";
import { readDate } from "./read-date";
import { readText } from "./text-construct";

const roots: Record<string, Feed["format"]> = { rss: "rss", rdf: "rdf", feed: "atom", channel: "cdf", entry: "atom" };

/**
 * RSS 0.9x to 2.0, RSS 1.0, Atom 0.3 and 1.0 and CDF by one set of rules: feeds mix each other's elements, and what a name means is told
 * by its namespace, not by the format. `base` is the address that relative ones are resolved against.
 */
export function readXmlFeed(text: string, base: string): Feed {
  const { root: document, isCut } = readXml(text, base);
  const root = findRoot(document);
  const format = roots[root.name] ?? "rss";
  const isCore = coreTest(root);
  const channel = root.name === "rss" || root.name === "rdf" ? (first(root, "channel", isCore) ?? root) : root;
  const containers = channel === root ? [root] : [channel, ...childrenOf(root).filter((node) => node !== channel)];
  const found: XmlNode[] = root.name === "entry" ? [root] : [];
  for (const container of containers) {
    if (isItem(container, isCore)) found.push(container);
    // RSS 1.0 keeps its items beside the channel, some feeds in a second channel or in a list of their own.
    else if (container === channel || /^(channel|items)$/.test(container.name))
      for (const node of childrenOf(container)) if (isItem(node, isCore)) found.push(node);
  }
  // Items that nobody closes stand in each other. The list grows while it is walked.
  for (const item of found) for (const node of childrenOf(item)) if (isItem(node, isCore)) found.push(node);
  const language =
    channel.attributes["xml:lang"] ?? root.attributes["xml:lang"] ?? textAt(channel, "language", anySpace);
  return {
    format,
    title: titleOf(channel, isCore),
    link: linkOf(channel, isCore),
    description:
      plain(channel, ["description", "subtitle", "tagline", "abstract", "info"], isCore) ??
      plain(channel, ["summary"], anySpace),
    language: language || null,
    updatedAt: dateOf(channel, ["updated", "lastbuilddate", "modified", "pubdate", "date", "lastmod", "issued"]),
    nextUrl: linkOf(channel, isCore, "next"),
    items: found.slice(0, mostItems).map((node) => readItem(node, isCore)),
    isCut: isCut || found.length > mostItems,
  };
}

/** Elements of the format itself: no namespace, a known one of feeds, or whatever the root was put in. */
type SpaceTest = (node: XmlNode) => boolean;
const anySpace: SpaceTest = () => true;

function coreTest(root: XmlNode): SpaceTest {
  const spaces = new Set(["", "rss", "atom", root.space]);
  if (root.name === "rdf") spaces.delete("rdf");
  return (node) => spaces.has(node.space);
}

function findRoot(document: XmlNode): XmlNode {
  const top = childrenOf(document);
  if (top.length === 0) throw new UnreadableFeedError(textOf(document).trim() === "" ? "empty" : "not_a_feed");
  if (top[0]?.name === "html" || top[0]?.name === "!doctype") throw new UnreadableFeedError("html");
  // Some servers wrap the feed, or put something before it.
  const nearby = [...top, ...top.flatMap(childrenOf)];
  const root = nearby.find((node) => Object.hasOwn(roots, node.name) && isFeedRoot(node));
  if (root) return root;
  throw new UnreadableFeedError(nearby.some((node) => /^(html|body|head)$/.test(node.name)) ? "html" : "not_a_feed");
}

/** RDF describes everything in the world, and "channel" is a common word. */
function isFeedRoot(node: XmlNode): boolean {
  if (node.name === "rdf") {
    const isOfFeeds = childrenOf(node).some((child) => /^(channel|item|items|image|textinput)$/.test(child.name));
    return isOfFeeds || Object.values(node.attributes).some((value) => namespaceOf(value) === "rss");
  }
  if (node.name === "entry") return node.space === "atom";
  return true;
}

function isItem(node: XmlNode, isCore: SpaceTest): boolean {
  return (node.name === "item" || node.name === "entry") && isCore(node);
}

function readItem(node: XmlNode, isCore: SpaceTest): FeedItem {
  const url = linkOf(node, isCore);
  const summary =
    readText(first(node, "summary", isCore)) ??
    readText(first(node, "description", isCore) ?? first(node, "abstract", isCore)) ??
    readText(first(node, "description", (child) => child.space === "dc" || child.space === "media"));
  const content =
    readText(first(node, "content", (child) => isCore(child) && attributeOf(child, "src") === null)) ??
    readText(first(node, "encoded", (child) => child.space === "content")) ??
    readText(first(node, "body", (child) => child.space === "xhtml")) ??
    readText(first(node, "fullitem", anySpace)) ??
    summary;
  const id = textAt(node, "guid", isCore) || textAt(node, "id", isCore) || attributeOf(node, "about");
  return {
    id: id || url,
    title: titleOf(node, isCore),
    url,
    text: content?.text ?? "",
    html: content?.html ?? null,
    base: node.base,
    summary: summary?.text || null,
    publishedAt: dateOf(node, ["published", "pubdate", "issued", "created", "date"]),
    updatedAt: dateOf(node, ["updated", "modified", "lastmod"]),
    authors: authorsOf(node),
    categories: categoriesOf(node),
    enclosures: enclosuresOf(node),
  };
}

function titleOf(node: XmlNode, isCore: SpaceTest): string | null {
  const found =
    first(node, "title", isCore) ??
    first(node, "title", (child) => child.space === "dc") ??
    first(node, "title", (child) => child.space === "itunes" || child.space === "media");
  // CDF also writes it as an attribute.
  return readText(found)?.text || singleLine(node.attributes.title ?? "") || null;
}

function plain(node: XmlNode, names: string[], isCore: SpaceTest): string | null {
  for (const name of names) {
    const text = readText(first(node, name, isCore))?.text;
    if (text) return text;
  }
  return null;
}

/** The page of a feed or an item: its alternate link, the link's text, a guid that is an address, CDF's attribute, RDF's name. */
function linkOf(node: XmlNode, isCore: SpaceTest, relation = "alternate"): string | null {
  const links = childrenOf(node).filter((child) => child.name === "link" && (isCore(child) || child.space === "atom"));
  for (const link of links) {
    const href = attributeOf(link, "href");
    const rel = (attributeOf(link, "rel") ?? "alternate").trim().toLowerCase();
    const url = href !== null && rel.replace(/^.*\//, "") === relation ? resolve(href, link.base) : null;
    if (url) return url;
  }
  if (relation !== "alternate") return null;
  for (const link of links) {
    const isOther = (attributeOf(link, "rel") ?? "alternate") !== "alternate";
    const url = attributeOf(link, "href") === null && !isOther ? resolve(textOf(link), link.base) : null;
    if (url) return url;
  }
  const guid = first(node, "guid", isCore);
  const isPermanent = guid && attributeOf(guid, "ispermalink")?.trim().toLowerCase() !== "false";
  // Relative guids are names, not addresses.
  if (guid && isPermanent && /^\s*https?:/i.test(textOf(guid))) return resolve(textOf(guid), guid.base);
  const anchor = first(node, "a", isCore);
  const stated = node.attributes.href ?? (anchor && attributeOf(anchor, "href"));
  if (stated) return resolve(stated, node.base);
  const about = node.name === "item" ? attributeOf(node, "about") : null;
  return about && /^https?:/i.test(about) ? resolve(about, node.base) : null;
}

/** A web address, absolute: as written when it was absolute already. Null for what is none. */
function resolve(written: string, base: string): string | null {
  const address = written.trim().replace(/[\t\r\n]+/g, "");
  if (address === "") return null;
  const url = URL.parse(address, base || undefined);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  return URL.canParse(address) ? address : url.href;
}

function dateOf(node: XmlNode, names: string[]): string | null {
  for (const name of names) {
    const written = childrenOf(node).filter((child) => child.name === name && child.space !== "media");
    for (const child of written) {
      const date = readDate(textOf(child));
      if (date) return date;
    }
    const date = readDate(node.attributes[name]);
    if (date) return date;
  }
  return null;
}

function authorsOf(node: XmlNode): string[] {
  const names = childrenOf(node)
    .filter((child) => child.name === "author" || (child.name === "creator" && child.space === "dc"))
    .map((child) => {
      const name = childrenOf(child).find((part) => part.name === "name");
      return singleLine(htmlToText(textOf(name ?? child)));
    });
  return [...new Set(names.filter(Boolean))].slice(0, 50);
}

function categoriesOf(node: XmlNode): string[] {
  const words = childrenOf(node)
    .filter((child) => child.name === "category" || (child.name === "subject" && child.space === "dc"))
    .map((child) => singleLine(attributeOf(child, "label") ?? attributeOf(child, "term") ?? textOf(child)));
  return [...new Set(words.filter(Boolean))].slice(0, 100);
}

function enclosuresOf(node: XmlNode): FeedItem["enclosures"] {
  const found: FeedItem["enclosures"] = [];
  const children = childrenOf(node);
  const grouped = children.filter((child) => child.name === "group" && child.space === "media").flatMap(childrenOf);
  for (const child of [...children, ...grouped]) {
    const isLink = child.name === "link" && attributeOf(child, "rel")?.trim().toLowerCase() === "enclosure";
    const isMedia = child.space === "media" && child.name === "content";
    if (child.name !== "enclosure" && !isLink && !isMedia) continue;
    const url = resolve(attributeOf(child, isLink ? "href" : "url") ?? "", child.base);
    if (!url || found.some((other) => other.url === url) || found.length >= 100) continue;
    const bytes = attributeOf(child, "length") ?? attributeOf(child, "filesize") ?? "";
    found.push({ url, type: attributeOf(child, "type"), bytes: /^\d{1,15}$/.test(bytes) ? Number(bytes) : null });
  }
  return found;
}

function textAt(node: XmlNode, name: string, isCore: SpaceTest): string | null {
  const found = first(node, name, isCore);
  return found ? singleLine(textOf(found)) : null;
}

/** The first that says something; an empty one only where there is no other. */
function first(node: XmlNode, name: string, isCore: SpaceTest): XmlNode | undefined {
  const named = childrenOf(node).filter((child) => child.name === name && isCore(child));
  return named.find((child) => child.content.length > 0) ?? named[0];
}
