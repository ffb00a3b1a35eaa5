import type { Element } from "domhandler";
import type { Rendition } from "@/lib/rendition";
import { damaged, UnreadableFileError } from "../errors";
import { kindWords } from "../kind-words";
import type { ParseLimits } from "../limits";
import {
  attribute,
  childElement,
  childElements,
  descendants,
  elements,
  localName,
  OfficePackage,
  textOf,
} from "../office-package";
import { RenditionBuilder } from "../rendition-builder";
import { writeTable } from "../tables";

/** Reads slides in the order they are shown: title, text, tables, then the speaker's notes. */
export async function readPptx(bytes: Uint8Array, limits: ParseLimits): Promise<Rendition> {
  const parts = await OfficePackage.open(bytes, limits, kindWords.pptx);
  const main =
    (await parts.relations("")).find((relation) => relation.type === "officeDocument")?.target ??
    "ppt/presentation.xml";
  const presentation = await parts.requireXml(main);
  const relations = await parts.relations(main);
  const builder = new RenditionBuilder(limits.textLength);
  const slides = childElements(childElement(presentation, "sldIdLst"), "sldId");
  if (slides.length > limits.pages) {
    throw new UnreadableFileError(
      "too_many_pages",
      `The presentation has ${slides.length.toLocaleString("en")} slides; up to ${limits.pages.toLocaleString("en")} can be read. Split it into parts.`,
    );
  }
  let missing = 0;
  for (const [index, slide] of slides.entries()) {
    const id = Object.entries(slide.attribs).find(([key]) => /:id$/.test(key))?.[1];
    const path = relations.find((relation) => relation.id === id)?.target;
    const root = path ? await parts.xml(path) : null;
    if (!path || !root) {
      missing += 1;
      builder.warnings.push(`Slide ${index + 1} is missing in the file and left out.`);
      continue;
    }
    builder.startPage({ page: index + 1, label: `Slide ${index + 1}` });
    for (const shape of shapesOf(root)) writeShape(builder, shape);
    const notes = (await parts.relations(path)).find((relation) => relation.type === "notesSlide")?.target;
    const notesRoot = notes ? await parts.xml(notes) : null;
    for (const shape of notesRoot ? shapesOf(notesRoot) : []) {
      if (placeholder(shape) === "body")
        for (const text of descendants(shape, "p").map(paragraphText)) builder.paragraph(text);
    }
    builder.endPage();
  }
  if (slides.length > 0 && missing === slides.length) throw damaged(kindWords.pptx);
  if (builder.isEmpty)
    throw new UnreadableFileError(
      "empty",
      "The presentation holds no text. If it shows only pictures, save it as PDF and upload that: its pages are then read by OCR.",
    );
  const first = builder.blocks.find((block) => block.kind === "heading");
  const rendition = builder.build("pptx", 2);
  return { ...rendition, title: first ? rendition.text.slice(first.start, first.end) : null };
}

/** Title first, then the other shapes from top to bottom as they stand in the file. */
function shapesOf(root: Element): Element[] {
  const tree = childElement(root, "cSld", "spTree");
  if (!tree) return [];
  const shapes: Element[] = [];
  const stack = [...elements(tree)].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    const name = localName(node);
    if (name === "sp" || name === "graphicFrame") shapes.push(node);
    else if (name === "AlternateContent") {
      const choice = childElement(node, "Choice") ?? childElement(node, "Fallback");
      if (choice) stack.push(choice);
    } else if (name === "grpSp" || name === "Choice" || name === "Fallback")
      stack.push(...[...elements(node)].reverse());
  }
  return [...shapes.filter(isTitle), ...shapes.filter((shape) => !isTitle(shape))];
}

function isTitle(shape: Element): boolean {
  return /^(title|ctrTitle)$/.test(placeholder(shape) ?? "");
}

function placeholder(shape: Element): string | null {
  const holder = childElement(shape, "nvSpPr", "nvPr", "ph");
  return holder ? (attribute(holder, "type") ?? "body") : null;
}

function writeShape(builder: RenditionBuilder, shape: Element): void {
  const kind = placeholder(shape);
  // Slide numbers, dates and feet repeat on every slide.
  if (/^(sldNum|dt|ftr|hdr)$/.test(kind ?? "")) return;
  const tables = descendants(shape, "tbl");
  if (tables.length > 0) {
    for (const table of tables) {
      const isHeader = attribute(childElement(table, "tblPr"), "firstRow") === "1";
      const rows = childElements(table, "tr").map((row, index) => ({
        cells: childElements(row, "tc").map((cell, column) => ({
          content: descendants(cell, "p").map(paragraphText).filter(Boolean).join("\n"),
          column,
        })),
        ...(isHeader && index === 0 ? { isHeader: true } : {}),
      }));
      writeTable(builder, rows);
    }
    return;
  }
  const paragraphs = descendants(shape, "p")
    .map((node) => ({ node, text: paragraphText(node) }))
    .filter(({ text }) => text !== "");
  if (isTitle(shape)) {
    builder.heading(1, paragraphs.map(({ text }) => text).join(" "));
    return;
  }
  // PowerPoint draws bullets from the layout: several paragraphs of a body are its points.
  const isBody = kind === "body" && paragraphs.length > 1;
  for (const { node, text } of paragraphs) {
    const properties = childElement(node, "pPr");
    const level = Number(attribute(properties, "lvl") ?? 0) || 0;
    const isItem =
      childElement(properties, "buNone") === null &&
      (isBody ||
        level > 0 ||
        childElement(properties, "buChar") !== null ||
        childElement(properties, "buAutoNum") !== null);
    if (isItem)
      builder.listItem(
        level,
        childElement(properties, "buAutoNum") ? null : (attribute(childElement(properties, "buChar"), "char") ?? "•"),
        text,
      );
    else builder.paragraph(text);
  }
}

function paragraphText(node: Element): string {
  let text = "";
  const stack = [...elements(node)].reverse();
  for (let child = stack.pop(); child; child = stack.pop()) {
    const name = localName(child);
    if (name === "t") text += textOf(child);
    else if (name === "br" || name === "tab") text += " ";
    else if ((name === "r" || name === "fld") && !isStruck(child)) stack.push(...[...elements(child)].reverse());
  }
  return text.trim();
}

function isStruck(run: Element): boolean {
  return /^(sng|dbl)Strike$/.test(attribute(childElement(run, "rPr"), "strike") ?? "");
}
