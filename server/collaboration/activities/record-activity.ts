import type { Tx } from "@/drizzle/client";
import { activities } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import type { Subject } from "../subject";

export interface NewActivity {
  /** "stage.move": what was done, for icons and filters. */
  deed: string;
  /** One plain sentence that continues the person's name: "moved it to Review". */
  text: string;
  detail?: Record<string, unknown>;
}

/** Writes down what happened to a subject, in the deed's own transaction. */
export async function recordActivity(
  tx: Tx,
  ctx: WorkspaceContext,
  subject: Pick<Subject, "kind" | "id" | "collectionId">,
  activity: NewActivity,
): Promise<void> {
  await tx.insert(activities).values({
    workspaceId: ctx.workspace.id,
    id: newId(),
    collectionId: subject.collectionId,
    subjectKind: subject.kind,
    subjectId: subject.id,
    deed: activity.deed,
    text: activity.text,
    detail: activity.detail ?? {},
    userId: ctx.actor.userId,
    createdAt: new Date(),
  });
}
