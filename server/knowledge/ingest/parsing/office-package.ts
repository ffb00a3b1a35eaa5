import { type ChildNode, type Element, isTag, isText } from "domhandler";
import { parseDocument } from "htmlparser2";
import { decodeText } from "./decode-text";
import { damaged } from "./errors";
import type { ParseLimits } from "./limits";
import { openZip, type ZipEntry } from "./zip-reader";

/**
 * Parts of an Office Open XML file by name. XML is read with an HTML tokenizer in XML mode, which knows no document type and
 * resolves no entities beyond the five of XML: external entities and entity bombs have nothing to act on. Names are compared without
 * prefix, so that the strict and the transitional namespaces read alike.
 */
export class OfficePackage {
  private readonly parts = new Map<string, ZipEntry>();

  private constructor(
    entries: ZipEntry[],
    private readonly what: string,
  ) {
    for (const entry of entries) this.parts.set(entry.path.replace(/^\/+/, "").toLowerCase(), entry);
  }

  /** `what` is what people call the file, for what is wrong with it. */
  static async open(bytes: Uint8Array, limits: ParseLimits, what: string): Promise<OfficePackage> {
    return new OfficePackage(await openZip(bytes, limits, what), what);
  }

  has(path: string): boolean {
    return this.parts.has(path.toLowerCase());
  }

  paths(): string[] {
    return [...this.parts.keys()];
  }

  async text(path: string): Promise<string | null> {
    const part = this.parts.get(path.replace(/^\/+/, "").toLowerCase());
    return part ? decodeText(await part.read()) : null;
  }

  async xml(path: string): Promise<Element | null> {
    const text = await this.text(path);
    return text === null ? null : parseXml(text);
  }

  async requireXml(path: string): Promise<Element> {
    const root = await this.xml(path);
    if (!root) throw damaged(this.what);
    return root;
  }

  /** Targets of a part's relationships by id, resolved against that part's folder. */
  async relations(path: string): Promise<Relation[]> {
    const folder = path.split("/").slice(0, -1).join("/");
    const file = path.split("/").at(-1) ?? "";
    const root = await this.xml(`${folder ? `${folder}/` : ""}_rels/${file}.rels`);
    if (!root) return [];
    return childElements(root, "Relationship")
      .filter((relation) => relation.attribs.TargetMode !== "External")
      .map((relation) => ({
        id: relation.attribs.Id ?? "",
        type: (relation.attribs.Type ?? "").split("/").at(-1) ?? "",
        target: resolvePath(folder, relation.attribs.Target ?? ""),
      }));
  }
}

export interface Relation {
  id: string;
  type: string;
  target: string;
}

export function parseXml(text: string): Element | null {
  return parseDocument(text, { xmlMode: true }).children.find(isTag) ?? null;
}

export function localName(node: Element): string {
  const colon = node.name.indexOf(":");
  return colon < 0 ? node.name : node.name.slice(colon + 1);
}

/** Attribute by local name: "w:val", "val" and any other prefix. */
export function attribute(node: Element | null | undefined, name: string): string | undefined {
  if (!node) return undefined;
  for (const [key, value] of Object.entries(node.attribs)) {
    if (key === name || key.slice(key.indexOf(":") + 1) === name) return value;
  }
  return undefined;
}

export function elements(node: { children: ChildNode[] }): Element[] {
  return node.children.filter(isTag);
}

export function childElements(node: { children: ChildNode[] } | null | undefined, name: string): Element[] {
  return node ? elements(node).filter((child) => localName(child) === name) : [];
}

export function childElement(node: { children: ChildNode[] } | null | undefined, ...path: string[]): Element | null {
  let current: { children: ChildNode[] } | null | undefined = node;
  let found: Element | null = null;
  for (const name of path) {
    found = current ? (elements(current).find((child) => localName(child) === name) ?? null) : null;
    if (!found) return null;
    current = found;
  }
  return found;
}

/** All descendants with this local name in document order, without recursion. */
export function descendants(node: Element, name: string): Element[] {
  const found: Element[] = [];
  const stack: Element[] = [node];
  for (let current = stack.pop(); current; current = stack.pop()) {
    if (current !== node && localName(current) === name) found.push(current);
    const inner = elements(current);
    for (let index = inner.length - 1; index >= 0; index--) {
      const child = inner[index];
      if (child) stack.push(child);
    }
  }
  return found;
}

export function textOf(node: Element): string {
  return node.children.map((child) => (isText(child) ? child.data : "")).join("");
}

function resolvePath(folder: string, target: string): string {
  const parts = target.startsWith("/") ? [] : folder.split("/").filter(Boolean);
  for (const part of target.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}
