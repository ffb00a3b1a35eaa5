import { expect } from "vitest";
import { addDocument, withReceivedFile } from "@/server/knowledge/documents";
import { getOpportunity } from "@/server/opportunities/detail/get-opportunity";
import { getImport } from "@/server/opportunities/reading/get-import";
import { listRequirements } from "@/server/opportunities/requirements/list-requirements";
import { listRequirementsInput } from "@/server/opportunities/requirements/schemas";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

export function addFile(ctx: WorkspaceContext, path: string, bytes: string | Uint8Array, collectionId: string) {
  return withReceivedFile(Buffer.from(bytes), (file) =>
    addDocument(ctx, { path, collectionId, origin: "upload", file }),
  );
}

/** Waits until the documents of an opportunity have been read, and returns it. */
export async function untilRead(ctx: WorkspaceContext, id: string) {
  await expect.poll(async () => (await getImport(ctx, id)).phase, { timeout: 300_000, interval: 200 }).toBe("done");
  return getOpportunity(ctx, id);
}

export async function demands(ctx: WorkspaceContext, id: string, more: object = {}) {
  return (await listRequirements(ctx, listRequirementsInput.parse({ opportunityId: id, ...more }))).requirements;
}
