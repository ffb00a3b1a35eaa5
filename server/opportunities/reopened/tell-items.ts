import type { AmendmentItem } from "@/drizzle/schema";
import { deadlineLabels } from "@/lib/vocabulary/deadline-labels";
import type { DeadlineKind } from "@/lib/vocabulary/opportunities";
import { countItems } from "../amendments/count-items";

const became: Partial<Record<AmendmentItem["what"], string>> = {
  changed: "was changed by the buyer",
  removed: "was taken out by the buyer",
  affected: "names something that the buyer has taken out",
};

export function whatBecameOf(what: AmendmentItem["what"]): string {
  return became[what] ?? "was touched by the buyer";
}

/** "the submission date moved, 2 requirements changed and 1 was added", within a sentence. */
export function tellItems(items: readonly AmendmentItem[]): string {
  const { added, removed, changed, affected, field } = countItems(items);
  const dates = [...new Set(items.flatMap(({ what, detail }) => (what === "deadline" ? [nameOf(detail)] : [])))];
  const parts = [
    ...dates.map((name) => `the ${name} moved`),
    ...(field > 0 ? [`${count(field, "factor or limit", "factors or limits")} changed`] : []),
    ...(changed > 0 ? [`${count(changed, "requirement")} changed`] : []),
    ...(added > 0 ? [`${count(added, "requirement")} ${added === 1 ? "was" : "were"} added`] : []),
    ...(removed > 0 ? [`${count(removed, "requirement")} ${removed === 1 ? "was" : "were"} taken out`] : []),
    ...(affected > 0 ? [`${count(affected, "requirement")} named what was taken out`] : []),
  ];
  return parts.length < 2 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

function nameOf(detail: string | undefined): string {
  const label = deadlineLabels[detail as DeadlineKind] as string | undefined;
  return label && detail !== "other" ? `${label.toLowerCase()} date` : "schedule";
}

function count(amount: number, one: string, many = `${one}s`): string {
  return `${amount} ${amount === 1 ? one : many}`;
}
