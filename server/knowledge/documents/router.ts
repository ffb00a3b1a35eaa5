import { z } from "zod";
import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { cancelReading } from "./cancel-reading";
import { deleteDocument } from "./delete-document";
import { getDocument } from "./get-document";
import { getRendition } from "./get-rendition";
import { listDocuments } from "./list-documents";
import { pasteDocument } from "./paste-document";
import { retryReading } from "./retry-reading";
import {
  addedDocument,
  documentDetail,
  documentId,
  listDocumentsInput,
  listDocumentsOutput,
  pasteDocumentInput,
  renditionInput,
  renditionOutput,
  updateDocumentInput,
} from "./schemas";
import { updateDocument } from "./update-document";

const done = z.object({ ok: z.literal(true) });
const snapshotId = z.strictObject({ snapshotId: z.uuid() });
const tags = ["documents"];

export const documentsRouter = router({
  list: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/documents", tags, summary: "List documents with facets" } })
    .input(listDocumentsInput)
    .output(listDocumentsOutput)
    .query(({ ctx, input }) => listDocuments(ctx.workspace, input)),
  get: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/documents/{id}", tags, summary: "A document with its versions" } })
    .input(documentId)
    .output(documentDetail)
    .query(({ ctx, input }) => getDocument(ctx.workspace, input.id)),
  rendition: workspaceProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/documents/{documentId}/rendition",
        tags,
        summary: "Text and structure of a version",
      },
    })
    .input(renditionInput)
    .output(renditionOutput)
    .query(({ ctx, input }) => getRendition(ctx.workspace, input)),
  paste: workspaceProcedure
    .meta({ openapi: { method: "POST", path: "/documents/paste", tags, summary: "Keep pasted text as a document" } })
    .input(pasteDocumentInput)
    .output(addedDocument)
    .mutation(({ ctx, input }) => pasteDocument(ctx.workspace, input)),
  update: workspaceProcedure
    .meta({ openapi: { method: "PATCH", path: "/documents/{id}", tags, summary: "Change title, tags or collection" } })
    .input(updateDocumentInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await updateDocument(ctx.workspace, input);
      return { ok: true };
    }),
  remove: workspaceProcedure
    .meta({ openapi: { method: "DELETE", path: "/documents/{id}", tags, summary: "Remove a document" } })
    .input(documentId)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await deleteDocument(ctx.workspace, input.id);
      return { ok: true };
    }),
  cancelReading: workspaceProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/versions/{snapshotId}/cancel",
        tags,
        summary: "Stop the reading of a version",
      },
    })
    .input(snapshotId)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await cancelReading(ctx.workspace, input.snapshotId);
      return { ok: true };
    }),
  retryReading: workspaceProcedure
    .meta({ openapi: { method: "POST", path: "/versions/{snapshotId}/retry", tags, summary: "Read a version again" } })
    .input(snapshotId)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await retryReading(ctx.workspace, input.snapshotId);
      return { ok: true };
    }),
});
