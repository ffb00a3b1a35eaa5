import { asc } from "drizzle-orm";
import { workspaces } from "@/drizzle/schema";
import { inSystem } from "@/server/platform/workspace-context";

/** Every workspace of the installation, for jobs that look after all of them in turn. */
export function listWorkspaceIds(): Promise<string[]> {
  return inSystem(async (tx) =>
    (await tx.select({ id: workspaces.id }).from(workspaces).orderBy(asc(workspaces.id))).map(({ id }) => id),
  );
}
