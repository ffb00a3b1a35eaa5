import { type ChildNode, isTag, isText } from "domhandler";
import { getAttributeValue } from "domutils";
import { parseDocument } from "htmlparser2";
import { isStruckOut } from "@/lib/is-struck-out";
import type { RenditionBuilder } from "../rendition-builder";
import { type RowDraft, writeTable } from "../tables";

const skipped = new Set(
  "script style noscript template head svg math iframe object embed canvas audio video select datalist".split(" "),
);
const blockTags = new Set(
  "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form header hgroup html legend main nav p section summary table tbody td tfoot th thead tr hr".split(
    " ",
  ),
);
/** Deeper markup is read as plain text: recursion must not follow a hostile file to the end of the stack. */
const maxDepth = 256;
/** Nodes looked at to tell what a cell holds; tables in tables would be walked again at each level. */
const maxLookahead = 2_000;

interface Context {
  kind: "paragraph" | "heading" | "list_item";
  level: number;
  marker: string | null;
}

/** Writes the blocks of an HTML document or fragment. Scripts, styles, hidden and struck parts are left out. */
export function writeHtml(builder: RenditionBuilder, html: string): void {
  new HtmlWriter(builder).write(parseDocument(html).children);
}

class HtmlWriter {
  private text = "";
  private context: Context = { kind: "paragraph", level: 0, marker: null };
  private listDepth = -1;

  constructor(private readonly builder: RenditionBuilder) {}

  write(nodes: ChildNode[]): void {
    this.walk(nodes, 0);
    this.flush();
  }

  private walk(nodes: ChildNode[], depth: number): void {
    for (const node of nodes) {
      if (isText(node)) this.text += node.data;
      else if (isTag(node)) this.element(node.name, node, depth);
    }
  }

  private element(
    tag: string,
    node: ChildNode & { children: ChildNode[]; attribs: Record<string, string> },
    depth: number,
  ): void {
    if (skipped.has(tag) || isHidden(node.attribs) || isStruckOut(tag, node.attribs.style)) return;
    if (depth > maxDepth) {
      this.text += ` ${plainText(node.children)} `;
      return;
    }
    if (tag === "br") {
      if (this.context.kind === "paragraph") this.flush();
      else this.text += " ";
    } else if (/^h[1-6]$/.test(tag)) {
      this.within({ kind: "heading", level: Number(tag[1]), marker: null }, node.children, depth);
    } else if (tag === "ul" || tag === "ol") {
      this.list(tag, node, depth);
    } else if (tag === "li") {
      this.within({ kind: "list_item", level: Math.max(0, this.listDepth), marker: null }, node.children, depth);
    } else if (tag === "table") {
      this.flush();
      this.table(node, depth);
    } else if (tag === "pre" || tag === "textarea") {
      this.flush();
      this.builder.code(plainText(node.children, true));
    } else if (tag === "img") {
      this.text += ` ${node.attribs.alt ?? ""} `;
    } else if (tag === "input") {
      if (!/^(hidden|password|submit|button|checkbox|radio)$/i.test(node.attribs.type ?? ""))
        this.text += ` ${node.attribs.value ?? ""} `;
    } else if (blockTags.has(tag)) {
      this.flush();
      this.walk(node.children, depth + 1);
      this.flush();
    } else {
      this.walk(node.children, depth + 1);
    }
  }

  private within(context: Context, children: ChildNode[], depth: number): void {
    this.flush();
    const outer = this.context;
    this.context = context;
    this.walk(children, depth + 1);
    this.flush();
    this.context = outer.kind === "list_item" ? { kind: "paragraph", level: 0, marker: null } : outer;
  }

  private list(
    tag: "ul" | "ol",
    node: { children: ChildNode[]; attribs: Record<string, string> },
    depth: number,
  ): void {
    this.flush();
    const outer = this.context;
    this.listDepth += 1;
    let number = Number.parseInt(node.attribs.start ?? "1", 10) || 1;
    for (const child of node.children) {
      if (isTag(child) && child.name === "li") {
        const marker = tag === "ul" ? "•" : orderedMarker(number++, node.attribs.type);
        this.within({ kind: "list_item", level: this.listDepth, marker }, child.children, depth + 1);
      } else {
        this.context = { kind: "paragraph", level: 0, marker: null };
        this.walk([child], depth + 1);
      }
    }
    this.flush();
    this.listDepth -= 1;
    this.context = outer.kind === "list_item" ? { kind: "paragraph", level: 0, marker: null } : outer;
  }

