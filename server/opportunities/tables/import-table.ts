import { and, eq, inArray } from "drizzle-orm";
import { collections, notices } from "@/drizzle/schema";
import { one } from "@/lib/one";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { updateMany } from "../deeds/update-many";
import { recordNotices } from "../notices/record-notices";
import { type OpenTable, openTable } from "./open-table";
import { mostProblemsTold } from "./preview-table";
import type { ReadRow } from "./read-rows";
import type { ImportTableInput, ImportTableOutput } from "./schemas";

/**
 * Takes the rows of a table as notices: a row about a tender that is known joins it, the others make one each, and the same table twice adds
 * nothing. Tags, stage and owner are set for those that are new. Rows that cannot be understood are left out and told. Throws InvalidInputError.
 */
export async function importTable(ctx: WorkspaceContext, input: ImportTableInput): Promise<ImportTableOutput> {
  authorize(ctx, "opportunities:write");
  const readAt = new Date();
  const table = portionOf(await openTable(ctx, input, readAt), input);
  const collectionId = await standardCollection(ctx);
  const recorded = await recordNotices(ctx, {
    collectionId,
    notices: table.read.map(({ facts }) => ({ facts })),
    readAt,
  });
  const opportunityOf = await readOpportunities(ctx, table.read);
  const made = new Set(recorded.discovered);
  const fresh = table.read.flatMap((row) => {
    const opportunityId = opportunityOf.get(row.facts.key);
    return opportunityId && made.has(opportunityId) ? [{ ...row, opportunityId }] : [];
  });
  await setOwn(ctx, fresh);
  await inWorkspace(ctx, (tx) =>
    recordAudit(tx, ctx, {
      action: "opportunities.import_table",
      detail: { fileName: input.fileName, created: made.size, rows: table.rows.length, leftOut: table.leftOut },
    }),
  );
  return {
    rows: table.rows.length,
    created: made.size,
    joined: table.read.length - fresh.length,
    unchanged: recorded.unchanged,
    leftOut: table.leftOut,
    problems: table.problems.slice(0, mostProblemsTold),
    opportunityIds: recorded.discovered,
  };
}

/** The whole table is read each time, so that a row is the same as an earlier one of another portion, too. */
function portionOf(table: OpenTable, { from, count }: ImportTableInput): OpenTable {
  if (count === undefined && from === 0) return table;
  const numbers = new Set(
    table.rows.slice(from, count === undefined ? undefined : from + count).map(({ number }) => number),
  );
  const problems = table.problems.filter(({ row }) => numbers.has(row));
  return {
    ...table,
    read: table.read.filter(({ row }) => numbers.has(row)),
    problems,
    leftOut: new Set(problems.map(({ row }) => row)).size,
  };
}

/** What a notice cannot say, because it is ours: set together for all that got the same. */
async function setOwn(ctx: WorkspaceContext, rows: readonly (ReadRow & { opportunityId: string })[]): Promise<void> {
  const alike = Map.groupBy(rows, ({ tags, stage, ownerId }) => JSON.stringify([tags, stage, ownerId]));
  for (const some of alike.values()) {
    const { tags, stage, ownerId } = one(some.slice(0, 1));
    if (tags.length === 0 && !stage && !ownerId) continue;
    const ids = [...new Set(some.map(({ opportunityId }) => opportunityId))];
    for (let from = 0; from < ids.length; from += 100) {
      await updateMany(ctx, {
        ids: ids.slice(from, from + 100),
        ...(tags.length > 0 ? { addTags: tags } : {}),
        ...(stage ? { stage } : {}),
        ...(ownerId ? { ownerId } : {}),
      });
    }
  }
}

async function standardCollection(ctx: WorkspaceContext): Promise<string> {
  const rows = await inWorkspace(ctx, (tx) =>
    tx
      .select({ id: collections.id })
      .from(collections)
      .where(and(eq(collections.workspaceId, ctx.workspace.id), eq(collections.isDefault, true))),
  );
  return one(rows).id;
}

async function readOpportunities(ctx: WorkspaceContext, rows: readonly ReadRow[]): Promise<Map<string, string>> {
  if (rows.length === 0) return new Map();
  const found = await inWorkspace(ctx, (tx) =>
    tx
      .select({ key: notices.noticeKey, opportunityId: notices.opportunityId })
      .from(notices)
      .where(
        and(
          eq(notices.workspaceId, ctx.workspace.id),
          eq(notices.scheme, "file"),
          inArray(
            notices.noticeKey,
            rows.map(({ facts }) => facts.key),
          ),
        ),
      ),
  );
  return new Map(found.map(({ key, opportunityId }) => [key, opportunityId]));
}
