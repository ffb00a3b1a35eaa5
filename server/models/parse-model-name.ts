import { type ModelProvider, modelProviders } from "@/lib/vocabulary/models";

export interface ModelName {
  provider: ModelProvider;
  model: string;
}

/**
 * `<provider>:<model>` as AI_MODEL and EMBEDDING_MODEL spell it: "openai:gpt-5", "ollama:llama3:8b" (only the first colon
 * counts). Null for anything else.
 */
export function parseModelName(text: string): ModelName | null {
  const colon = text.indexOf(":");
  if (colon < 1) return null;
  const provider = modelProviders.find((known) => known === text.slice(0, colon));
  const model = text.slice(colon + 1).trim();
  return provider && model ? { provider, model } : null;
}

/** The name under which usage is kept and shown: `<provider>:<model>`. */
export function formatModelName({ provider, model }: ModelName): string {
  return `${provider}:${model}`;
}
