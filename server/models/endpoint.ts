import type { Env } from "@/lib/env";
import type { ModelProvider } from "@/lib/vocabulary/models";

/** Where a model is reached, and how far that address is trusted. */
export interface ModelEndpoint {
  baseUrl: string;
  /**
   * `installation`: named in the environment, so trusted by its exact host and port, also on a private network.
   * `workspace`: typed by a member, so public addresses only, checked at every use.
   */
  trust: "installation" | "workspace";
}

const hostedUrls = {
  openai: "https://api.openai.com/v1",
  anthropic: "https://api.anthropic.com/v1",
  google: "https://generativelanguage.googleapis.com/v1beta",
} as const satisfies Partial<Record<ModelProvider, string>>;

const localOllama = "http://127.0.0.1:11434";

type EndpointEnv = Pick<Env, "AI_BASE_URL" | "OLLAMA_BASE_URL">;

/** The address of a model that the environment names; null where AI_BASE_URL is missing for a compatible one. */
export function installationEndpoint(provider: ModelProvider, env: EndpointEnv): ModelEndpoint | null {
  if (provider === "compatible") return env.AI_BASE_URL ? installation(env.AI_BASE_URL) : null;
  if (provider === "ollama") return installation(withProtocolPath(env.OLLAMA_BASE_URL ?? localOllama));
  return { baseUrl: hostedUrls[provider], trust: "installation" };
}

/** The address of a model that a workspace chose: the provider's own, or the typed one. */
export function workspaceEndpoint(provider: ModelProvider, typedUrl: string | null): ModelEndpoint | null {
  if (provider === "compatible") return typedUrl ? { baseUrl: typedUrl, trust: "workspace" } : null;
  if (provider === "ollama") return typedUrl ? { baseUrl: withProtocolPath(typedUrl), trust: "workspace" } : null;
  return { baseUrl: hostedUrls[provider], trust: "workspace" };
}

function installation(baseUrl: string): ModelEndpoint {
  return { baseUrl, trust: "installation" };
}

/** Ollama is configured by its bare address; the protocol we speak to it lives under /v1. */
function withProtocolPath(address: string): string {
  const url = new URL(address);
  if (url.pathname === "/" || url.pathname === "") url.pathname = "/v1";
  return url.toString();
}
