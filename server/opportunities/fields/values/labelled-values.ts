import type { TenderDocument } from "../../tender-document";

type Unit = TenderDocument["units"][number];

/** "Label: value", a table row's first two cells, or a short label with its value in the next unit. */
export interface LabelledValue {
  label: string;
  start: number;
  end: number;
  unit: Unit;
  how: "colon" | "row" | "above";
}

export function labelledValues(document: TenderDocument): LabelledValue[] {
  const found: LabelledValue[] = [];
  for (const [index, unit] of document.units.entries()) {
    const text = document.text.slice(unit.start, unit.end);
    if (unit.kind === "table_row") {
      for (const cell of document.blocks[unit.block]?.cells ?? []) found.push(...inBox(document, cell, unit));
      const [label, value] = document.blocks[unit.block]?.cells ?? [];
      if (label && value && value.end > value.start && label.end - label.start < 80) {
        found.push({
          label: tidy(document.text.slice(label.start, label.end)),
          start: value.start,
          end: value.end,
          unit,
          how: "row",
        });
      }
      continue;
    }
    const ofLine = inOneLine(text, unit);
    found.push(...ofLine);
    for (const match of ofLine.length > 0
      ? []
      : text.matchAll(/(?:^|\n)\s*(?:\d+(?:\.\d+)*\.?\s+|[-•*]\s+)?(\p{Lu}[^:\n]{1,60}?)\s?:\s*(?=\S)/gu)) {
      const start = match.index + match[0].length;
      const next = text.slice(start).search(/\n\s*\p{Lu}[^:\n]{1,60}:\s/u);
      found.push({
        label: tidy(match[1] ?? ""),
        start: unit.start + start,
        end: next === -1 ? unit.end : unit.start + start + next,
        unit,
        how: "colon",
      });
    }
    const following = document.units[index + 1];
    const isLabel = text.length < 60 && !/[.!?]$/.test(text.trim()) && /^[\d.\s]*\p{L}/u.test(text);
    // A label above a label has its value elsewhere.
    const isAboveLabel = following && /^[^:]{1,60}:\s*$/u.test(document.text.slice(following.start, following.end));
    if (isLabel && following && following.kind !== "table_row" && !isAboveLabel) {
      found.push({ label: tidy(text), start: following.start, end: following.end, unit: following, how: "above" });
    }
  }
  return found;
}

/** "3. TITLE OF SOLICITATION OFFICE FURNITURE": a numbered box of a form, its label and what is filled in. */
const box =
  /^\d{1,2}[A-Z]?\.\s+(?<label>title of (?:the )?(?:solicitation|contract|project|procurement|tender)|(?:solicitation|contract|project|tender) (?:title|name)|(?:rf[pqi]|itt|solicitation|tender|bid) (?:number|no\.?))\s*:?\s+(?=\S)/iu;

function inBox(document: TenderDocument, cell: { start: number; end: number }, unit: Unit): LabelledValue[] {
  const found = box.exec(document.text.slice(cell.start, cell.end));
  const label = found?.groups?.label;
  return found && label ? [{ label, start: cell.start + found[0].length, end: cell.end, unit, how: "colon" }] : [];
}

const knownLabel =
  /(?<=^|[\s;|])(?:(?:project|contract|solicitation|tender|rf[pqit]|bid) (?:name|title|number|no\.?)|title|agency|buyer|client|owner|authority|department|reference(?: (?:number|no\.?))?|(?:issue|due|closing|release) date|date(?: issued)?|closing time|contact|address|version)\s?:\s*(?=\S)/giu;

/** "Agency: City of Port Laurel Project Name: Tugs Date: 5 May": a head whose lines the page has run into one. */
function inOneLine(text: string, unit: Unit): LabelledValue[] {
  if (text.length > 300 || text.includes("\n")) return [];
  const labels = [...text.matchAll(knownLabel)];
  // A line that begins with its only label has been read already.
  if (labels.length < 2) return [];
  return labels.slice(labels[0]?.index === 0 ? 0 : 1).map((match, index, all) => ({
    label: tidy(match[0]),
    start: unit.start + match.index + match[0].length,
    end: unit.start + (all[index + 1]?.index ?? text.length),
    unit,
    how: "colon",
  }));
}

/** Without numbering and marks. */
function tidy(label: string): string {
  return label
    .replace(/^[\s\d.()*_-]+/, "")
    .replace(/[\s:*_#\\]+$/, "")
    .replace(/\s+/g, " ")
    .trim();
}
