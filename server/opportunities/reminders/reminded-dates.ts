import type { DeadlineKind } from "@/lib/vocabulary/opportunities";
import type { DatedEntry } from "../calendar/read-deadlines";
import { earliness } from "../deadlines/settle-deadlines";

const remindedKinds: readonly DeadlineKind[] = ["submission", "questions", "site_visit"];

/** What somebody may still act on; of a date that is stated in two ways the earlier one that is still to come. */
export function remindedDates(entries: DatedEntry[], now: Date): DatedEntry[] {
  const contradicted = new Set<string>();
  return byMoment(entries).filter(({ deadline, opportunity }) => {
    if (!remindedKinds.includes(deadline.kind) || (deadline.at && deadline.at <= now)) return false;
    if (opportunity.outcome !== null || opportunity.decision === "no_go") return false;
    if (opportunity.procedureStatus === "cancelled" || opportunity.procedureStatus === "awarded") return false;
    if (deadline.state !== "contradicted") return true;
    const of = `${opportunity.id} ${deadline.kind}`;
    return !contradicted.has(of) && contradicted.add(of);
  });
}

/** Where documents disagree one may say no hour, and a day without one stands behind all moments in the records. */
function byMoment(entries: DatedEntry[]): DatedEntry[] {
  const keyed = entries.map((entry) => [earliness(entry.deadline), entry] as const);
  return keyed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, entry]) => entry);
}
