import { foldText } from "@/lib/fold-text";
import type { TableField } from "@/lib/vocabulary/opportunities";
import { type LabelMeaning, meaningOfLabel } from "../notices/pages/labels";

export type ColumnMap = Partial<Record<TableField, number>>;

/** Headings that labels of portals do not have, or that mean something narrower in a table; the first that fits counts. */
const headings: [field: TableField | null, pattern: RegExp][] = [
  // What our own workbook says besides, and what cannot be brought in.
  [null, /^(?:number|fit|decision|outcome|requirements|sources?|has blocker|submission contradicted|first seen)\b/],
  ["submission_zone", /\b(?:time ?)?zone\b|zeitzone|fuseau|zona horaria|fuso orario/],
  [
    "submission_time",
    /^(?:(?:submission|closing|due|deadline|bid|abgabe|angebots?)[a-z]* ?)?(?:time|uhrzeit|heure|hora|ora)$/,
  ],
  ["submission_at", /^(?:submission|deadline) (?:at )?utc$/],
  ["submission_date", /^submission\b/],
  ["questions_date", /^questions?\b/],
  ["currency", /^(?:currency|ccy|wahrung|devise|moneda|valuta)\b/],
  ["country", /^(?:country|land|pays|pais|paese)(?: code)?$/],
  ["url", /\b(?:url|link|web ?(?:site|page|address)|hyperlink)\b/],
  ["tags", /^(?:tags?|labels?|schlagworter?|stichworter?|etiquettes?)$/],
  ["stage", /^(?:(?:pipeline |sales )?stage|stufe|etape|etapa)$/],
  ["owner", /^(?:(?:our )?owner|bid ?manager|assigned to|assignee|responsible|verantwortlich\w*|zustandig\w*)$/],
  ["title", /^(?:opportunity|project|tender|bid)?\s?(?:title|name)$/],
];

const ofMeaning: Partial<Record<LabelMeaning["field"], TableField>> = {
  title: "title",
  buyer: "buyer",
  reference: "reference",
  status: "status",
  value: "value",
  category: "categories",
  place: "place",
  kind: "kind",
  summary: "summary",
};

/** What the headings of a table say of its columns; of two columns for one thing the first counts. */
export function mapColumns(heads: readonly string[]): ColumnMap {
  const map: ColumnMap = {};
  for (const [column, head] of heads.entries()) {
    const field = fieldOf(head);
    if (field && map[field] === undefined) map[field] = column;
  }
  return map;
}

function fieldOf(head: string): TableField | null {
  const folded = foldText(head).replace(/\s+/g, " ").trim();
  const own = headings.find(([, pattern]) => pattern.test(folded));
  if (own) return own[0];
  const meaning = meaningOfLabel(head);
  if (meaning?.field === "deadline") {
    if (meaning.kind === "submission") return "submission_date";
    return meaning.kind === "questions" ? "questions_date" : null;
  }
  return meaning ? (ofMeaning[meaning.field] ?? null) : null;
}
