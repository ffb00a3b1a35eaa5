import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type Requirement, type RequirementProposal, requirements } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

/** The requirements that proposals are about, by id. */
export async function readAbout(
  tx: Tx,
  ctx: WorkspaceContext,
  ids: readonly string[],
): Promise<Map<string, Requirement>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(requirements)
    .where(and(eq(requirements.workspaceId, ctx.workspace.id), inArray(requirements.id, [...new Set(ids)])));
  return new Map(rows.map((row) => [row.id, row]));
}

/** The rows that a proposal is about as long as they would still be changed as proposed; else null. */
export function standingRows(
  proposal: RequirementProposal,
  about: ReadonlyMap<string, Requirement>,
): Requirement[] | null {
  const rows = proposal.requirementIds.flatMap((id) => about.get(id) ?? []);
  if (rows.length !== proposal.requirementIds.length) return null;
  const isSame = rows.every((row, index) => row.state === "active" && row.revision === proposal.revisions[index]);
  return isSame ? rows : null;
}
