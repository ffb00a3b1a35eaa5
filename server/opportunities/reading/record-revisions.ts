import type { Tx } from "@/drizzle/client";
import { type Requirement, requirementRevisions } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

/** A row as it stood, and the columns that a reading changed. */
export interface RevisedRequirement {
  row: Requirement;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}

interface Reading {
  deed: "amendment" | "reading";
  revised: readonly RevisedRequirement[];
  /** Rows that are news to people; those of a first reading are none. */
  added: readonly { id: string; text: string }[];
}

const rowsAtOnce = 500;

/** Writes what one reading did into the history of the requirements, as one deed that can be undone as a whole. */
export async function recordRevisions(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunityId: string,
  { deed, revised, added }: Reading,
): Promise<void> {
  const base = { workspaceId: ctx.workspace.id, opportunityId, batchId: newId(), deed, userId: null };
  const rows = [
    ...revised.map(({ row, before, after }) => ({
      ...base,
      id: newId(),
      requirementId: row.id,
      revision: row.revision + 1,
      before,
      after,
    })),
    ...added.map((row) => ({
      ...base,
      id: newId(),
      requirementId: row.id,
      revision: 1,
      before: null,
      after: { text: row.text, state: "active" },
    })),
  ];
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await tx.insert(requirementRevisions).values(rows.slice(from, from + rowsAtOnce));
}
