import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type Amendment, amendments, requirements } from "@/drizzle/schema";
import { one } from "@/lib/one";
import { authorize } from "@/server/platform/authorize";
import { NotFoundError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requireOpportunity } from "../queries";
import { labelOf } from "../requirements/to-views";
import type { AmendmentDetail } from "./schemas";
import { toSummaries } from "./to-summary";

/** What one amendment changed, item by item. Throws NotFoundError. */
export async function getAmendment(ctx: WorkspaceContext, id: string): Promise<AmendmentDetail> {
  authorize(ctx, "opportunities:read");
  return inWorkspace(ctx, async (tx) => {
    const amendment = await requireAmendment(tx, ctx, id);
    const ids = amendment.items.map(({ requirementId }) => requirementId).filter((one) => one !== null);
    const named =
      ids.length === 0
        ? []
        : await tx
            .select({ id: requirements.id, number: requirements.number })
            .from(requirements)
            .where(and(eq(requirements.workspaceId, ctx.workspace.id), inArray(requirements.id, ids)));
    const requirementOf = new Map(named.map((row) => [row.id, { id: row.id, label: labelOf(row.number) }]));
    return {
      ...one(await toSummaries(tx, ctx, [amendment])),
      beforeSnapshotId: amendment.beforeSnapshotId,
      afterSnapshotId: amendment.afterSnapshotId,
      items: amendment.items.map((item) => ({
        what: item.what,
        requirement: item.requirementId === null ? null : (requirementOf.get(item.requirementId) ?? null),
        before: item.before,
        after: item.after,
        detail: item.detail ?? null,
        quote: item.quote ?? null,
        quotes: item.quotes ?? null,
      })),
    };
  });
}

export async function requireAmendment(tx: Tx, ctx: WorkspaceContext, id: string): Promise<Amendment> {
  const [amendment] = await tx
    .select()
    .from(amendments)
    .where(and(eq(amendments.workspaceId, ctx.workspace.id), eq(amendments.id, id)));
  if (!amendment) throw new NotFoundError("amendment");
  await requireOpportunity(tx, ctx, amendment.opportunityId);
  return amendment;
}
