import { and, eq, gte, isNotNull } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { tasks } from "@/drizzle/schema";
import { baseUrl } from "@/lib/env";
import { deadlineLabels } from "@/lib/vocabulary/deadline-labels";
import { addDays } from "@/lib/zoned-day";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { type DatedEntry, readDeadlines } from "./read-deadlines";
import type { IcsEvent } from "./write-ics";

/** What has just passed stays for a while, so that what was called off is still seen to be so. */
const pastDays = 30;

/** What a calendar program is given: dates of all opportunities that the actor may see (or of one) and the actor's own tasks. */
export async function calendarEvents(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunityId: string | undefined,
  now: Date,
): Promise<IcsEvent[]> {
  const from = addDays(now.toISOString().slice(0, 10), -pastDays);
  const address = `${baseUrl}/${ctx.workspace.slug}`;
  const deadlines = await readDeadlines(tx, ctx, opportunityId ? { opportunityId } : { anyFrom: from });
  const places = new Map<string, number>();
  const events = deadlines.map((entry): IcsEvent => {
    const { deadline, opportunity } = entry;
    // A date that moves is the same entry at another time: named by its kind, and by its place among several of the kind. Those that have
    // passed are counted, so that none takes another's name once that one has left the calendar.
    const of = `${opportunity.id}-${deadline.kind}`;
    const place = (places.get(of) ?? 0) + 1;
    places.set(of, place);
    const changedAt = deadline.updatedAt > opportunity.updatedAt ? deadline.updatedAt : opportunity.updatedAt;
    return {
      uid: `deadline-${of}${place > 1 ? `-${place}` : ""}@outrider`,
      sequence: sequenceOf(changedAt),
      summary: `${deadlineLabels[deadline.kind]}: ${opportunity.title}`,
      description: describe(entry),
      url: `${address}/opportunities/${opportunity.id}`,
      at: deadline.at ?? deadline.localDate ?? "",
      changedAt,
      isCancelled: isCalledOff(entry),
    };
  });
  const isShown = ({ at }: IcsEvent) => opportunityId !== undefined || dayOf(at) >= addDays(from, -1);
  return [...events.filter(isShown), ...(opportunityId ? [] : await taskEvents(tx, ctx, from, address))];
}

const dayOf = (at: Date | string) => (typeof at === "string" ? at : at.toISOString().slice(0, 10));

const isCalledOff = ({ opportunity }: DatedEntry) =>
  opportunity.procedureStatus === "cancelled" ||
  opportunity.outcome === "cancelled" ||
  opportunity.outcome === "no_bid";

/** Seconds since 2025: grows with each change and stays far below what 32 bits hold. */
const sequenceOf = (changedAt: Date) => Math.max(0, Math.floor(changedAt.getTime() / 1000) - 1_735_689_600);

function describe({ deadline, opportunity }: DatedEntry): string {
  const stated = [deadline.localDate, deadline.localTime, deadline.zoneStated ?? deadline.zone]
    .filter(Boolean)
    .join(" ");
  return [
    opportunity.buyer ?? "",
    stated ? `As the buyer states it: ${stated}` : "",
    deadline.state === "contradicted" ? "Documents disagree about this date; look before you rely on it." : "",
  ]
    .filter(Boolean)
    .join("\n");
}

async function taskEvents(tx: Tx, ctx: WorkspaceContext, from: string, address: string): Promise<IcsEvent[]> {
  const { userId } = ctx.actor;
  if (!userId) return [];
  const rows = await tx
    .select()
    .from(tasks)
    .where(
      and(
        eq(tasks.workspaceId, ctx.workspace.id),
        eq(tasks.assigneeId, userId),
        isNotNull(tasks.dueAt),
        gte(tasks.dueAt, new Date(`${from}T00:00:00Z`)),
      ),
    );
  return rows.map((task) => ({
    uid: `task-${task.id}@outrider`,
    sequence: sequenceOf(task.updatedAt),
    summary: task.doneAt ? `✓ ${task.title}` : task.title,
    description: "",
    url: `${address}${task.path}`,
    at: task.dueAt ?? "",
    changedAt: task.updatedAt,
    isCancelled: false,
  }));
}
