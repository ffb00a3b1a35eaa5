import { and, eq } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { members } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

/** The zone that the person's browser last told; UTC until it has. */
export async function ownZone(tx: Tx, ctx: WorkspaceContext): Promise<string> {
  const { userId } = ctx.actor;
  if (!userId) return "UTC";
  const [member] = await tx
    .select({ zone: members.timeZone })
    .from(members)
    .where(and(eq(members.workspaceId, ctx.workspace.id), eq(members.userId, userId)));
  return member?.zone ?? "UTC";
}
