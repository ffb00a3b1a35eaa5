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
    for (const match of text.matchAll(
      /(?:^|\n)\s*(?:\d+(?:\.\d+)*\.?\s+|[-•*]\s+)?(\p{Lu}[^:\n]{1,60}?)\s?:\s*(?=\S)/gu,
    )) {
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
    if (isLabel && following && following.kind !== "table_row") {
      found.push({ label: tidy(text), start: following.start, end: following.end, unit: following, how: "above" });
    }
  }
  return found;
}

/** Without numbering and marks. */
function tidy(label: string): string {
  return label
    .replace(/^[\s\d.()*_-]+/, "")
    .replace(/[\s:*_#\\]+$/, "")
    .replace(/\s+/g, " ")
    .trim();
}
