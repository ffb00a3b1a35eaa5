import { z } from "zod";
import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { createCollection } from "./create-collection";
import { deleteCollection } from "./delete-collection";
import { listCollections } from "./list-collections";
import { collectionSummary, createCollectionInput, updateCollectionInput } from "./schemas";
import { updateCollection } from "./update-collection";

const done = z.object({ ok: z.literal(true) });
const tags = ["collections"];

export const collectionsRouter = router({
  list: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/collections", tags, summary: "List collections" } })
    .input(z.strictObject({}))
    .output(z.object({ collections: z.array(collectionSummary) }))
    .query(async ({ ctx }) => ({ collections: await listCollections(ctx.workspace) })),
  create: workspaceProcedure
    .meta({ openapi: { method: "POST", path: "/collections", tags, summary: "Make a collection" } })
    .input(createCollectionInput)
    .output(z.object({ id: z.uuid() }))
    .mutation(({ ctx, input }) => createCollection(ctx.workspace, input)),
  update: workspaceProcedure
    .meta({
      openapi: { method: "PATCH", path: "/collections/{id}", tags, summary: "Rename, open or restrict a collection" },
    })
    .input(updateCollectionInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await updateCollection(ctx.workspace, input);
      return { ok: true };
    }),
  remove: workspaceProcedure
    .meta({ openapi: { method: "DELETE", path: "/collections/{id}", tags, summary: "Remove an empty collection" } })
    .input(z.strictObject({ id: z.uuid() }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await deleteCollection(ctx.workspace, input.id);
      return { ok: true };
    }),
});
