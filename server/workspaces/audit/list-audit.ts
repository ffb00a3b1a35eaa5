import { and, asc, count, desc, eq, gte, ilike, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import { auditEvents, members } from "@/drizzle/schema";
import { isUuid } from "@/lib/ids";
import { containing } from "@/lib/like-pattern";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { ListAuditInput } from "../schemas";
import type { NameBook } from "./name-book";

type Entry = Awaited<ReturnType<typeof readEntries>>["entries"][number];

/**
 * Entries that match, newest first, and how many there are in all. `names` says what the ids in an entry stand for, as far as the
 * reader may see it; `actorName` is null for jobs and for people of whom the trail does not tell who they were.
 */
export async function listAudit(ctx: WorkspaceContext, book: NameBook, input: ListAuditInput) {
  authorize(ctx, "audit:read");
  const alike = input.q ? await book.idsLike(ctx, input.q) : [];
  const { entries, total } = await readEntries(ctx, input, alike);
  const ids = [...new Set(entries.flatMap((entry) => [...idsIn(entry), ...(entry.actorId ? [entry.actorId] : [])]))];
  const names = new Map([...(await nameLeavers(ctx, ids)), ...(await book.names(ctx, ids))]);
  return {
    total,
    entries: entries.map((entry) => ({
      ...entry,
      actorName: entry.actorName ?? names.get(entry.actorId ?? "") ?? null,
      names: Object.fromEntries(idsIn(entry).flatMap((id) => (names.has(id) ? [[id, names.get(id) ?? ""]] : []))),
    })),
  };
}

function readEntries(ctx: WorkspaceContext, input: ListAuditInput, alike: string[]) {
  return inWorkspace(ctx, async (tx) => {
    const matching = and(eq(auditEvents.workspaceId, ctx.workspace.id), ...filters(input, alike));
    const actor = and(eq(members.workspaceId, auditEvents.workspaceId), eq(members.userId, auditEvents.actorId));
    const entries = await tx
      .select({
        id: auditEvents.id,
        seq: auditEvents.seq,
        createdAt: auditEvents.createdAt,
        actorKind: auditEvents.actorKind,
        actorId: auditEvents.actorId,
        actorName: members.name,
        action: auditEvents.action,
        subjectId: auditEvents.subjectId,
        detail: auditEvents.detail,
        requestId: auditEvents.requestId,
      })
      .from(auditEvents)
      .leftJoin(members, actor)
      .where(matching)
      .orderBy(input.order === "oldest" ? asc(auditEvents.seq) : desc(auditEvents.seq))
      .limit(input.limit)
      .offset(input.offset);
    const [counted] = await tx.select({ total: count() }).from(auditEvents).leftJoin(members, actor).where(matching);
    return { entries, total: counted?.total ?? 0 };
  });
}

/** Who went is named by the entry that tells of it: the row of a member goes with the member. */
function nameLeavers(ctx: WorkspaceContext, ids: string[]): Promise<Map<string, string>> {
  return inWorkspace(ctx, async (tx) => {
    const told = await tx
      .select({ id: auditEvents.subjectId, name: sql<string>`${auditEvents.detail} ->> 'name'` })
      .from(auditEvents)
      .where(
        and(
          eq(auditEvents.workspaceId, ctx.workspace.id),
          inArray(auditEvents.action, ["member.remove", "member.leave"]),
          sql`${auditEvents.subjectId} = any(${sql.param(ids)}::text[])`,
          sql`${auditEvents.detail} ? 'name'`,
        ),
      )
      .orderBy(asc(auditEvents.seq));
    return new Map(told.flatMap(({ id, name }) => (id ? [[id, name] as const] : [])));
  });
}

const mostIds = 100;

/** Every id that an entry holds: its subject, and those among its details. */
function idsIn({ subjectId, detail }: Pick<Entry, "subjectId" | "detail">): string[] {
  const found = new Set<string>();
  const look = (value: unknown) => {
    if (typeof value === "string") {
      if (isUuid(value)) found.add(value);
    } else if (value && typeof value === "object") Object.values(value).forEach(look);
  };
  look(subjectId);
  look(detail);
  return [...found].slice(0, mostIds);
}

function filters({ q, action, from, to }: ListAuditInput, alike: string[]): (SQL | undefined)[] {
  const like = q ? containing(q) : null;
  return [
    like
      ? or(
          ilike(auditEvents.action, like),
          ilike(members.name, like),
          ilike(members.email, like),
          ilike(auditEvents.subjectId, like),
          sql`${auditEvents.detail}::text ilike ${like}`,
          sql`${auditEvents.subjectId} = any(${sql.param(alike)}::text[])`,
        )
      : undefined,
    action ? eq(auditEvents.action, action) : undefined,
    from ? gte(auditEvents.createdAt, new Date(from)) : undefined,
    to ? lt(auditEvents.createdAt, new Date(to)) : undefined,
  ];
}
