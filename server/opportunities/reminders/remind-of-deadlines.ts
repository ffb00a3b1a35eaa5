import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { members, notifications } from "@/drizzle/schema";
import { deadlineLabels } from "@/lib/vocabulary/deadline-labels";
import { reminderDays } from "@/lib/vocabulary/opportunities";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { addDays } from "@/lib/zoned-day";
import { notifyMembers, whoMaySee } from "@/server/notifications";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { type DatedEntry, readDeadlines } from "../calendar/read-deadlines";
import { dueReminder } from "./due-reminders";
import { readFollowers } from "./read-followers";
import { remindedDates } from "./reminded-dates";

/**
 * Tells people of dates that come near, each once for a date and a number of days: who owns or watches the opportunity, and without either
 * whoever may decide about it. A date that moves is another date. Run often, as the workspace itself, which sees whom it has told.
 */
export async function remindOfDeadlines(ctx: WorkspaceContext, now: Date): Promise<{ reminders: number }> {
  return inWorkspace(ctx, async (tx) => {
    const today = now.toISOString().slice(0, 10);
    const entries = await readDeadlines(tx, ctx, { from: today, to: addDays(today, Math.max(...reminderDays) + 1) });
    const people = await tx
      .select({ userId: members.userId, role: members.role, zone: members.timeZone })
      .from(members)
      .where(and(eq(members.workspaceId, ctx.workspace.id), isNull(members.suspendedAt)));
    const near = remindedDates(entries, now);
    const followersOf = await readFollowers(
      tx,
      ctx,
      near.map(({ opportunity }) => opportunity),
    );
    const told = await readTold(tx, ctx);
    const seeing = new Map<string, string[] | undefined>();
    let reminders = 0;
    for (const entry of near) {
      const { opportunity, deadline } = entry;
      const { collectionId } = opportunity;
      if (!seeing.has(collectionId)) seeing.set(collectionId, await whoMaySee(tx, ctx, collectionId));
      const allowed = seeing.get(collectionId);
      const visible = people.filter(({ userId }) => !allowed || allowed.includes(userId));
      const followers = followersOf(opportunity);
      const following = visible.filter(({ userId }) => followers.has(userId));
      const readers =
        following.length > 0 ? following : visible.filter(({ role }) => roleMay(role, "opportunities:decide"));
      for (const { userId, zone } of readers) {
        const due = dueReminder(
          { at: deadline.at, localDate: deadline.localDate, knownSince: deadline.createdAt },
          { zone: zone ?? "UTC", now },
        );
        if (!due) continue;
        reminders += 1;
        const occasion = `deadline_near ${opportunity.id} ${deadline.kind} ${deadline.at?.toISOString() ?? deadline.localDate} ${due.days}`;
        if (told.has(`${userId} ${occasion}`)) continue;
        await notifyMembers(
          tx,
          ctx,
          "opportunities:read",
          {
            kind: "deadline_near",
            title: `${deadlineLabels[deadline.kind]} ${due.left === 1 ? "tomorrow" : `in ${due.left} days`}: ${opportunity.title}`,
            body: bodyOf(entry, due, zone ?? "UTC"),
            path: `/opportunities/${opportunity.id}`,
            occasion,
          },
          [userId],
        );
      }
    }
    return { reminders };
  });
}

/** Who has been told of what, so that each run only writes what is new. */
async function readTold(tx: Tx, ctx: WorkspaceContext): Promise<Set<string>> {
  const rows = await tx
    .select({ userId: notifications.userId, occasion: notifications.occasion })
    .from(notifications)
    .where(and(eq(notifications.workspaceId, ctx.workspace.id), eq(notifications.kind, "deadline_near")));
  return new Set(rows.map(({ userId, occasion }) => `${userId} ${occasion}`));
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
