import { and, eq, isNull } from "drizzle-orm";
import { members } from "@/drizzle/schema";
import { deadlineLabels } from "@/lib/vocabulary/deadline-labels";
import { type DeadlineKind, reminderDays } from "@/lib/vocabulary/opportunities";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { addDays } from "@/lib/zoned-day";
import { notifyMembers, whoMaySee } from "@/server/notifications";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { type DatedEntry, readDeadlines } from "../calendar/read-deadlines";
import { followersOf } from "../pipeline/tell-followers";
import { dueReminder } from "./due-reminders";

const remindedKinds: readonly DeadlineKind[] = ["submission", "questions", "site_visit"];

/**
 * Tells people of dates that come near, each once for a date and a number of days: who owns or watches the opportunity, and without either
 * whoever may decide about it. A date that moves is another date. Run often, as the workspace itself.
 */
export async function remindOfDeadlines(ctx: WorkspaceContext, now: Date): Promise<{ reminders: number }> {
  return inWorkspace(ctx, async (tx) => {
    const today = now.toISOString().slice(0, 10);
    const entries = await readDeadlines(tx, ctx, { from: today, to: addDays(today, Math.max(...reminderDays) + 1) });
    const people = await tx
      .select({ userId: members.userId, role: members.role, zone: members.timeZone })
      .from(members)
      .where(and(eq(members.workspaceId, ctx.workspace.id), isNull(members.suspendedAt)));
    let reminders = 0;
    for (const entry of driving(entries, now)) {
      const { opportunity, deadline } = entry;
      const followers = await followersOf(tx, ctx, opportunity);
      const seeing = await whoMaySee(tx, ctx, opportunity.collectionId);
      const readers = people.filter(({ userId, role }) =>
        followers.length > 0
          ? followers.includes(userId)
          : roleMay(role, "opportunities:decide") && (!seeing || seeing.includes(userId)),
      );
      for (const { userId, zone } of readers) {
        const due = dueReminder(
          { at: deadline.at, localDate: deadline.localDate, knownSince: deadline.createdAt },
          { zone: zone ?? "UTC", now },
        );
        if (!due) continue;
        reminders += 1;
        await notifyMembers(
          tx,
          ctx,
          "opportunities:read",
          {
            kind: "deadline_near",
            title: `${deadlineLabels[deadline.kind]} ${due.left === 1 ? "tomorrow" : `in ${due.left} days`}: ${opportunity.title}`,
            body: bodyOf(entry, due, zone ?? "UTC"),
            path: `/opportunities/${opportunity.id}`,
            occasion: `deadline_near ${opportunity.id} ${deadline.kind} ${deadline.at?.toISOString() ?? deadline.localDate} ${due.days}`,
          },
          [userId],
        );
      }
    }
    return { reminders };
  });
}

/** What somebody may still act on; of a date that is stated in two ways the earlier one that is still to come. */
function driving(entries: DatedEntry[], now: Date): DatedEntry[] {
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

function bodyOf(entry: DatedEntry, due: { date: string; time: string | null }, zone: string): string {
  const { deadline } = entry;
  const when = due.time
    ? `${due.date} at ${due.time} your time (${zone}).`
    : `${due.date}${deadline.localTime ? ` at ${deadline.localTime}` : ""}, as the buyer states it; no zone or hour is known for certain.`;
  return deadline.state === "contradicted"
    ? `${when} Documents disagree about this date; this is the earlier one.`
    : when;
}
