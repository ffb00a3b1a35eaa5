import { resealModelKey } from "@/server/models";
import { resealAnswers } from "@/server/platform/idempotency";
import { type Resealed, sumOf } from "@/server/platform/reseal";
import { resealCredentials } from "@/server/sources";
import { listWorkspaceIds, resolveJobContext } from "@/server/workspaces";

/** After the installation's secret was replaced: seals everything anew that the one before sealed. May run beside all other work, and twice. */
export async function resealSecrets(): Promise<Resealed> {
  const counts: Resealed[] = [];
  for (const workspaceId of await listWorkspaceIds()) {
    const ctx = await resolveJobContext({ data: { workspaceId, userId: null } }, "reseal-secrets");
    counts.push(await resealModelKey(ctx), await resealCredentials(ctx), await resealAnswers(ctx));
  }
  return sumOf(counts);
}
