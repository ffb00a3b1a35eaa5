import type { Element } from "domhandler";
import type { Rendition } from "@/lib/rendition";
import { damaged, UnreadableFileError } from "../../errors";
import { isCapitalsHeading, isContentsHeading, isTitleLike, readNumberedHeading } from "../../heading-lines";
import { kindWords } from "../../kind-words";
import type { ParseLimits } from "../../limits";
import { readListMark } from "../../list-marks";
import { attribute, childElement, childElements, elements, localName, OfficePackage } from "../../office-package";
import { RenditionBuilder } from "../../rendition-builder";
import { type RowDraft, writeTable } from "../../tables";
import { Numbering } from "./numbering";
import { readParagraph } from "./paragraph-text";
import { isOn, Styles } from "./styles";

export async function readDocx(bytes: Uint8Array, limits: ParseLimits): Promise<Rendition> {
  const parts = await OfficePackage.open(bytes, limits, kindWords.docx);
  const main =
    (await parts.relations("")).find((relation) => relation.type === "officeDocument")?.target ?? "word/document.xml";
  const body = childElement(await parts.requireXml(main), "body");
  if (!body) throw damaged(kindWords.docx);
  const relations = await parts.relations(main);
  const part = (type: string) => relations.find((relation) => relation.type === type)?.target;
  const xml = async (type: string) => {
    const path = part(type);
    return path ? parts.xml(path) : null;
  };
  const builder = new RenditionBuilder(limits.textLength);
  const writer = new DocxWriter(builder, new Styles(await xml("styles")), new Numbering(await xml("numbering")));
  writer.writeBody(body);
  writer.writeNotes(await xml("footnotes"), "footnote");
  writer.writeNotes(await xml("endnotes"), "endnote");
  if (builder.isEmpty)
    throw new UnreadableFileError(
      "empty",
      "The Word document holds no text. If it shows only pictures, save it as PDF and upload that: its pages are then read by OCR.",
    );
  const core = await parts.xml("docProps/core.xml");
  const title = childElement(core, "title");
  builder.title = writer.title ?? (title ? readText(title) : null);
  return builder.build("docx", 2);
}

function readText(node: Element): string | null {
  const [child] = node.children;
  return child && "data" in child && typeof child.data === "string" ? child.data : null;
}

/** Tables in tables in tables: deeper ones are read as text of their cell. */
const maxDepth = 40;

class DocxWriter {
  title: string | null = null;
  private headingLevel = 1;

  constructor(
    private readonly builder: RenditionBuilder,
    private readonly styles: Styles,
    private readonly numbering: Numbering,
  ) {}

  writeBody(container: Element, depth = 0): void {
    if (depth > maxDepth) return;
    for (const node of elements(container)) {
      switch (localName(node)) {
        case "p":
          this.paragraph(node, depth);
          break;
        case "tbl":
          this.table(node, depth);
          break;
        case "AlternateContent": {
          const choice = childElement(node, "Choice") ?? childElement(node, "Fallback");
          if (choice) this.writeBody(choice, depth + 1);
          break;
        }
        case "del":
        case "moveFrom":
        case "sectPr":
          break;
        default:
          this.writeBody(node, depth + 1);
      }
    }
  }

  writeNotes(root: Element | null, name: "footnote" | "endnote"): void {
    for (const note of childElements(root, name)) {
      if (attribute(note, "type") !== undefined && attribute(note, "type") !== "normal") continue;
      const text = this.blockTexts(note, 0).join(" ");
      this.builder.paragraph(`[${attribute(note, "id") ?? ""}] ${text}`);
    }
  }

  private paragraph(node: Element, depth: number): void {
    const properties = childElement(node, "pPr");
    const style = this.styles.get(attribute(childElement(properties, "pStyle"), "val"));
    const { lines, boxes, isBold } = readParagraph(node, style.isBold);
    const text = lines.join(" ").trim();
    if (text !== "") {
      const outline = attribute(childElement(properties, "outlineLvl"), "val");
      const level = outline !== undefined && Number(outline) < 9 ? Number(outline) + 1 : style.headingLevel;
      const list = this.listOf(properties, style.list);
      const mark = list ? this.numbering.next(list.numId, list.level) : undefined;
      if (level !== null) this.heading(level, mark ? `${mark} ${text}` : text, style.isTitle);
      else if (mark !== undefined && list) this.item(list.level, mark, text, isBold);
      else this.plain(lines, text, isBold);
    } else {
      const list = this.listOf(properties, style.list);
      // Word shows and counts an empty item of a numbered list only when it is not a heading's spacer; it carries no text either way.
      if (list && style.headingLevel === null) this.numbering.next(list.numId, list.level);
    }
    for (const box of boxes) this.writeBody(box, depth + 1);
  }

  private listOf(properties: Element | null, inherited: { numId: string; level: number } | null) {
    const direct = childElement(properties, "numPr");
    if (!direct) return inherited;
    const numId = attribute(childElement(direct, "numId"), "val") ?? inherited?.numId;
    const level = Number(attribute(childElement(direct, "ilvl"), "val") ?? inherited?.level ?? 0) || 0;
    return numId === undefined || numId === "0" ? null : { numId, level: Math.min(8, level) };
  }

