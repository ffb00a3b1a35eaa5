import { Parser } from "htmlparser2";
import type { Rendition } from "@/lib/rendition";
import { damaged, UnreadableFileError } from "../errors";
import { kindWords } from "../kind-words";
import type { ParseLimits } from "../limits";
import { attribute, childElement, childElements, descendants, OfficePackage, textOf } from "../office-package";
import { type CellDraft, RenditionBuilder } from "../rendition-builder";
import { writeTable } from "../tables";
import { type CellStyles, readCellStyles, showNumber } from "./xlsx-numbers";

/** Reads every sheet: filled rows as table rows with cell addresses, a blank row between two tables ends one. */
export async function readXlsx(bytes: Uint8Array, limits: ParseLimits): Promise<Rendition> {
  const parts = await OfficePackage.open(bytes, limits, kindWords.xlsx);
  const main =
    (await parts.relations("")).find((relation) => relation.type === "officeDocument")?.target ?? "xl/workbook.xml";
  const workbook = await parts.requireXml(main);
  const relations = await parts.relations(main);
  const target = (type: string) => relations.find((relation) => relation.type === type)?.target;
  const strings = await readSharedStrings(parts, target("sharedStrings"));
  const styles = readCellStyles(
    await parts.xml(target("styles") ?? "xl/styles.xml"),
    attribute(childElement(workbook, "workbookPr"), "date1904"),
  );
  const builder = new RenditionBuilder(limits.textLength);
  const sheets = childElements(childElement(workbook, "sheets"), "sheet");
  let missing = 0;
  for (const [index, sheet] of sheets.entries()) {
    const name = sheet.attribs.name ?? `Sheet ${index + 1}`;
    const id = Object.entries(sheet.attribs).find(([key]) => /(^|:)id$/.test(key))?.[1];
    const path = relations.find((relation) => relation.id === id)?.target;
    const xml = path ? await parts.text(path) : null;
    if (xml === null) {
      missing += 1;
      builder.warnings.push(`Sheet "${name.slice(0, 100)}" is missing in the file and left out.`);
      continue;
    }
    builder.startPage({ page: index + 1, label: name });
    builder.heading(1, name);
    writeSheet(builder, readRows(xml, strings, styles));
    builder.endPage();
  }
  if (missing === sheets.length) throw damaged(kindWords.xlsx);
  if (builder.blocks.every((block) => block.kind === "heading"))
    throw new UnreadableFileError("empty", "The workbook has no filled cells. Check the original and upload it again.");
  return builder.build("xlsx", 1);
}

async function readSharedStrings(parts: OfficePackage, path: string | undefined): Promise<string[]> {
  const root = await parts.xml(path ?? "xl/sharedStrings.xml");
  if (!root) return [];
  // Phonetic readings stand beside the text and are no part of it.
  return childElements(root, "si").map((item) =>
    descendants(item, "t")
      .filter((text) => !(text.parent && "name" in text.parent && /(^|:)rPh$/.test(String(text.parent.name))))
      .map(textOf)
      .join(""),
  );
}

interface SheetRow {
  number: number;
  cells: CellDraft[];
}

function writeSheet(builder: RenditionBuilder, rows: SheetRow[]): void {
  let table: SheetRow[] = [];
  const flush = () => {
    const lone = table.length === 1 && table[0]?.cells.length === 1 ? table[0].cells[0] : undefined;
    if (lone && typeof lone.content === "string" && lone.content.length > 80) builder.paragraph(lone.content);
    else if (table.length > 0)
      writeTable(
        builder,
        table.map((row) => ({ cells: row.cells })),
      );
    table = [];
  };
  for (const row of rows) {
    const previous = table.at(-1);
    if (previous && row.number > previous.number + 1) flush();
    table.push(row);
  }
  flush();
}

/** Streams a sheet's XML: a sheet may be far larger than a tree of it should be. */
function readRows(xml: string, strings: string[], styles: CellStyles): SheetRow[] {
  const rows: SheetRow[] = [];
  let row: SheetRow | null = null;
  let cell: { ref: string; type: string; style: number } | null = null;
  let value = "";
  let isValue = false;
  let column = 0;
  const parser = new Parser(
    {
      onopentag(rawName, attribs) {
        const name = rawName.slice(rawName.indexOf(":") + 1);
        if (name === "row") {
          row = { number: Number(attribs.r) || (rows.at(-1)?.number ?? 0) + 1, cells: [] };
          column = 0;
        } else if (name === "c" && row) {
          const ref = attribs.r ?? "";
          column = ref ? columnOf(ref) : column;
          cell = {
            ref: ref || `${columnName(column)}${row.number}`,
            type: attribs.t ?? "n",
            style: Number(attribs.s ?? 0) || 0,
          };
          value = "";
        } else if ((name === "v" || name === "t") && cell) isValue = true;
      },
      ontext(text) {
        if (isValue) value += text;
      },
      onclosetag(rawName) {
        const name = rawName.slice(rawName.indexOf(":") + 1);
        if (name === "v" || name === "t") isValue = false;
        else if (name === "c" && cell && row) {
          const text = show(value, cell.type, cell.style, strings, styles);
          if (text.trim() !== "") row.cells.push({ content: text, column, ref: cell.ref });
          column += 1;
          cell = null;
        } else if (name === "row" && row) {
          if (row.cells.length > 0) rows.push(row);
          row = null;
        }
      },
      onerror(error) {
        throw damaged(kindWords.xlsx, error);
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return rows;
}

function show(value: string, type: string, style: number, strings: string[], styles: CellStyles): string {
  if (type === "s") return strings[Number(value)] ?? "";
  if (type === "b") return value === "1" ? "TRUE" : "FALSE";
  if (type === "n" && value.trim() !== "")
    return showNumber(value.trim(), styles.formats[style] ?? "General", styles.is1904);
  return value;
}

function columnOf(ref: string): number {
  let column = 0;
  for (const character of /^[A-Za-z]{1,3}/.exec(ref)?.[0]?.toUpperCase() ?? "A")
    column = column * 26 + character.charCodeAt(0) - 64;
  return column - 1;
}

function columnName(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : columnName(Math.floor(column / 26) - 1) + columnName(column % 26);
}
