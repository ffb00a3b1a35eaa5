import { and, eq } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type SourceCredential, sourceCredentials } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

export async function findCredential(
  tx: Tx,
  ctx: WorkspaceContext,
  sourceId: string,
): Promise<SourceCredential | null> {
  const [found] = await tx
    .select()
    .from(sourceCredentials)
    .where(and(eq(sourceCredentials.workspaceId, ctx.workspace.id), eq(sourceCredentials.sourceId, sourceId)));
  return found ?? null;
}

/** Refusals in a row after which a sign-in is left alone: portals lock accounts at three. */
export const maxRefusals = 2;

/** What people may know of a credential: everything but its secrets. */
export function describeCredential(credential: SourceCredential | null) {
  if (!credential) return null;
  return {
    loginUrl: credential.loginUrl,
    username: credential.username,
    hasTotp: credential.totpSealed !== null,
    isPaused: credential.refusals >= maxRefusals,
    lastSignInAt: credential.lastSignInAt,
  };
}
