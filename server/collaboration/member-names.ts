import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { members } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

export interface NamedPerson {
  id: string;
  name: string | null;
}

/** The names of people of the workspace; whoever has left it has none. */
export async function memberNames(
  tx: Tx,
  ctx: WorkspaceContext,
  ids: readonly (string | null)[],
): Promise<{ person: (id: string | null) => NamedPerson | null; named: (id: string) => NamedPerson }> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const found =
    wanted.length === 0
      ? []
      : await tx
          .select({ id: members.userId, name: members.name })
          .from(members)
          .where(and(eq(members.workspaceId, ctx.workspace.id), inArray(members.userId, wanted)));
  const names = new Map(found.map(({ id, name }) => [id, name]));
  const named = (id: string) => ({ id, name: names.get(id) ?? null });
  return { named, person: (id) => (id === null ? null : named(id)) };
}
