import type { FallbackReason } from "@/lib/vocabulary/models";

/** Why the rules answer, for people who can change it. */
export const reasonWords: Record<FallbackReason, string> = {
  no_model: "No model is chosen.",
  disabled: "The model is switched off for this workspace.",
  missing_key: "The chosen provider needs an API key, and none is stored.",
  over_budget: "This month's budget is used up.",
  timeout: "The model did not answer in time.",
  rate_limited: "The provider limits how often it may be asked.",
  refused: "The provider refused the request.",
  unreachable: "The model's address could not be reached.",
  provider_error: "The provider failed.",
  incomplete: "The model's answer broke off.",
  invalid_output: "The model's answer could not be used.",
  circuit_open: "The model failed several times and is left alone for a moment.",
};

const judgementWords: Record<string, string> = {
  "ask.understand": "Understanding questions",
  "ask.plan": "Choosing what to read",
  "ask.reflect": "Checking what was found",
  "ask.write": "Writing answers",
  "models.embed": "Comparing texts by meaning",
  "models.test": "Connection tests",
};

/** What a model was asked for; names that we have no words for stand as they are. */
export function wordsOfJudgement(name: string): string {
  return judgementWords[name] ?? name;
}

/** 202611 as "November 2026". */
export function wordsOfMonth(month: number): string {
  const first = new Date(Date.UTC(Math.floor(month / 100), (month % 100) - 1, 1));
  return first.toLocaleDateString("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
}
