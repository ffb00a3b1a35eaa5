import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { addDocument } from "./add-document";
import { withReceivedFile } from "./received-file";
import type { AddedDocument, PasteDocumentInput } from "./schemas";

/** Keeps pasted text as a document of its own; pasting again under the same title is a new version. */
export async function pasteDocument(ctx: WorkspaceContext, input: PasteDocumentInput): Promise<AddedDocument> {
  const name = input.title.replace(/[\p{Cc}\p{Bidi_Control}\\/]+/gu, " ").trim() || "Pasted text";
  return withReceivedFile(Buffer.from(input.text, "utf8"), (file) =>
    addDocument(ctx, { path: `${name}.md`, collectionId: input.collectionId, origin: "paste", file }),
  );
}
