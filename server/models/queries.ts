import { eq } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type ModelSettings, modelSettings } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

export async function findModelSettings(tx: Tx, ctx: WorkspaceContext): Promise<ModelSettings | null> {
  const [row] = await tx.select().from(modelSettings).where(eq(modelSettings.workspaceId, ctx.workspace.id));
  return row ?? null;
}
