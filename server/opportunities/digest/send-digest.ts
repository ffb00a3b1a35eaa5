import { and, asc, desc, eq, gt, inArray, isNull, lte, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { mailDigests, members, type Notification, notifications, opportunities } from "@/drizzle/schema";
import { baseUrl } from "@/lib/env";
import { deadlineLabels } from "@/lib/vocabulary/deadline-labels";
import type { NotificationKind } from "@/lib/vocabulary/notifications";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { addDays, daysBetween, wallClock } from "@/lib/zoned-day";
import { queueMail } from "@/server/identity";
import { signUnsubscribe } from "@/server/notifications";
import { inWorkspace, unsafeAsSystem, type WorkspaceContext } from "@/server/platform/workspace-context";
import { readDeadlines } from "../calendar/read-deadlines";
import { readFollowers } from "../reminders/read-followers";
import { remindedDates } from "../reminders/reminded-dates";
import { composeDigest, type DigestLine, type DigestSection } from "./compose-digest";

/** Written in the reader's own morning. */
const morning = "08:00";
/** Of what lies further back, after a long silence, the screen tells. */
const furthestBackMs = 7 * 86_400_000;
const daysAhead = 7;
const found: readonly NotificationKind[] = ["opportunity_found"];
const moved: readonly NotificationKind[] = ["deadline_moved", "deadline_contradicted", "opportunity_amended"];
const tasks: readonly NotificationKind[] = ["task_due"];

/** Members who want the daily mail, whose morning has come and whose day has not been looked at yet. Asked as the workspace itself. */
export async function listDigestReaders(ctx: WorkspaceContext, now: Date): Promise<string[]> {
  return inWorkspace(ctx, async (tx) => {
    const rows = await tx
      .select({
        userId: members.userId,
        zone: members.timeZone,
        lastDay: sql<string | null>`(select max(d.day)::text from ${mailDigests} d
          where d.workspace_id = ${members.workspaceId} and d.user_id = ${members.userId})`,
      })
      .from(members)
      .where(
        and(eq(members.workspaceId, ctx.workspace.id), eq(members.hasMailDigest, true), isNull(members.suspendedAt)),
      )
      .orderBy(asc(members.userId));
    return rows
      .filter(({ zone, lastDay }) => isTurn(wallClock(now, zone ?? "UTC"), lastDay))
      .map(({ userId }) => userId);
  });
}

/** A reader who travels west has the same day twice; one mail is enough for it. */
function isTurn(here: { date: string; time: string }, lastDay: string | null): boolean {
  return here.time >= morning && (lastDay === null || lastDay < here.date);
}

/**
 * Writes the actor's mail of the day into the outbox: what saved searches found, what moved, what is due, seen with the actor's own eyes. A day has
 * one mail, whatever runs twice, because the day and the mail are written together; what happened while nothing ran stands in the next one. Without
 * anything to tell there is none.
 */
export async function sendDigest(ctx: WorkspaceContext, now: Date): Promise<{ mailId: string | null }> {
  const { userId } = ctx.actor;
  if (!userId) return { mailId: null };
  return inWorkspace(ctx, async (tx) => {
    const [reader] = await tx
      .select({
        email: members.email,
        zone: members.timeZone,
        hasMailDigest: members.hasMailDigest,
        role: members.role,
      })
      .from(members)
      .where(and(eq(members.workspaceId, ctx.workspace.id), eq(members.userId, userId), isNull(members.suspendedAt)))
      .for("update");
    if (!reader?.hasMailDigest) return { mailId: null };
    const zone = reader.zone ?? "UTC";
    const here = wallClock(now, zone);
    const [last] = await tx
      .select({ day: mailDigests.day, until: mailDigests.until })
      .from(mailDigests)
      .where(ofReader(ctx, userId))
      .orderBy(desc(mailDigests.until))
      .limit(1);
    if (!isTurn(here, last?.day ?? null)) return { mailId: null };
    const since = new Date(
      Math.max(last?.until.getTime() ?? now.getTime() - 86_400_000, now.getTime() - furthestBackMs),
    );
    const told = await readTold(tx, ctx, userId, since, now);
    const sections: DigestSection[] = [
      { title: "New opportunities", counted: "new", lines: linesOf(ctx, told, found) },
      { title: "Moved or changed by the buyer", counted: "changed", lines: linesOf(ctx, told, moved) },
      {
        title: `Due within ${daysAhead} days`,
        counted: "due",
        lines: [...(await dueLines(tx, ctx, { userId, zone, role: reader.role }, now)), ...linesOf(ctx, told, tasks)],
      },
    ];
    const lines = sections.reduce((sum, section) => sum + section.lines.length, 0);
    const home = `${baseUrl}/${ctx.workspace.slug}`;
    const token = signUnsubscribe({ workspaceId: ctx.workspace.id, userId });
    const mailId =
      lines === 0
        ? null
        : await unsafeAsSystem(tx, () =>
            queueMail(tx, {
              recipient: reader.email,
              unsubscribeUrl: `${baseUrl}/api/unsubscribe?token=${token}`,
              ...composeDigest({
                workspaceName: ctx.workspace.name,
                day: here.date,
                sections,
                listLink: `${home}/opportunities`,
                settingsLink: `${home}/settings/notifications`,
                unsubscribeLink: `${baseUrl}/unsubscribe?token=${token}`,
              }),
            }),
          );
    await tx
      .insert(mailDigests)
      .values({ workspaceId: ctx.workspace.id, userId, day: here.date, until: now, mailId, lines });
    return { mailId };
  });
}

const ofReader = (ctx: WorkspaceContext, userId: string) =>
  and(eq(mailDigests.workspaceId, ctx.workspace.id), eq(mailDigests.userId, userId));

/** What the person was told since; of opportunities that the person may no longer see, nothing. */
async function readTold(
  tx: Tx,
  ctx: WorkspaceContext,
  userId: string,
  since: Date,
  now: Date,
): Promise<Notification[]> {
  const rows = await tx
    .select()
    .from(notifications)
    .where(
      and(
        eq(notifications.workspaceId, ctx.workspace.id),
        eq(notifications.userId, userId),
        inArray(notifications.kind, [...found, ...moved, ...tasks]),
        gt(notifications.createdAt, since),
        lte(notifications.createdAt, now),
      ),
    )
    .orderBy(asc(notifications.createdAt), asc(notifications.id));
  const ids = [...new Set(rows.flatMap(({ path }) => opportunityIn(path) ?? []))];
  if (ids.length === 0) return rows;
  const seen = await tx
    .select({ id: opportunities.id })
    .from(opportunities)
    .where(
      and(
        eq(opportunities.workspaceId, ctx.workspace.id),
        isNull(opportunities.deletedAt),
        sql`${opportunities.id} = any(${sql.param(ids)}::uuid[])`,
      ),
    );
  const visible = new Set(seen.map(({ id }) => id));
  return rows.filter(({ path }) => {
    const id = opportunityIn(path);
    return id === null || visible.has(id);
  });
}

const opportunityIn = (path: string) => /^\/opportunities\/([0-9a-f-]{36})/.exec(path)?.[1] ?? null;

function linesOf(
  ctx: WorkspaceContext,
  told: readonly Notification[],
  kinds: readonly NotificationKind[],
): DigestLine[] {
  return told
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ title, body, path }) => ({ text: title, detail: body, link: `${baseUrl}/${ctx.workspace.slug}${path}` }));
}