  private heading(level: number, text: string, isTitle = false): void {
    if ((isTitle || level === 1) && !isContentsHeading(text)) this.title ??= text;
    this.headingLevel = Math.min(6, level);
    this.builder.heading(level, text);
  }

  private item(level: number, mark: string | null, text: string, isBold: boolean): void {
    const isSection = mark !== null && isBold && isTitleLike(text) && !mark.startsWith("•");
    if (isSection) this.builder.heading(readNumberedHeading(`${mark} ${text}`)?.level ?? level + 2, `${mark} ${text}`);
    else this.builder.listItem(level, mark, text);
  }

  private plain(lines: string[], text: string, isBold: boolean): void {
    const level = this.handmadeLevel(lines, text, isBold);
    if (level !== null) {
      this.builder.heading(level, text);
      return;
    }
    for (const line of lines) {
      const typed = readListMark(line.trim());
      if (typed?.rest && /^[-*•●○◦▪–]$|^\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})\)$/.test(typed.marker))
        this.builder.listItem(0, typed.marker, typed.rest);
      else this.builder.paragraph(line);
    }
  }

  /** Many writers make their headings without a style: bold, numbered or in capitals. */
  private handmadeLevel(lines: string[], text: string, isBold: boolean): number | null {
    const below = Math.min(6, this.headingLevel + 1);
    const bare = text.replace(/^[\dA-Z]+(?:\.\d+)*\.?\s/, "");
    const isShort = text.length <= 120 && text.split(/\s+/).length <= 14;
    const numbered = readNumberedHeading(text);
    if (isBold && isShort && /\p{L}/u.test(text) && !/[.!?;,]$/.test(bare)) return numbered?.level ?? below;
    if (lines.length > 1) return null;
    if (numbered && /^\d|^[A-Z]\.|^(?:section|part|article|attachment|appendix|exhibit)/i.test(text))
      return numbered.level;
    return isCapitalsHeading(text) && !text.includes(":") ? below : null;
  }

  private table(node: Element, depth: number): void {
    const rows = childRows(node);
    if (rows.every((row) => rowCells(row).length <= 1)) {
      for (const row of rows) for (const cell of rowCells(row)) this.writeBody(cell, depth + 1);
      return;
    }
    const drafts: RowDraft[] = rows.map((row) => {
      let column = Number(attribute(childElement(row, "trPr", "gridBefore"), "val") ?? 0) || 0;
      const cells = rowCells(row).map((cell) => {
        const properties = childElement(cell, "tcPr");
        const merge = childElement(properties, "vMerge");
        const isContinued = merge !== null && attribute(merge, "val") !== "restart";
        const draft = { content: isContinued ? "" : this.blockTexts(cell, depth).join("\n"), column };
        column += Math.min(100, Number(attribute(childElement(properties, "gridSpan"), "val") ?? 1) || 1);
        return draft;
      });
      return { cells, ...(isOn(childElement(row, "trPr", "tblHeader")) && rows[0] === row ? { isHeader: true } : {}) };
    });
    writeTable(this.builder, drafts);
  }

  /** Texts of the paragraphs in a cell or note, list marks included; inner tables by row. */
  private blockTexts(container: Element, depth: number): string[] {
    if (depth > maxDepth) return [];
    const texts: string[] = [];
    for (const node of elements(container)) {
      const name = localName(node);
      if (name === "p") {
        const properties = childElement(node, "pPr");
        const style = this.styles.get(attribute(childElement(properties, "pStyle"), "val"));
        const { lines, boxes } = readParagraph(node, false);
        const list = this.listOf(properties, style.list);
        const mark = list ? this.numbering.next(list.numId, list.level) : null;
        const text = lines.join("\n").trim();
        if (text !== "") texts.push(mark ? `${mark} ${text}` : text);
        for (const box of boxes) texts.push(...this.blockTexts(box, depth + 1));
      } else if (name === "tbl") {
        for (const row of childRows(node))
          texts.push(
            rowCells(row)
              .map((cell) => this.blockTexts(cell, depth + 1).join(" "))
              .filter(Boolean)
              .join(" | "),
          );
      } else if (name === "AlternateContent") {
        const choice = childElement(node, "Choice") ?? childElement(node, "Fallback");
        if (choice) texts.push(...this.blockTexts(choice, depth + 1));
      } else if (name !== "del" && name !== "moveFrom" && !name.endsWith("Pr"))
        texts.push(...this.blockTexts(node, depth + 1));
    }
    return texts;
  }
}

/** Rows and cells may be wrapped in content controls or tracked insertions. */
function childRows(table: Element): Element[] {
  return unwrapped(table, "tr");
}

function rowCells(row: Element): Element[] {
  return unwrapped(row, "tc");
}

function unwrapped(node: Element, name: string, depth = 0): Element[] {
  if (depth > 8) return [];
  return elements(node).flatMap((child) => {
    const local = localName(child);
    if (local === name) return [child];
    return /^(sdt|sdtContent|ins|customXml|smartTag)$/.test(local) ? unwrapped(child, name, depth + 1) : [];
  });
}
