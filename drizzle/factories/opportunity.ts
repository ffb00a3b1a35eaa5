import { sql } from "drizzle-orm";
import { getDatabase } from "@/drizzle/client";
import { type Opportunity, opportunities } from "@/drizzle/schema";
import { foldText } from "@/lib/fold-text";
import { newId } from "@/lib/ids";
import { one } from "@/lib/one";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

/** An opportunity as it stands after reading, with the columns that the test cares about. */
export async function anOpportunity(
  ctx: WorkspaceContext & { collectionId: string },
  columns: Partial<typeof opportunities.$inferInsert> = {},
): Promise<Opportunity> {
  const { db } = await getDatabase();
  const title = columns.title ?? "Maintenance of lifts";
  const row = {
    workspaceId: ctx.workspace.id,
    id: newId(),
    collectionId: ctx.collectionId,
    number: sql`(select coalesce(max(number), 0) + 1 from opportunities where workspace_id = ${ctx.workspace.id})`,
    searchText: foldText([title, columns.buyer, columns.reference, columns.summary, ...(columns.tags ?? [])].join(" ")),
    divisions: [...new Set((columns.categories ?? []).map((code) => code.slice(0, code.indexOf(":") + 3)))],
    ...columns,
    title,
  };
  return one(
    await db
      .insert(opportunities)
      .values(row as typeof opportunities.$inferInsert)
      .returning(),
  );
}
