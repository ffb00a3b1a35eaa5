import type { DeadlineKind } from "@/lib/vocabulary/opportunities";
import type { DatedEntry } from "../calendar/read-deadlines";

const remindedKinds: readonly DeadlineKind[] = ["submission", "questions", "site_visit"];

/** What somebody may still act on; of a date that is stated in two ways the earlier one that is still to come. */
export function remindedDates(entries: DatedEntry[], now: Date): DatedEntry[] {
  const contradicted = new Set<string>();
  return entries.filter(({ deadline, opportunity }) => {
    if (!remindedKinds.includes(deadline.kind) || (deadline.at && deadline.at <= now)) return false;
    if (opportunity.outcome !== null || opportunity.decision === "no_go") return false;
    if (opportunity.procedureStatus === "cancelled" || opportunity.procedureStatus === "awarded") return false;
    if (deadline.state !== "contradicted") return true;
    const of = `${opportunity.id} ${deadline.kind}`;
    return !contradicted.has(of) && contradicted.add(of);
  });
}
