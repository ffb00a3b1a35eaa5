/** Who may serve a language model. `compatible` is any endpoint that speaks OpenAI's chat protocol; `ollama` is such a one. */
export const modelProviders = ["openai", "anthropic", "google", "ollama", "compatible"] as const;
export type ModelProvider = (typeof modelProviders)[number];

/** Providers whose address is fixed and that always want a key. */
const hostedProviders = ["openai", "anthropic", "google"] as const satisfies readonly ModelProvider[];

export function isHosted(provider: ModelProvider): boolean {
  return hostedProviders.some((hosted) => hosted === provider);
}

/** Why a judgement was answered by our own rules although a model was asked for or could have been. */
export const fallbackReasons = [
  "no_model",
  "disabled",
  "missing_key",
  "over_budget",
  "timeout",
  "rate_limited",
  "refused",
  "unreachable",
  "provider_error",
  "incomplete",
  "invalid_output",
  "circuit_open",
] as const;
export type FallbackReason = (typeof fallbackReasons)[number];

/** What became of one call of a model, as the usage table keeps it. */
export type CallOutcome =
  | "ok"
  | "cancelled"
  | Exclude<FallbackReason, "no_model" | "disabled" | "missing_key" | "over_budget">;

/** The share of a monthly budget from which its admins are warned. */
export const budgetWarningShare = 0.8;
