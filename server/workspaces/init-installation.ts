import { baseUrl } from "@/lib/env";
import { newId } from "@/lib/ids";
import { type Caller, createSignInLink, makeOperator } from "@/server/identity";
import { createApiKey } from "./api-keys/create-api-key";
import { createWorkspace } from "./create-workspace";

/**
 * Sets up an installation that has no operator: the operator's account, a workspace and an API key with the scope "admin".
 * Needs the set-up token that the server wrote into its data folder, and works once. `apiKey` is told this once.
 * Throws ForbiddenError (token), ConflictError (the address has an account), InvalidInputError (password).
 */
export async function initInstallation(
  input: { email: string; password: string; workspace: string; setupToken: string },
  caller: Caller,
): Promise<{ workspaceId: string; slug: string; apiKey: string; url: string; signInUrl: string }> {
  const operator = await makeOperator(input, caller);
  const ctx = await createWorkspace({ ...operator, sessionId: newId() }, { name: input.workspace }, caller.requestId);
  const { token } = await createApiKey(ctx, { name: "init", scope: "admin" });
  return {
    workspaceId: ctx.workspace.id,
    slug: ctx.workspace.slug,
    apiKey: token,
    url: `${baseUrl}/${ctx.workspace.slug}`,
    signInUrl: await createSignInLink(operator.userId, `/${ctx.workspace.slug}/today`),
  };
}
