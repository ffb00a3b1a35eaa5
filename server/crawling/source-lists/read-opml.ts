import { childrenOf, readXml, type XmlNode } from "../xml";
import type { WrittenEntry } from "./collect-entries";

/** The outlines that lead somewhere (opml.org): feeds, pages and links; those around them are their tags. */
export function* readOpml(text: string): Generator<WrittenEntry> {
  const waiting: { node: XmlNode; tags: string[] }[] = [{ node: readXml(text, "").root, tags: [] }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, tags } = next;
    const { xmlurl, htmlurl, url, type, text: label, title, category, kind, every } = node.attributes;
    const address = xmlurl ?? htmlurl ?? url;
    const name = title || label;
    const isOutline = node.name === "outline";
    if (isOutline && address !== undefined) {
      const own = (category ?? "").split(",").flatMap((path) => path.split("/").filter(Boolean));
      const isFeed = xmlurl !== undefined || /^(rss|atom|feed)$/i.test(type ?? "");
      yield {
        line: node.line,
        url: address,
        title: name,
        tags: [...tags, ...own],
        kind: kind ?? (isFeed ? "feed" : undefined),
        every,
      };
    }
    const inner = isOutline && address === undefined && name ? [...tags, name] : tags;
    for (const child of childrenOf(node).reverse()) waiting.push({ node: child, tags: inner });
  }
}
