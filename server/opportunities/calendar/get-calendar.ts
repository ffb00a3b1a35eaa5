import { and, asc, eq, gte, lt } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { members, tasks } from "@/drizzle/schema";
import { addDays, daysBetween, isTimeZone, wallClock } from "@/lib/zoned-day";
import { authorize } from "@/server/platform/authorize";
import { InvalidInputError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { ownZone } from "./own-zone";
import { readDeadlines } from "./read-deadlines";
import type { CalendarEntry, CalendarInput, CalendarOutput } from "./schemas";

const mostDays = 400;

/** What falls on the days from `from` to `to` in a zone: dates of all kinds, and tasks that are due. Throws InvalidInputError. */
export async function getCalendar(ctx: WorkspaceContext, input: CalendarInput): Promise<CalendarOutput> {
  authorize(ctx, "opportunities:read");
  const days = daysBetween(input.from, input.to);
  if (days < 0 || days > mostDays) throw new InvalidInputError(`A calendar shows up to ${mostDays} days.`);
  if (input.zone !== undefined && !isTimeZone(input.zone)) throw new InvalidInputError("This is no time zone.");
  return inWorkspace(ctx, async (tx) => {
    const zone = input.zone ?? (await ownZone(tx, ctx));
    const within = ({ date }: { date: string }) => date >= input.from && date <= input.to;
    const deadlines = (await readDeadlines(tx, ctx, input)).map(({ deadline, opportunity }): CalendarEntry => {
      const { id, number, title, buyer, outcome } = opportunity;
      return {
        type: "deadline",
        id: deadline.id,
        kind: deadline.kind,
        at: deadline.at,
        date: deadline.at ? wallClock(deadline.at, zone).date : (deadline.localDate ?? ""),
        localDate: deadline.localDate,
        localTime: deadline.localTime,
        zone: deadline.zone,
        isContradicted: deadline.state === "contradicted",
        opportunity: { id, number, title, buyer, outcome },
      };
    });
    const due = await dueTasks(tx, ctx, input, zone);
    const entries = [...deadlines, ...due].filter(within);
    return { zone, entries: entries.sort((a, b) => (order(a) < order(b) ? -1 : 1)) };
  });
}

/** By day; what has no hour stands first. */
const order = (entry: CalendarEntry) => `${entry.date} ${entry.at?.toISOString() ?? ""} ${entry.id}`;

async function dueTasks(tx: Tx, ctx: WorkspaceContext, input: CalendarInput, zone: string): Promise<CalendarEntry[]> {
  const rows = await tx
    .select({ task: tasks, assigneeName: members.name })
    .from(tasks)
    .leftJoin(members, and(eq(members.workspaceId, tasks.workspaceId), eq(members.userId, tasks.assigneeId)))
    .where(
      and(
        eq(tasks.workspaceId, ctx.workspace.id),
        gte(tasks.dueAt, new Date(`${addDays(input.from, -1)}T00:00:00Z`)),
        lt(tasks.dueAt, new Date(`${addDays(input.to, 2)}T00:00:00Z`)),
      ),
    )
    .orderBy(asc(tasks.dueAt));
  return rows.flatMap(({ task, assigneeName }): CalendarEntry[] => {
    if (!task.dueAt) return [];
    return [
      {
        type: "task",
        id: task.id,
        title: task.title,
        path: task.path,
        at: task.dueAt,
        date: wallClock(task.dueAt, zone).date,
        isDone: task.doneAt !== null,
        isOwn: task.assigneeId !== null && task.assigneeId === ctx.actor.userId,
        assignee: task.assigneeId ? { id: task.assigneeId, name: assigneeName } : null,
      },
    ];
  });
}
