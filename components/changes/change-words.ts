import type { Meaning } from "@/components/ui/badge";
import type { ChangeKind, ChangeVerdict, Severity } from "@/lib/vocabulary/sources";

export const severityWords: Record<Severity, string> = { low: "Low", medium: "Medium", high: "High" };

export const severityMeanings: Record<Severity, Meaning> = { low: "neutral", medium: "attention", high: "danger" };

export const verdictWords: Record<ChangeVerdict, string> = {
  wording: "What it says",
  form: "Form only",
};

export const changeKindWords: Record<ChangeKind, string> = {
  text: "Text",
  price: "Price",
  number: "Number",
  link: "Link",
  list_item_added: "Added to a list",
  list_item_removed: "Taken off a list",
  image: "Picture",
  structure: "Structure",
  page_added: "New page",
  page_removed: "Page removed",
};
