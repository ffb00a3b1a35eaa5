import { z } from "zod";
import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { apiKeyInput, apiKeyOutput, createApiKeyInput, createdApiKeyOutput, doneOutput } from "../schemas";
import { createApiKey } from "./create-api-key";
import { listApiKeys } from "./list-api-keys";
import { revokeApiKey } from "./revoke-api-key";

const tags = ["api keys"];

export const apiKeysRouter = router({
  list: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/api-keys", summary: "API keys of the workspace", tags } })
    .output(z.array(apiKeyOutput))
    .query(({ ctx }) => listApiKeys(ctx.workspace)),
  /** `apiKey` is shown this once. */
  create: workspaceProcedure
    .input(createApiKeyInput)
    .output(createdApiKeyOutput)
    .mutation(async ({ ctx, input }) => {
      const { apiKey, token } = await createApiKey(ctx.workspace, input);
      return { id: apiKey.id, name: apiKey.name, apiKey: token };
    }),
  revoke: workspaceProcedure
    .meta({ openapi: { method: "DELETE", path: "/api-keys/{id}", summary: "Revoke an API key", tags } })
    .input(apiKeyInput)
    .output(doneOutput)
    .mutation(async ({ ctx, input }) => {
      await revokeApiKey(ctx.workspace, input);
      return { ok: true } as const;
    }),
});
