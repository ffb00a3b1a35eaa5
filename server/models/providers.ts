import { createAnthropic } from "@ai-sdk/anthropic";
import { createGoogle } from "@ai-sdk/google";
import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { EmbeddingModelV4, LanguageModelV4 } from "@ai-sdk/provider";
import { UnavailableError } from "@/server/platform/errors";
import type { ModelEndpoint } from "./endpoint";
import { modelFetch } from "./model-fetch";
import type { ModelName } from "./parse-model-name";

/** All that a call needs to reach one model. Made by `resolveModel`; the key never leaves the server. */
export interface ModelAccess extends ModelName {
  endpoint: ModelEndpoint;
  /** Null only for local servers that want none. */
  apiKey: string | null;
}

// Key and address are always given: left out, the libraries would take the operator's from the environment.
function settings(access: ModelAccess) {
  return { apiKey: access.apiKey ?? "", baseURL: access.endpoint.baseUrl, fetch: modelFetch(access.endpoint) };
}

/** The model object for `ai`. A bare string id is never passed on: `ai` would send it to a hosted gateway. */
export function languageModel(access: ModelAccess): LanguageModelV4 {
  switch (access.provider) {
    case "openai":
      return createOpenAI(settings(access)).languageModel(access.model);
    case "anthropic":
      return createAnthropic(settings(access)).languageModel(access.model);
    case "google":
      return createGoogle(settings(access)).languageModel(access.model);
    default:
      return compatible(access).languageModel(access.model);
  }
}

/** The embedding model object for `ai`. Errors: UnavailableError where the provider has none. */
export function embeddingModel(access: ModelAccess): EmbeddingModelV4 {
  switch (access.provider) {
    case "openai":
      return createOpenAI(settings(access)).embeddingModel(access.model);
    case "google":
      return createGoogle(settings(access)).embeddingModel(access.model);
    case "anthropic":
      throw new UnavailableError("Anthropic serves no embedding models. Choose another provider for EMBEDDING_MODEL.");
    default:
      return compatible(access).embeddingModel(access.model);
  }
}

function compatible(access: ModelAccess) {
  return createOpenAICompatible({
    name: access.provider,
    baseURL: access.endpoint.baseUrl,
    fetch: modelFetch(access.endpoint),
    includeUsage: true,
    // Servers of this protocol that know no schemas ignore the field or take it as a wish for JSON; the schema is in the prompt too.
    supportsStructuredOutputs: true,
    ...(access.apiKey ? { apiKey: access.apiKey } : {}),
  });
}
