import { csvLine } from "@/lib/csv-line";
import { writeWorkbook } from "@/lib/workbook";
import { obligedWords, requirementKindWords } from "../opportunity-words";
import type { Requirement } from "./requirement-types";

type Exported = Pick<
  Requirement,
  "label" | "ref" | "text" | "leadIn" | "kind" | "isMandatory" | "obliged" | "section" | "due" | "unclear" | "note"
> & { document: { title: string } | null; citation: { page: number | null } | null };

const header = [
  "Number",
  "Reference",
  "Requirement",
  "Introduced by",
  "Kind",
  "Mandatory",
  "Obliged",
  "Document",
  "Page",
  "Section",
  "Due",
  "Unclear",
  "Note",
];
const widths = [9, 12, 80, 30, 14, 11, 12, 32, 7, 40, 18, 30, 30];

function cellsOf(one: Exported): string[] {
  return [
    one.label,
    one.ref ?? "",
    one.text,
    one.leadIn ?? "",
    requirementKindWords[one.kind],
    one.isMandatory ? "yes" : "no",
    obligedWords[one.obliged],
    one.document?.title ?? "",
    one.citation?.page ? String(one.citation.page) : "",
    one.section,
    one.due ?? "",
    one.unclear ?? "",
    one.note ?? "",
  ];
}

export function requirementsCsv(requirements: readonly Exported[]): string {
  // The mark tells spreadsheets that it is UTF-8.
  return `\uFEFF${csvLine(header)}${requirements.map((one) => csvLine(cellsOf(one))).join("")}`;
}

/** One sheet with a line for each. */
export function requirementsWorkbook(requirements: readonly Exported[]): Uint8Array<ArrayBuffer> {
  return writeWorkbook({ name: "Requirements", header, widths, rows: requirements.map(cellsOf) });
}
