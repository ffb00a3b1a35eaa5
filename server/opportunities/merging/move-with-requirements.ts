import { and, eq, inArray, isNotNull, or, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import {
  amendments,
  reopenings,
  requirementExplanations,
  requirementProposals,
  requirementRevisions,
} from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

export interface Move {
  fromId: string;
  toId: string;
  requirementIds: readonly string[];
  documentIds: readonly string[];
  /** Notices that go along; left out: all of them do. */
  noticeIds?: readonly string[];
}

/** What hangs on requirements, papers and notices goes where they go: histories, explanations, proposals, and amendments with what they reopened. */
export async function moveWithRequirements(tx: Tx, ctx: WorkspaceContext, move: Move): Promise<void> {
  const { fromId, toId } = move;
  const workspaceId = ctx.workspace.id;
  const isOneOf = (column: Parameters<typeof eq>[0], ids: readonly string[]) =>
    sql`${column} = any(${sql.param([...ids])}::uuid[])`;
  for (const table of [requirementRevisions, requirementExplanations]) {
    await tx
      .update(table)
      .set({ opportunityId: toId })
      .where(
        and(
          eq(table.workspaceId, workspaceId),
          eq(table.opportunityId, fromId),
          isOneOf(table.requirementId, move.requirementIds),
        ),
      );
  }
  await tx
    .update(requirementProposals)
    .set({ opportunityId: toId })
    .where(
      and(
        eq(requirementProposals.workspaceId, workspaceId),
        eq(requirementProposals.opportunityId, fromId),
        isOneOf(requirementProposals.documentId, move.documentIds),
      ),
    );
  const moved = await tx
    .update(amendments)
    .set({ opportunityId: toId })
    .where(
      and(
        eq(amendments.workspaceId, workspaceId),
        eq(amendments.opportunityId, fromId),
        or(
          isOneOf(amendments.documentId, move.documentIds),
          move.noticeIds ? isOneOf(amendments.noticeId, move.noticeIds) : isNotNull(amendments.noticeId),
        ),
      ),
    )
    .returning({ id: amendments.id });
  if (moved.length === 0) return;
  await tx
    .update(reopenings)
    .set({ opportunityId: toId })
    .where(
      and(
        eq(reopenings.workspaceId, workspaceId),
        inArray(
          reopenings.amendmentId,
          moved.map(({ id }) => id),
        ),
      ),
    );
}
