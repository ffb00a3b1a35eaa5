import { and, asc, count, desc, eq, gte, ilike, lt, or, type SQL, sql } from "drizzle-orm";
import { auditEvents, members } from "@/drizzle/schema";
import { containing } from "@/lib/like-pattern";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { ListAuditInput } from "../schemas";

/** Entries that match, newest first, and how many there are in all. `actorName` is null for jobs and for people who have left. */
export async function listAudit(ctx: WorkspaceContext, input: ListAuditInput) {
  authorize(ctx, "audit:read");
  return inWorkspace(ctx, async (tx) => {
    const matching = and(eq(auditEvents.workspaceId, ctx.workspace.id), ...filters(input));
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

function filters({ q, action, from, to }: ListAuditInput): (SQL | undefined)[] {
  const like = q ? containing(q) : null;
  return [
    like
      ? or(
          ilike(auditEvents.action, like),
          ilike(members.name, like),
          ilike(members.email, like),
          ilike(auditEvents.subjectId, like),
          sql`${auditEvents.detail}::text ilike ${like}`,
        )
      : undefined,
    action ? eq(auditEvents.action, action) : undefined,
    from ? gte(auditEvents.createdAt, new Date(from)) : undefined,
    to ? lt(auditEvents.createdAt, new Date(to)) : undefined,
  ];
}
