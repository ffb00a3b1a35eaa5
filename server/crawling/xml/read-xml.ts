import { Parser } from "htmlparser2";
import { decodeEntities } from "./decode-entities";
import { namespaceOf, namespaceOfUndeclared } from "./namespaces";
import type { XmlNode } from "./xml-node";

/** Deeper than any feed, notice or sitemap; what nests further is built to attack readers. */
const deepest = 200;
const mostNodes = 1_000_000;
const chunkLength = 16_384;

export interface XmlDocument {
  /** A root above the root: documents that were glued together, or have text around them, keep all their parts. */
  root: XmlNode;
  /** Whether reading stopped early, at nesting or size that no honest document has. */
  isCut: boolean;
}

/**
 * A tree of a document that may be broken: unclosed elements end with their parent, stray ends are ignored, undeclared entities and
 * prefixes are taken as they are usually meant. Nothing is loaded, and entities do not expand into each other. `base` is the document's
 * own address. Takes time in proportion to its length.
 */
export function readXml(text: string, base: string): XmlDocument {
  const root: XmlNode = { name: "", space: "", attributes: {}, content: [], base, line: 1 };
  const open: { node: XmlNode; scope: Record<string, string> }[] = [{ node: root, scope: Object.create(null) }];
  const declared = new Map<string, string>();
  const lineAt = lineCounter(text);
  let nodes = 0;
  let isCut = false;
  let raw = "";
  let inCdata = false;
  const flush = () => {
    if (raw !== "") open.at(-1)?.node.content.push(inCdata ? raw : decodeEntities(raw, declared));
    raw = "";
  };
  const parser = new Parser(
    {
      onopentag(qualified, written) {
        flush();
        const parent = open.at(-1);
        if (!parent || open.length > deepest || ++nodes > mostNodes) {
          isCut = true;
          return;
        }
        const attributes: Record<string, string> = {};
        let scope = parent.scope;
        for (const [name, value] of Object.entries(written)) {
          const key = name.toLowerCase();
          const decoded = decodeEntities(value, declared);
          attributes[key] = decoded;
          if (key !== "xmlns" && !key.startsWith("xmlns:")) continue;
          if (scope === parent.scope) scope = Object.create(parent.scope);
          scope[key.slice(6)] = namespaceOf(decoded);
        }
        const colon = qualified.indexOf(":");
        const prefix = colon < 0 ? "" : qualified.slice(0, colon).toLowerCase();
        const node: XmlNode = {
          name: qualified.slice(colon + 1).toLowerCase(),
          space: scope[prefix] ?? namespaceOfUndeclared(prefix),
          attributes,
          content: [],
          base: resolveBase(attributes["xml:base"], parent.node.base),
          line: lineAt(parser.startIndex),
        };
        parent.node.content.push(node);
        open.push({ node, scope });
      },
      onclosetag() {
        flush();
        if (!isCut && open.length > 1) open.pop();
      },
      ontext(part) {
        raw += part;
      },
      oncdatastart() {
        flush();
        inCdata = true;
      },
      oncdataend() {
        flush();
        inCdata = false;
      },
      onprocessinginstruction(_name, instruction) {
        for (const [, name = "", value = ""] of instruction.matchAll(
          /!ENTITY\s{1,20}([A-Za-z][\w.-]{0,60})\s{1,20}["']([^"'<]{0,1000})["']/g,
        ))
          if (declared.size < 1000) declared.set(name, value);
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  // In pieces: the parser looks through its open elements at every end, so a document of nothing but beginnings must stop early.
  for (let start = 0; start < text.length && !isCut; start += chunkLength)
    parser.write(text.slice(start, start + chunkLength));
  parser.end();
  flush();
  return { root, isCut };
}

function resolveBase(stated: string | undefined, parent: string): string {
  if (!stated) return parent;
  return URL.parse(stated.trim(), parent || undefined)?.href ?? parent;
}

/** Lines for offsets that only grow. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let next = text.indexOf("\n");
  return (offset) => {
    while (next >= 0 && next < offset) {
      line++;
      next = text.indexOf("\n", next + 1);
    }
    return line;
  };
}
