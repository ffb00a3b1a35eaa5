import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import type { Snapshot } from "@/drizzle/schema";
import { InvalidInputError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { addDocument } from "../documents/add-document";
import { requireDocument } from "../documents/queries";
import { withReceivedFile } from "../documents/received-file";
import { documentPath } from "../documents/schemas";

export interface ContainerMember {
  path: string;
  bytesPath: string;
}

/** Adds the files inside an archive or a mail as documents of their own, under the container's path. Returns how many. */
export async function addMembers(
  ctx: WorkspaceContext,
  container: Snapshot,
  members: ContainerMember[],
): Promise<number> {
  const parent = await inWorkspace(ctx, (tx) => requireDocument(tx, ctx, container.documentId));
  const folder = parent.path.replace(/\.(zip|eml)$/i, "");
  let added = 0;
  for (const member of members) {
    const path = documentPath.safeParse(`${folder}/${member.path}`);
    try {
      if (!path.success) continue;
      await withReceivedFile(createReadStream(member.bytesPath), (file) =>
        addDocument(ctx, { path: path.data, collectionId: parent.collectionId, origin: "attachment", file }),
      );
      added++;
    } catch (error) {
      // An empty member is no reason to stop; anything else is.
      if (!(error instanceof InvalidInputError)) throw error;
    } finally {
      await rm(member.bytesPath, { force: true });
    }
  }
  return added;
}
