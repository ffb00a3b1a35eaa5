import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import { and, eq, inArray } from "drizzle-orm";
import type { Snapshot } from "@/drizzle/schema";
import { documents } from "@/drizzle/schema";
import { InvalidInputError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { addDocument } from "../documents/add-document";
import { memberFolder } from "../documents/member-folder";
import { requireDocument } from "../documents/queries";
import { withReceivedFile } from "../documents/received-file";
import { documentPath } from "../documents/schemas";

export interface ContainerMember {
  path: string;
  bytesPath: string;
}

/** Containers inside containers, counting the one that a person gave. */
const deepest = 3;

/**
 * Adds the files inside an archive or a mail as documents of their own, under the container's path. Returns how many, and in words
 * for the reader what was left out: each file that could not be taken, or all of them in a mail that came in mails in mails.
 */
export async function addMembers(
  ctx: WorkspaceContext,
  container: Snapshot,
  members: ContainerMember[],
): Promise<{ added: number; leftOut: string[] }> {
  const parent = await inWorkspace(ctx, (tx) => requireDocument(tx, ctx, container.documentId));
  const folder = memberFolder(parent.path);
  const isTooDeep = members.length > 0 && (await countContainers(ctx, parent)) >= deepest;
  const leftOut = isTooDeep ? [`Its files were left out: mails inside mails are opened ${deepest} deep.`] : [];
  let added = 0;
  for (const member of members) {
    const path = documentPath.safeParse(`${folder}/${member.path}`);
    try {
      if (isTooDeep) continue;
      if (!path.success) {
        leftOut.push(
          `${endOf(member.path)} was left out: ${path.error.issues[0]?.message ?? "its path cannot be kept"}`,
        );
        continue;
      }
      await withReceivedFile(createReadStream(member.bytesPath), (file) =>
        addDocument(ctx, { path: path.data, collectionId: parent.collectionId, origin: "attachment", file }),
      );
      added++;
    } catch (error) {
      // A member that is refused is no reason to stop; anything else is.
      if (!(error instanceof InvalidInputError)) throw error;
      leftOut.push(`${endOf(member.path)} was left out: ${error.message}`);
    } finally {
      await rm(member.bytesPath, { force: true });
    }
  }
  return { added, leftOut };
}

/** This container and those that it came out of: a member stands in the folder that is named after its container. */
async function countContainers(ctx: WorkspaceContext, parent: { path: string; collectionId: string }): Promise<number> {
  const parts = parent.path.split("/").slice(0, -1);
  const folders = parts.map((_, index) => parts.slice(0, index + 1).join("/"));
  if (folders.length === 0) return 1;
  // One that was found on the web has its address for a path.
  const paths = folders.flatMap((folder) =>
    ["", "https://", "http://"].flatMap((scheme) => [`${scheme}${folder}.zip`, `${scheme}${folder}.eml`]),
  );
  const found = await inWorkspace(ctx, (tx) =>
    tx
      .select({ path: documents.path })
      .from(documents)
      .where(
        and(
          eq(documents.workspaceId, ctx.workspace.id),
          eq(documents.collectionId, parent.collectionId),
          inArray(documents.path, paths),
        ),
      ),
  );
  return found.length + 1;
}

/** The end of a path tells files apart. */
function endOf(path: string): string {
  return path.length <= 200 ? path : `… ${path.slice(-200)}`;
}
