import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { documents, type Opportunity, opportunityDocuments } from "@/drizzle/schema";
import { recordActivity } from "@/server/collaboration";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { opportunitySubject } from "../pipeline/opportunity-subject";
import { forgetDocuments } from "./forget-documents";
import type { ReadPackage } from "./read-package";
import { lockReadable } from "./read-tender";

/**
 * New papers that are versions of others take their place: they are compared with what these said, and these no longer count among the papers of
 * the opportunity (a person can put them back). With a draft go its parts, which were handed out on their own as well. Safe to run twice; returns whether anything was taken.
 */
export async function takeVersions(
  ctx: WorkspaceContext,
  opportunityId: string,
  versions: ReadPackage["versions"],
): Promise<boolean> {
  if (versions.length === 0) return false;
  return inWorkspace(ctx, async (tx) => {
    const opportunity = await lockReadable(tx, ctx, opportunityId);
    if (!opportunity) return false;
    const ofLinks = and(
      eq(opportunityDocuments.workspaceId, ctx.workspace.id),
      eq(opportunityDocuments.opportunityId, opportunityId),
    );
    const links = await tx
      .select({ id: opportunityDocuments.documentId, mergedFrom: opportunityDocuments.mergedFrom })
      .from(opportunityDocuments)
      .where(ofLinks);
    const mergedFromOf = (id: string) => links.find((link) => link.id === id)?.mergedFrom ?? null;
    const titled = await tx
      .select({ id: documents.id, title: documents.title })
      .from(documents)
      .where(
        and(
          eq(documents.workspaceId, ctx.workspace.id),
          inArray(
            documents.id,
            versions.flatMap(({ id, of }) => [id, of]),
          ),
        ),
      );
    const titleOf = (id: string) => titled.find((one) => one.id === id)?.title ?? "a document";
    let taken = 0;
    for (const { id, of, share, parts } of versions) {
      const mergedFrom = mergedFromOf(of);
      // Papers of two that were merged stand side by side, so that each has its own when they part.
      if (mergedFromOf(id) !== null && mergedFromOf(id) !== mergedFrom) continue;
      const [old] = await tx
        .update(opportunityDocuments)
        .set({ detachedAt: new Date() })
        .where(
          and(
            ofLinks,
            eq(opportunityDocuments.documentId, of),
            isNull(opportunityDocuments.detachedAt),
            isNotNull(opportunityDocuments.shreddedSnapshotId),
          ),
        )
        .returning({ snapshotId: opportunityDocuments.shreddedSnapshotId });
      if (!old) continue;
      await tx
        .update(opportunityDocuments)
        // A newer version belongs where the older one does.
        .set({ shreddedSnapshotId: old.snapshotId, mergedFrom })
        .where(and(ofLinks, eq(opportunityDocuments.documentId, id)));
      await recordActivity(tx, ctx, opportunitySubject(opportunity), {
        deed: "document.replace",
        text: `took ${titleOf(id)} for a new version of ${titleOf(of)} (${Math.floor(share * 100)}% the same)`,
        detail: { documentId: id, replacedId: of },
      });
      await leaveParts(tx, ctx, opportunity, { id, title: titleOf(id), parts });
      taken++;
    }
    return taken > 0;
  });
}

async function leaveParts(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunity: Opportunity,
  version: { id: string; title: string; parts: readonly string[] },
): Promise<void> {
  if (version.parts.length === 0) return;
  const left = await tx
    .update(opportunityDocuments)
    .set({ detachedAt: new Date() })
    .where(
      and(
        eq(opportunityDocuments.workspaceId, ctx.workspace.id),
        eq(opportunityDocuments.opportunityId, opportunity.id),
        inArray(opportunityDocuments.documentId, [...version.parts]),
        isNull(opportunityDocuments.detachedAt),
      ),
    )
    .returning({ id: opportunityDocuments.documentId });
  const ids = left.map(({ id }) => id);
  if (ids.length === 0) return;
  await forgetDocuments(tx, ctx, opportunity.id, ids);
  const said = ids.length === 1 ? "a draft that is a part" : `${ids.length} drafts that are parts`;
  await recordActivity(tx, ctx, opportunitySubject(opportunity), {
    deed: "document.replace",
    text: `put away ${said} of what ${version.title} replaces`,
    detail: { documentId: version.id, replacedIds: ids },
  });
}
