import { createHash } from "node:crypto";
import { desc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { auditEvents } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import type { WorkspaceContext } from "./workspace-context";

export interface AuditInput {
  /** `<subject>.<deed>`, as in "member.invite". */
  action: string;
  subjectId?: string;
  /** Never secrets, never document text. */
  detail?: Record<string, unknown>;
}

/** Appends to the workspace's audit trail in the deed's own transaction. Each entry's hash covers the one before it. */
export async function recordAudit(tx: Tx, ctx: WorkspaceContext, input: AuditInput): Promise<void> {
  await appendAudit(tx, {
    workspaceId: ctx.workspace.id,
    actorKind: ctx.actor.kind,
    actorId: ctx.actor.userId,
    requestId: ctx.requestId,
    ...input,
  });
}

/** For deeds before there is a context (the making of a workspace). */
export async function appendAudit(
  tx: Tx,
  entry: AuditInput & { workspaceId: string; actorKind: string; actorId: string | null; requestId: string | null },
): Promise<void> {
  // Entries of one workspace are written one after the other, or the chain would fork.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`audit ${entry.workspaceId}`}, 0))`);
  const [last] = await tx
    .select({ seq: auditEvents.seq, hash: auditEvents.hash })
    .from(auditEvents)
    .where(eq(auditEvents.workspaceId, entry.workspaceId))
    .orderBy(desc(auditEvents.seq))
    .limit(1);
  const row = {
    workspaceId: entry.workspaceId,
    id: newId(),
    seq: (last?.seq ?? 0) + 1,
    actorKind: entry.actorKind,
    actorId: entry.actorId,
    action: entry.action,
    subjectId: entry.subjectId ?? null,
    detail: entry.detail ?? {},
    requestId: entry.requestId,
    previousHash: last?.hash ?? "",
    createdAt: new Date(),
  };
  await tx.insert(auditEvents).values({ ...row, hash: auditHash(row) });
}

/** What the hash covers, in this order; `verifyAudit` computes it again. */
export function auditHash(row: {
  workspaceId: string;
  id: string;
  seq: number;
  actorKind: string;
  actorId: string | null;
  action: string;
  subjectId: string | null;
  detail: Record<string, unknown>;
  requestId: string | null;
  previousHash: string;
  createdAt: Date;
}): string {
  const covered = [
    row.workspaceId,
    row.id,
    row.seq,
    row.actorKind,
    row.actorId,
    row.action,
    row.subjectId,
    canonicalJson(row.detail),
    row.requestId,
    row.previousHash,
    row.createdAt.toISOString(),
  ];
  return createHash("sha256").update(JSON.stringify(covered)).digest("hex");
}

// jsonb does not keep the order of keys.
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (value && typeof value === "object") {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}
