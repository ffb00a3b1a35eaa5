import type { SealBinding } from "@/server/platform/crypto";

/** Where a sealed value of a source's credential lives: a copy in another row or workspace does not open. */
export function sealedIn(workspaceId: string, sourceId: string, column: string): SealBinding {
  return { workspaceId, column: `source_credentials.${column} ${sourceId}` };
}
