import { and, eq } from "drizzle-orm";
import { documents } from "@/drizzle/schema";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { ConflictError } from "@/server/platform/errors";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requireCollection } from "../collections/queries";
import { requireDocument } from "./queries";
import type { UpdateDocumentInput } from "./schemas";

/** Changes title, tags or collection. Throws NotFoundError; ConflictError when the other collection holds that path already. */
export async function updateDocument(ctx: WorkspaceContext, input: UpdateDocumentInput): Promise<void> {
  authorize(ctx, "documents:write");
  await inWorkspace(ctx, async (tx) => {
    const document = await requireDocument(tx, ctx, input.id);
    const moved = input.collectionId !== undefined && input.collectionId !== document.collectionId;
    if (moved) {
      const target = await requireCollection(tx, ctx, input.collectionId);
      const [taken] = await tx
        .select({ id: documents.id, deletedAt: documents.deletedAt })
        .from(documents)
        .where(
          and(
            eq(documents.workspaceId, ctx.workspace.id),
            eq(documents.collectionId, target.id),
            eq(documents.path, document.path),
          ),
        );
      if (taken && taken.deletedAt === null)
        throw new ConflictError(`${target.name} already holds ${document.path}. Rename or remove one of them first.`);
      // What is left of a removed document makes room.
      if (taken) {
        await tx
          .update(documents)
          .set({ path: `removed/${taken.id}` })
          .where(and(eq(documents.workspaceId, ctx.workspace.id), eq(documents.id, taken.id)));
      }
    }
    await tx
      .update(documents)
      .set({
        ...(input.title === undefined ? {} : { title: input.title }),
        ...(input.tags === undefined ? {} : { tags: [...new Set(input.tags)] }),
        ...(moved && input.collectionId ? { collectionId: input.collectionId } : {}),
      })
      .where(and(eq(documents.workspaceId, ctx.workspace.id), eq(documents.id, input.id)));
    await recordAudit(tx, ctx, { action: "document.update", subjectId: input.id });
    announceLive(ctx, "document", input.id);
  });
}
