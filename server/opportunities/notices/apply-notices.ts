import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import {
  matchKeys,
  notices,
  type Opportunity,
  opportunities,
  opportunityDeadlines,
  opportunityFields,
} from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import type { DeadlineState, ProcedureStatus } from "@/lib/vocabulary/opportunities";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { endOfDay } from "../deadlines/settle-deadlines";
import { refreshOpportunity } from "../refresh/refresh-opportunity";
import {
  deadlineKey,
  type MergedDeadline,
  type MergedField,
  type MergedNotices,
  mergeNotices,
  type ReadNotice,
} from "./merge-notices";
import type { NoticeChange, NoticeFacts } from "./notice-facts";

export interface AppliedNotices {
  after: Opportunity;
  /** What lists show of it that is no longer as it was. */
  changes: NoticeChange[];
}

/**
 * Brings an opportunity into line with its notices: their fields and dates, where the procedure stands, what later notices find it by.
 * What people and documents have stated is left alone. The opportunity must be locked, or new. Safe to do twice.
 */
export async function applyNotices(tx: Tx, ctx: WorkspaceContext, opportunityId: string): Promise<AppliedNotices> {
  const rows = await tx
    .select()
    .from(notices)
    .where(and(eq(notices.workspaceId, ctx.workspace.id), eq(notices.opportunityId, opportunityId)));
  const read: ReadNotice[] = rows.map((row) => ({ ...row, facts: row.facts as NoticeFacts }));
  const merged = mergeNotices(read);
  const at = { workspaceId: ctx.workspace.id, opportunityId };
  await applyFields(tx, at, merged);
  await applyDeadlines(tx, at, merged, new Set(rows.map(({ id }) => id)));
  await applyKeys(tx, at, [...new Set(rows.flatMap((row) => row.matchKeys))]);
  const country = [...read].reverse().find(({ facts }) => facts.country)?.facts.country ?? null;
  const { before, after } = await refreshOpportunity(tx, ctx, opportunityId);
  const procedureStatus = effectiveStatus(merged.status, after);
  const columns = {
    procedureStatus,
    lastNoticeAt: merged.lastNoticeAt ?? before.lastNoticeAt,
    ...(country ? { country } : {}),
  };
  await tx
    .update(opportunities)
    .set(columns)
    .where(and(eq(opportunities.workspaceId, at.workspaceId), eq(opportunities.id, opportunityId)));
  const now = { ...after, ...columns };
  return { after: now, changes: changesBetween(before, now) };
}

interface At {
  workspaceId: string;
  opportunityId: string;
}

async function applyFields(tx: Tx, at: At, merged: MergedNotices): Promise<void> {
  const known = await tx
    .select()
    .from(opportunityFields)
    .where(
      and(
        eq(opportunityFields.workspaceId, at.workspaceId),
        eq(opportunityFields.opportunityId, at.opportunityId),
        eq(opportunityFields.origin, "notice"),
      ),
    );
  const keyOf = (field: { name: string; text: string }) => `${field.name} ${field.text}`;
  const wanted = new Map(merged.fields.map((field) => [keyOf(field), field]));
  const gone = known.filter((field) => !wanted.has(keyOf(field)));
  if (gone.length > 0) {
    const ids = gone.map(({ id }) => id);
    await tx
      .delete(opportunityFields)
      .where(and(eq(opportunityFields.workspaceId, at.workspaceId), inArray(opportunityFields.id, ids)));
  }
  for (const field of known) {
    const now = wanted.get(keyOf(field));
    wanted.delete(keyOf(field));
    if (!now || (now.position === field.position && now.noticeId === field.noticeId)) continue;
    await tx
      .update(opportunityFields)
      .set({ position: now.position, noticeId: now.noticeId, value: now.value })
      .where(and(eq(opportunityFields.workspaceId, at.workspaceId), eq(opportunityFields.id, field.id)));
  }
  if (wanted.size === 0) return;
  const added = [...wanted.values()].map((field) => fieldRow(at, field));
  await tx.insert(opportunityFields).values(added);
}

