import type { Meaning } from "@/components/ui/badge";
import type { FixReason, FixStatus, RuleOrigin } from "@/lib/vocabulary/sources";

export const reasonWords: Record<FixReason, string> = {
  no_records: "No entries found",
  field_emptied: "A field is empty",
  entry_wrong: "An entry is wrong",
  asked: "Fields to be taught",
};

export const reasonMeanings: Record<FixReason, Meaning> = {
  no_records: "danger",
  field_emptied: "attention",
  entry_wrong: "attention",
  asked: "neutral",
};

export const fixStatusWords: Record<FixStatus, string> = {
  open: "To fix",
  applied: "Mended by a person",
  dismissed: "Dismissed",
  mended: "Read again by itself",
};

const unnamed = /^(?:text|column)(?: (\d+))?$/;

/** Nothing on the page says what the value is; see server/crawling/listings/name-fields. */
export function isUnnamed(field: string): boolean {
  return unnamed.test(field);
}

/** As a field is called on screen; its own name else. */
export function fieldWords(field: string): string {
  if (field === "title") return "Title";
  if (field === "url") return "Link";
  const number = unnamed.exec(field)?.[1];
  return isUnnamed(field) ? `Value without a name${number ? ` (${number})` : ""}` : field;
}

/** Who made the rule by which entries are read. */
export const originWords: Record<RuleOrigin, string> = {
  learned: "learned from the page",
  model: "learned from what a model showed",
  person: "shown by a person",
  given: "written by hand",
};