  private table(node: { children: ChildNode[] }, depth: number): void {
    const rows = collectRows(node.children);
    if (isLayout(rows)) {
      for (const row of rows) {
        for (const cell of row) {
          this.flush();
          this.walk(cell.children, depth + 1);
          this.flush();
        }
      }
      return;
    }
    const caption = node.children.find((child) => isTag(child) && child.name === "caption");
    if (caption && isTag(caption)) this.builder.paragraph(plainText(caption.children));
    const drafts: RowDraft[] = rows.map((row) => {
      let column = 0;
      const cells = row.map((cell) => {
        const draft = { content: plainText(cell.children), column };
        column += cell.span;
        return draft;
      });
      return { cells, ...(row.length > 0 && row.every((cell) => cell.isHead) ? { isHeader: true } : {}) };
    });
    writeTable(this.builder, drafts);
  }

  private flush(): void {
    const text = this.text.replace(/\s+/g, " ").trim();
    this.text = "";
    if (text === "") return;
    const { kind, level, marker } = this.context;
    if (kind === "heading") this.builder.heading(level, text);
    else if (kind === "list_item") {
      this.builder.listItem(level, marker, text);
      // What follows inside the same item continues it, and is no item of its own.
      this.context = { kind: "paragraph", level: 0, marker: null };
    } else this.builder.paragraph(text);
  }
}

interface HtmlCell {
  children: ChildNode[];
  span: number;
  isHead: boolean;
}

function collectRows(nodes: ChildNode[], isHead = false): HtmlCell[][] {
  const rows: HtmlCell[][] = [];
  for (const node of nodes) {
    if (!isTag(node)) continue;
    if (node.name === "tr") {
      rows.push(
        node.children
          .filter(isTag)
          .filter((cell) => cell.name === "td" || cell.name === "th")
          .map((cell) => ({
            children: cell.children,
            span: Math.min(100, Math.max(1, Number.parseInt(getAttributeValue(cell, "colspan") ?? "1", 10) || 1)),
            isHead: isHead || cell.name === "th",
          })),
      );
    } else if (/^(thead|tbody|tfoot)$/.test(node.name)) rows.push(...collectRows(node.children, node.name === "thead"));
  }
  return rows;
}

/** A table that only arranges the page: one column, or cells that hold tables or headings. */
function isLayout(rows: HtmlCell[][]): boolean {
  if (rows.every((row) => row.length <= 1)) return true;
  return rows.some((row) => row.some((cell) => holds(cell.children, /^(table|h[1-6])$/)));
}

function holds(nodes: ChildNode[], names: RegExp): boolean {
  const stack = [...nodes];
  let visited = 0;
  for (let node = stack.pop(); node && visited < maxLookahead; node = stack.pop()) {
    visited += 1;
    if (!isTag(node)) continue;
    if (names.test(node.name)) return true;
    for (const child of node.children) stack.push(child);
  }
  return false;
}

/** Text of a subtree without recursion; block elements and `<br>` become line feeds. */
export function plainText(nodes: ChildNode[], keepSpace = false): string {
  const parts: string[] = [];
  const stack: (ChildNode | "\n")[] = [...nodes].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node === "\n") parts.push("\n");
    else if (isText(node)) parts.push(keepSpace ? node.data : node.data.replace(/\s+/g, " "));
    else if (isTag(node) && !skipped.has(node.name) && !isStruckOut(node.name, node.attribs.style)) {
      if (node.name === "br") parts.push("\n");
      const isBlock = blockTags.has(node.name) || /^(li|ul|ol|h[1-6])$/.test(node.name);
      if (isBlock) stack.push("\n");
      for (let index = node.children.length - 1; index >= 0; index--) {
        const child = node.children[index];
        if (child) stack.push(child);
      }
      if (isBlock) parts.push("\n");
    }
  }
  const text = parts.join("");
  return keepSpace ? text : text.replace(/ *\n[ \n]*/g, "\n").trim();
}

function isHidden(attribs: Record<string, string>): boolean {
  return "hidden" in attribs || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribs.style ?? "");
}

function orderedMarker(number: number, type: string | undefined): string {
  if ((type === "a" || type === "A") && number <= 26) return `${String.fromCharCode(type.charCodeAt(0) + number - 1)}.`;
  return `${number}.`;
}
