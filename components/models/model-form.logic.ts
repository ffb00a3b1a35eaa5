import { microsPerDollar } from "@/lib/money";
import { isHosted, type ModelProvider } from "@/lib/vocabulary/models";
import type { ModelSettingsView, UpdateModelSettingsInput } from "@/server/models/schemas";

/** What the form holds while a person types: text, as typed. */
export interface ModelDraft {
  /** "installation": the operator's choice stands. */
  provider: ModelProvider | "installation";
  model: string;
  baseUrl: string;
  /** Only a new key; the stored one is never shown. */
  apiKey: string;
  isEnabled: boolean;
}

export interface BudgetDraft {
  inputPrice: string;
  outputPrice: string;
  budget: string;
}

export const providerWords: Record<ModelProvider, string> = {
  openai: "OpenAI",
  anthropic: "Anthropic",
  google: "Google",
  ollama: "Ollama",
  compatible: "Another OpenAI-compatible server",
};

export function draftOfModel(view: ModelSettingsView): ModelDraft {
  return {
    provider: view.provider ?? "installation",
    model: view.model ?? "",
    baseUrl: view.baseUrl ?? "",
    apiKey: "",
    isEnabled: view.isEnabled,
  };
}

export function draftOfBudget(view: ModelSettingsView): BudgetDraft {
  return {
    inputPrice: dollarText(view.inputPriceMicros),
    outputPrice: dollarText(view.outputPriceMicros),
    budget: dollarText(view.monthlyBudgetMicros),
  };
}

export function needsAddress(provider: ModelDraft["provider"]): boolean {
  return provider !== "installation" && !isHosted(provider);
}

/** What to send; a key that was not typed is left as it is. */
export function inputOfModel(draft: ModelDraft): UpdateModelSettingsInput {
  if (draft.provider === "installation") return { provider: null, isEnabled: draft.isEnabled };
  return {
    provider: draft.provider,
    model: draft.model.trim(),
    baseUrl: needsAddress(draft.provider) ? draft.baseUrl.trim() : null,
    isEnabled: draft.isEnabled,
    ...(draft.apiKey.trim() ? { apiKey: draft.apiKey.trim() } : {}),
  };
}

/** Whether the stored key would be dropped, because the draft points somewhere else. */
export function forgetsKey(view: ModelSettingsView, draft: ModelDraft): boolean {
  if (!view.hasApiKey || draft.apiKey.trim() !== "") return false;
  const baseUrl = needsAddress(draft.provider) ? draft.baseUrl.trim() : "";
  return draft.provider !== (view.provider ?? "installation") || baseUrl !== (view.baseUrl ?? "");
}

export type BudgetInput = Pick<
  UpdateModelSettingsInput,
  "inputPriceMicros" | "outputPriceMicros" | "monthlyBudgetMicros"
>;

/** What to send, or which field is wrong. Empty fields mean "not known" and "no limit". */
export function inputOfBudget(
  draft: BudgetDraft,
): { input: BudgetInput; problems: null } | { input: null; problems: Partial<Record<keyof BudgetDraft, string>> } {
  const read = {
    inputPrice: readDollars(draft.inputPrice),
    outputPrice: readDollars(draft.outputPrice),
    budget: readDollars(draft.budget),
  };
  const problems: Partial<Record<keyof BudgetDraft, string>> = {};
  for (const field of ["inputPrice", "outputPrice", "budget"] as const) {
    if (read[field] === "wrong") problems[field] = "Write an amount in dollars, as in 2.50.";
  }
  if (read.budget === 0) problems.budget = "To spend nothing, switch the model off.";
  const { inputPrice, outputPrice, budget } = read;
  if (inputPrice === "wrong" || outputPrice === "wrong" || budget === "wrong" || Object.keys(problems).length > 0) {
    return { input: null, problems };
  }
  if (budget !== null && (inputPrice === null || outputPrice === null)) {
    const missing = "A budget needs this price: without it nothing can be counted.";
    return {
      input: null,
      problems: {
        ...(inputPrice === null ? { inputPrice: missing } : {}),
        ...(outputPrice === null ? { outputPrice: missing } : {}),
      },
    };
  }
  return {
    input: { inputPriceMicros: inputPrice, outputPriceMicros: outputPrice, monthlyBudgetMicros: budget },
    problems: null,
  };
}

/** Dollars as a person types them, in micros; null when empty. */
function readDollars(text: string): number | null | "wrong" {
  const bare = text
    .trim()
    .replace(/^\$\s*/, "")
    .replace(/(?<=\d),(?=\d{3}\b)/g, "");
  if (bare === "") return null;
  if (!/^\d{1,6}([.,]\d{1,6})?$/.test(bare)) return "wrong";
  return Math.round(Number(bare.replace(",", ".")) * microsPerDollar);
}

function dollarText(micros: number | null): string {
  return micros === null ? "" : String(micros / microsPerDollar);
}

/** From here on answers are extractive until the month ends. */
export function isBudgetUsedUp({
  spentMicros,
  monthlyBudgetMicros,
}: Pick<ModelSettingsView, "spentMicros" | "monthlyBudgetMicros">): boolean {
  return monthlyBudgetMicros !== null && spentMicros >= monthlyBudgetMicros;
}
