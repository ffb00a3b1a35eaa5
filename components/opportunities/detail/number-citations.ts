import type { OpportunityView } from "../opportunity-types";

/** Each quote has one number on the page, in the order in which they first appear. */
export function numberCitations(
  opportunity: Pick<OpportunityView, "deadlines" | "fields">,
): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  const groups = [
    ...opportunity.fields.filter((field) => field.name === "summary"),
    ...opportunity.deadlines,
    ...opportunity.fields.filter((field) => field.name !== "summary"),
  ];
  for (const { statements } of groups) {
    for (const { citation } of statements) {
      if (citation && !numbers.has(citation.evidenceId)) numbers.set(citation.evidenceId, numbers.size + 1);
    }
  }
  return numbers;
}