/** Dates of the coming days of what the reader owns or watches; of what nobody follows, for whoever may decide. */
async function dueLines(
  tx: Tx,
  ctx: WorkspaceContext,
  reader: { userId: string; zone: string; role: (typeof members.$inferSelect)["role"] },
  now: Date,
): Promise<DigestLine[]> {
  const today = wallClock(now, reader.zone).date;
  const near = remindedDates(await readDeadlines(tx, ctx, { from: today, to: addDays(today, daysAhead) }), now);
  const followersOf = await readFollowers(
    tx,
    ctx,
    near.map(({ opportunity }) => opportunity),
  );
  return near.flatMap(({ opportunity, deadline }) => {
    const followers = followersOf(opportunity);
    const concerns = followers.size === 0 ? roleMay(reader.role, "opportunities:decide") : followers.has(reader.userId);
    const local = deadline.at ? wallClock(deadline.at, reader.zone) : { date: deadline.localDate ?? "", time: null };
    const left = local.date ? daysBetween(today, local.date) : -1;
    if (!concerns || left < 0 || left > daysAhead) return [];
    const when = local.time
      ? `${local.date} at ${local.time} your time (${reader.zone})`
      : `${local.date}, as the buyer states it`;
    const days = left === 0 ? "today" : left === 1 ? "tomorrow" : `in ${left} days`;
    return {
      text: `${deadlineLabels[deadline.kind]} ${days}: ${opportunity.title}`,
      detail: deadline.state === "contradicted" ? `${when}. Documents disagree about this date.` : when,
      link: `${baseUrl}/${ctx.workspace.slug}/opportunities/${opportunity.id}`,
    };
  });
}