/** Dates that no notice states any more stay as superseded; those of notices that went to another opportunity go with them. */
async function applyDeadlines(tx: Tx, at: At, merged: MergedNotices, own: ReadonlySet<string>): Promise<void> {
  const known = await tx
    .select()
    .from(opportunityDeadlines)
    .where(
      and(
        eq(opportunityDeadlines.workspaceId, at.workspaceId),
        eq(opportunityDeadlines.opportunityId, at.opportunityId),
        eq(opportunityDeadlines.origin, "notice"),
      ),
    );
  const wanted = new Map<string, MergedNotices["deadlines"][number]>();
  for (const one of merged.deadlines) {
    const key = deadlineKey(one.deadline);
    // Of two publishers one may have moved on while the other still states the date.
    if (!wanted.has(key) || !one.isSuperseded) wanted.set(key, one);
  }
  for (const row of known) {
    const key = deadlineKey(row);
    const now = wanted.get(key);
    wanted.delete(key);
    const mine = and(eq(opportunityDeadlines.workspaceId, at.workspaceId), eq(opportunityDeadlines.id, row.id));
    if (!now && row.noticeId && !own.has(row.noticeId)) await tx.delete(opportunityDeadlines).where(mine);
    else if ((!now || now.isSuperseded) && row.state !== "superseded")
      await tx.update(opportunityDeadlines).set({ state: "superseded" }).where(mine);
    else if (now && !now.isSuperseded && row.state === "superseded")
      await tx.update(opportunityDeadlines).set({ state: "in_force", noticeId: now.noticeId }).where(mine);
  }
  const added = [...wanted.values()].map((one) => statedDeadlineRow(at, one));
  if (added.length > 0) await tx.insert(opportunityDeadlines).values(added);
}

export function fieldRow(at: At, field: MergedField) {
  return { ...at, id: newId(), ...field, origin: "notice" as const, isChosen: false };
}

function stateOf(isSuperseded: boolean): DeadlineState {
  return isSuperseded ? "superseded" : "in_force";
}

export function statedDeadlineRow(at: At, { deadline, noticeId, isSuperseded }: MergedDeadline) {
  return {
    ...at,
    id: newId(),
    kind: deadline.kind,
    state: stateOf(isSuperseded),
    quote: deadline.quote,
    localDate: deadline.localDate,
    localTime: deadline.localTime,
    zoneStated: deadline.zoneStated,
    zone: deadline.zone,
    at: deadline.at ? new Date(deadline.at) : null,
    note: deadline.note,
    flags: deadline.flags,
    origin: "notice" as const,
    noticeId,
  };
}

async function applyKeys(tx: Tx, at: At, keys: readonly string[]): Promise<void> {
  const known = await tx
    .select({ key: matchKeys.matchKey })
    .from(matchKeys)
    .where(and(eq(matchKeys.workspaceId, at.workspaceId), eq(matchKeys.opportunityId, at.opportunityId)));
  const wanted = new Set(keys);
  const gone = known.map(({ key }) => key).filter((key) => !wanted.has(key));
  if (gone.length > 0) {
    await tx
      .delete(matchKeys)
      .where(
        and(
          eq(matchKeys.workspaceId, at.workspaceId),
          eq(matchKeys.opportunityId, at.opportunityId),
          inArray(matchKeys.matchKey, gone),
        ),
      );
  }
  for (const { key } of known) wanted.delete(key);
  if (wanted.size > 0) await tx.insert(matchKeys).values([...wanted].map((matchKey) => ({ ...at, matchKey })));
}

/** Portals forget to close what is over: once its last day, of several that disagree the latest, has ended everywhere, an open procedure is closed. */
export function effectiveStatus(
  status: ProcedureStatus,
  {
    submissionAt,
    submissionDate,
    submissionLastAt,
  }: Pick<Opportunity, "submissionAt" | "submissionDate" | "submissionLastAt">,
  now = new Date(),
): ProcedureStatus {
  if (status !== "open" && status !== "unknown" && status !== "unlisted") return status;
  const ends = (submissionLastAt ?? submissionAt)?.getTime() ?? (submissionDate ? endOfDay(submissionDate) : null);
  if (ends === null) return status;
  if (ends < now.getTime()) return "closed";
  return status === "unlisted" ? status : "open";
}

function changesBetween(before: Opportunity, after: Opportunity): NoticeChange[] {
  const deadline = (one: Opportunity) => one.submissionAt?.toISOString() ?? one.submissionDate;
  const told: [string, string | null, string | null][] = [
    ["deadline", deadline(before), deadline(after)],
    ["status", before.procedureStatus, after.procedureStatus],
    ["title", before.title, after.title],
    ["buyer", before.buyer, after.buyer],
    ["value", before.valueAmount, after.valueAmount],
  ];
  return told.filter(([, was, is]) => was !== is).map(([what, was, is]) => ({ what, before: was, after: is }));
}
