import type { ModelSettings } from "@/drizzle/schema";
import { type Env, env } from "@/lib/env";
import { type FallbackReason, isHosted, type ModelProvider, modelProviders } from "@/lib/vocabulary/models";
import { openText, SealError } from "@/server/platform/crypto";
import { logger } from "@/server/platform/logging";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { installationEndpoint, workspaceEndpoint } from "./endpoint";
import { type ModelName, parseModelName } from "./parse-model-name";
import type { ModelAccess } from "./providers";
import { findModelSettings } from "./queries";
import type { TokenPrices } from "./token-estimate";

export const apiKeyColumn = "model_settings.api_key";

/** The model that answers for a workspace, or why none does. */
export type ModelResolution =
  | { kind: "model"; access: ModelAccess; prices: TokenPrices | null }
  | { kind: "none"; reason: Extract<FallbackReason, "no_model" | "disabled" | "missing_key"> };

type ModelEnv = Pick<
  Env,
  | "AI_MODEL"
  | "AI_BASE_URL"
  | "AI_API_KEY"
  | "OPENAI_API_KEY"
  | "ANTHROPIC_API_KEY"
  | "GOOGLE_GENERATIVE_AI_API_KEY"
  | "OLLAMA_BASE_URL"
>;

/** The workspace's own choice, else the installation's. Only configuration chooses a model. */
export async function resolveModel(ctx: WorkspaceContext): Promise<ModelResolution> {
  const settings = await inWorkspace(ctx, (tx) => findModelSettings(tx, ctx));
  return chooseModel(settings, env);
}

/** The choice itself, without its reads. */
export function chooseModel(settings: ModelSettings | null, environment: ModelEnv): ModelResolution {
  if (settings && !settings.isEnabled) return { kind: "none", reason: "disabled" };
  const prices = settings ? pricesOf(settings) : null;
  const provider = modelProviders.find((known) => known === settings?.provider);
  if (settings && provider && settings.model) {
    const endpoint = workspaceEndpoint(provider, settings.baseUrl);
    if (!endpoint) return { kind: "none", reason: "no_model" };
    // The operator's key is for the operator's choice of model: a workspace that chooses its own brings its own.
    const apiKey = openApiKey(settings);
    if (!apiKey && isHosted(provider)) return { kind: "none", reason: "missing_key" };
    return { kind: "model", access: { provider, model: settings.model, endpoint, apiKey }, prices };
  }
  const name = environment.AI_MODEL ? parseModelName(environment.AI_MODEL) : null;
  if (!name) return { kind: "none", reason: "no_model" };
  const access = installationAccess(name, environment);
  return typeof access === "string" ? { kind: "none", reason: access } : { kind: "model", access, prices };
}

/** How a model that the environment names is reached; also for EMBEDDING_MODEL. */
export function installationAccess(name: ModelName, environment: ModelEnv): ModelAccess | "no_model" | "missing_key" {
  const endpoint = installationEndpoint(name.provider, environment);
  if (!endpoint) return "no_model";
  const apiKey = installationKey(name.provider, environment);
  if (!apiKey && isHosted(name.provider)) return "missing_key";
  return { ...name, endpoint, apiKey };
}

function installationKey(provider: ModelProvider, environment: ModelEnv): string | null {
  const keys = {
    openai: environment.OPENAI_API_KEY,
    anthropic: environment.ANTHROPIC_API_KEY,
    google: environment.GOOGLE_GENERATIVE_AI_API_KEY,
    // Not OPENAI_API_KEY: that one belongs to another host.
    compatible: environment.AI_API_KEY,
    ollama: undefined,
  } satisfies Record<ModelProvider, string | undefined>;
  return keys[provider] ?? null;
}

function openApiKey({ apiKeyCipher, workspaceId }: ModelSettings): string | null {
  if (!apiKeyCipher) return null;
  try {
    return openText(apiKeyCipher, { workspaceId, column: apiKeyColumn });
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    // Answers go on without a model; the key must be given again.
    logger.error({ event: "model.key_unreadable", workspaceId, reason: error.message }, "a model's key cannot be read");
    return null;
  }
}

function pricesOf(settings: ModelSettings): TokenPrices | null {
  const { inputPriceMicros, outputPriceMicros } = settings;
  if (inputPriceMicros === null || outputPriceMicros === null) return null;
  return { inputPriceMicros, outputPriceMicros };
}
