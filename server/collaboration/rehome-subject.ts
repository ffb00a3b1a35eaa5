import { and, eq } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { activities, comments, tasks } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import type { Subject } from "./subject";

/**
 * Takes what was said and done about one subject over to another, or to the collection in which the same subject now is. In the
 * caller's transaction.
 */
export async function rehomeSubject(
  tx: Tx,
  ctx: WorkspaceContext,
  from: Pick<Subject, "kind" | "id">,
  to: Pick<Subject, "kind" | "id" | "collectionId" | "path">,
): Promise<void> {
  const place = { subjectKind: to.kind, subjectId: to.id, collectionId: to.collectionId };
  await tx
    .update(comments)
    .set(place)
    .where(
      and(
        eq(comments.workspaceId, ctx.workspace.id),
        eq(comments.subjectKind, from.kind),
        eq(comments.subjectId, from.id),
      ),
    );
  await tx
    .update(tasks)
    .set({ ...place, path: to.path })
    .where(
      and(eq(tasks.workspaceId, ctx.workspace.id), eq(tasks.subjectKind, from.kind), eq(tasks.subjectId, from.id)),
    );
  const deeds = await tx
    .delete(activities)
    .where(
      and(
        eq(activities.workspaceId, ctx.workspace.id),
        eq(activities.subjectKind, from.kind),
        eq(activities.subjectId, from.id),
      ),
    )
    .returning();
  // Activities are written once and never changed; moving them is writing them elsewhere.
  if (deeds.length > 0) await tx.insert(activities).values(deeds.map((deed) => ({ ...deed, ...place })));
}
