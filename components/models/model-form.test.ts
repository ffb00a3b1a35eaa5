import { expect, test } from "vitest";
import type { ModelSettingsView } from "@/server/models/schemas";
import {
  draftOfBudget,
  draftOfModel,
  forgetsKey,
  inputOfBudget,
  inputOfModel,
  isBudgetUsedUp,
} from "./model-form.logic";

const view: ModelSettingsView = {
  isEnabled: true,
  provider: "openai",
  model: "gpt-test",
  baseUrl: null,
  hasApiKey: true,
  inputPriceMicros: 150_000,
  outputPriceMicros: 600_000,
  monthlyBudgetMicros: 20_000_000,
  installationModel: null,
  engine: "model",
  activeModel: "openai:gpt-test",
  reason: null,
  spentMicros: 0,
  isWarned: false,
};

test("amounts survive the way into the form and back", () => {
  expect(draftOfBudget(view)).toEqual({ inputPrice: "0.15", outputPrice: "0.6", budget: "20" });
  expect(inputOfBudget(draftOfBudget(view)).input).toEqual({
    inputPriceMicros: 150_000,
    outputPriceMicros: 600_000,
    monthlyBudgetMicros: 20_000_000,
  });
});

test("amounts are read as people write them, and refused where they could be misread", () => {
  const read = (budget: string) => inputOfBudget({ inputPrice: "1", outputPrice: "1", budget });
  expect(read("$ 1,250.50").input?.monthlyBudgetMicros).toBe(1_250_500_000);
  expect(read("2,5").input?.monthlyBudgetMicros).toBe(2_500_000);
  expect(read("").input?.monthlyBudgetMicros).toBeNull();
  for (const wrong of ["-1", "a lot", "1e9", "0", "1.2.3"]) expect(read(wrong).problems?.budget, wrong).toBeTruthy();
});

test("a budget without prices names the prices that are missing", () => {
  const { problems } = inputOfBudget({ inputPrice: "", outputPrice: "1", budget: "5" });
  expect(Object.keys(problems ?? {})).toEqual(["inputPrice"]);
});

test("a key that was not typed is not sent, and leaving its place is announced", () => {
  const draft = draftOfModel(view);
  expect(inputOfModel(draft)).not.toHaveProperty("apiKey");
  expect(forgetsKey(view, draft)).toBe(false);
  expect(forgetsKey(view, { ...draft, model: "other" })).toBe(false);
  expect(forgetsKey(view, { ...draft, provider: "compatible", baseUrl: "https://a.example/v1" })).toBe(true);
  expect(forgetsKey(view, { ...draft, provider: "compatible", apiKey: "new" })).toBe(false);
});

test("a budget is used up from its last cent on, and none never is", () => {
  expect(isBudgetUsedUp({ spentMicros: 499_999, monthlyBudgetMicros: 500_000 })).toBe(false);
  expect(isBudgetUsedUp({ spentMicros: 500_000, monthlyBudgetMicros: 500_000 })).toBe(true);
  expect(isBudgetUsedUp({ spentMicros: 9_000_000, monthlyBudgetMicros: null })).toBe(false);
});
