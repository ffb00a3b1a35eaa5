import { and, asc, eq, gt } from "drizzle-orm";
import { auditEvents } from "@/drizzle/schema";
import { auditHash } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";

export interface AuditVerdict {
  isIntact: boolean;
  /** How many entries were checked, up to the broken one. */
  entries: number;
  /** The first entry that does not fit, by its number, and what is wrong with it. */
  broken: { seq: number; reason: string } | null;
  /** Hash of the last entry that was checked. Kept elsewhere, it proves later that none was cut off the end. */
  head: string;
}

const batch = 1000;

/** Computes the whole chain of the workspace's audit trail again. */
export async function verifyAudit(ctx: WorkspaceContext): Promise<AuditVerdict> {
  authorize(ctx, "audit:read");
  return inWorkspace(ctx, async (tx) => {
    let entries = 0;
    let seq = 0;
    let head = "";
    for (;;) {
      const rows = await tx
        .select()
        .from(auditEvents)
        .where(and(eq(auditEvents.workspaceId, ctx.workspace.id), gt(auditEvents.seq, seq)))
        .orderBy(asc(auditEvents.seq))
        .limit(batch);
      for (const row of rows) {
        const reason = flaw(row, seq, head);
        if (reason) return { isIntact: false, entries, broken: { seq: row.seq, reason }, head };
        entries++;
        seq = row.seq;
        head = row.hash;
      }
      if (rows.length < batch) return { isIntact: true, entries, broken: null, head };
    }
  });
}

function flaw(row: typeof auditEvents.$inferSelect, previousSeq: number, previousHash: string): string | null {
  if (row.seq !== previousSeq + 1) return `entry ${previousSeq + 1} is missing`;
  if (row.previousHash !== previousHash) return "it does not follow from the entry before it";
  if (auditHash(row) !== row.hash) return "its content was changed after it was written";
  return null;
}
