/** An element of a feed, a sitemap or a notice: names in lower case, namespaces by address and not by prefix. */
export interface XmlNode {
  /** Without prefix, lower case. */
  name: string;
  /** A short name of the well-known namespaces (`namespaces.ts`), the address of others, "" for none. */
  space: string;
  /** By name in lower case, as written with its prefix; values decoded. */
  attributes: Record<string, string>;
  /** Text (entities decoded) and elements in order. */
  content: (string | XmlNode)[];
  /** What addresses in here are relative to (xml:base); "" when nothing is known. */
  base: string;
  /** The line of the document on which it opens, from 1. */
  line: number;
}

export function attributeOf(node: XmlNode, name: string): string | null {
  if (Object.hasOwn(node.attributes, name)) return node.attributes[name] ?? null;
  for (const key in node.attributes) if (key.endsWith(`:${name}`)) return node.attributes[key] ?? null;
  return null;
}

export function childrenOf(node: XmlNode): XmlNode[] {
  return node.content.filter((part): part is XmlNode => typeof part !== "string");
}

/** All text inside, in order, as written: without markup, with its white space. */
export function textOf(node: XmlNode): string {
  const waiting: (string | XmlNode)[] = [node];
  let text = "";
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (typeof part === "string") text += part;
    else for (let index = part.content.length - 1; index >= 0; index--) waiting.push(part.content[index] ?? "");
  }
  return text;
}

/** What stands inside as markup again, for content that was written inline. */
export function markupOf(node: XmlNode): string {
  const waiting: { part: string | XmlNode; isMarkup?: boolean }[] = [...node.content]
    .reverse()
    .map((part) => ({ part }));
  let markup = "";
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { part, isMarkup } = next;
    if (typeof part === "string") {
      markup += isMarkup ? part : escapeMarkup(part);
      continue;
    }
    const attributes = Object.entries(part.attributes)
      .filter(([name]) => name !== "xmlns" && !name.startsWith("xmlns:") && !name.startsWith("xml:"))
      .map(([name, value]) => ` ${name}="${escapeMarkup(value)}"`);
    markup += `<${part.name}${attributes.join("")}>`;
    if (voidElements.has(part.name)) continue;
    waiting.push({ part: `</${part.name}>`, isMarkup: true });
    for (let index = part.content.length - 1; index >= 0; index--) waiting.push({ part: part.content[index] ?? "" });
  }
  return markup;
}

/** Every element below, in document order. */
export function* descendantsOf(node: XmlNode): Generator<XmlNode> {
  const waiting: XmlNode[] = [];
  // One by one: a call takes only so many arguments, and an element may have a million children.
  const add = (parent: XmlNode) => {
    for (const child of childrenOf(parent).reverse()) waiting.push(child);
  };
  add(node);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    add(next);
  }
}

const voidElements = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));

function escapeMarkup(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
