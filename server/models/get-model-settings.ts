import { env } from "@/lib/env";
import { modelProviders } from "@/lib/vocabulary/models";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { monthOf } from "./month";
import { formatModelName } from "./parse-model-name";
import { findModelSettings } from "./queries";
import { spentMicros } from "./reserve-usage";
import { chooseModel } from "./resolve-model";
import type { ModelSettingsView } from "./schemas";

/** The workspace's model, budget and what the month has cost, for its admins. Never the key. */
export async function getModelSettings(ctx: WorkspaceContext): Promise<ModelSettingsView> {
  authorize(ctx, "models:manage");
  const month = monthOf(new Date());
  const { settings, spent } = await inWorkspace(ctx, async (tx) => ({
    settings: await findModelSettings(tx, ctx),
    spent: await spentMicros(tx, ctx, month),
  }));
  const chosen = chooseModel(settings, env);
  const offered = chooseModel(null, env);
  return {
    isEnabled: settings?.isEnabled ?? true,
    provider: modelProviders.find((known) => known === settings?.provider) ?? null,
    model: settings?.model ?? null,
    baseUrl: settings?.baseUrl ?? null,
    hasApiKey: Boolean(settings?.apiKeyCipher),
    inputPriceMicros: settings?.inputPriceMicros ?? null,
    outputPriceMicros: settings?.outputPriceMicros ?? null,
    monthlyBudgetMicros: settings?.monthlyBudgetMicros ?? null,
    installationModel: offered.kind === "model" ? formatModelName(offered.access) : null,
    engine: chosen.kind === "model" ? "model" : "extractive",
    activeModel: chosen.kind === "model" ? formatModelName(chosen.access) : null,
    reason: chosen.kind === "none" ? chosen.reason : null,
    spentMicros: spent,
    isWarned: settings?.warnedMonth === month,
  };
}
