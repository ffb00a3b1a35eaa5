import { type ModelSettings, modelSettings } from "@/drizzle/schema";
import { isHosted, modelProviders } from "@/lib/vocabulary/models";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { sealText } from "@/server/platform/crypto";
import { requirePublicUrl } from "@/server/platform/egress";
import { InvalidInputError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { getModelSettings } from "./get-model-settings";
import { monthOf } from "./month";
import { findModelSettings } from "./queries";
import { warnWhenNear } from "./reserve-usage";
import { apiKeyColumn } from "./resolve-model";
import type { ModelSettingsView, UpdateModelSettingsInput } from "./schemas";

type Changed = Omit<ModelSettings, "workspaceId" | "warnedMonth" | "createdAt" | "updatedAt">;

/**
 * Changes the workspace's model, key, prices or budget; what is left out stays. Errors: InvalidInputError (a model without
 * its provider, a budget without prices), the egress errors for an address that is not public.
 */
export async function updateModelSettings(
  ctx: WorkspaceContext,
  input: UpdateModelSettingsInput,
): Promise<ModelSettingsView> {
  authorize(ctx, "models:manage");
  await inWorkspace(ctx, async (tx) => {
    const before = await findModelSettings(tx, ctx);
    const after = applyChanges(ctx, before, input);
    requireUsable(after);
    await tx
      .insert(modelSettings)
      .values({ workspaceId: ctx.workspace.id, ...after })
      .onConflictDoUpdate({
        target: modelSettings.workspaceId,
        // A changed budget may warn again in the same month.
        set: after.monthlyBudgetMicros === before?.monthlyBudgetMicros ? after : { ...after, warnedMonth: null },
      });
    await recordAudit(tx, ctx, { action: "model_settings.update", detail: describe(before, after, input) });
    await warnWhenNear(tx, ctx, monthOf(new Date()));
  });
  return getModelSettings(ctx);
}

function applyChanges(ctx: WorkspaceContext, before: ModelSettings | null, input: UpdateModelSettingsInput): Changed {
  const provider = input.provider === undefined ? (before?.provider ?? null) : input.provider;
  const hasAddress = provider === "compatible" || provider === "ollama";
  const typedUrl = input.baseUrl === undefined ? (before?.baseUrl ?? null) : input.baseUrl;
  const baseUrl = hasAddress ? typedUrl : null;
  // A key is for the place it was given for: pointed elsewhere it would be handed to whoever listens there.
  const isSamePlace = provider === (before?.provider ?? null) && baseUrl === (before?.baseUrl ?? null);
  const kept = isSamePlace ? (before?.apiKeyCipher ?? null) : null;
  const binding = { workspaceId: ctx.workspace.id, column: apiKeyColumn };
  return {
    provider,
    baseUrl,
    model: provider === null ? null : input.model === undefined ? (before?.model ?? null) : input.model,
    apiKeyCipher:
      input.apiKey === undefined || provider === null ? kept : input.apiKey && sealText(input.apiKey, binding),
    inputPriceMicros: pick(input.inputPriceMicros, before?.inputPriceMicros),
    outputPriceMicros: pick(input.outputPriceMicros, before?.outputPriceMicros),
    monthlyBudgetMicros: pick(input.monthlyBudgetMicros, before?.monthlyBudgetMicros),
    isEnabled: input.isEnabled ?? before?.isEnabled ?? true,
  };
}

function pick(given: number | null | undefined, before: number | null | undefined): number | null {
  return given === undefined ? (before ?? null) : given;
}

function requireUsable(settings: Changed): void {
  const provider = modelProviders.find((known) => known === settings.provider) ?? null;
  if (provider && !settings.model) throw new InvalidInputError("Name the model, as the provider spells it.");
  if (provider && !isHosted(provider)) {
    if (!settings.baseUrl) throw new InvalidInputError("This provider needs the address of its server.");
    requirePublicUrl(settings.baseUrl);
  }
  const hasPrices = settings.inputPriceMicros !== null && settings.outputPriceMicros !== null;
  if (settings.monthlyBudgetMicros !== null && !hasPrices) {
    throw new InvalidInputError("A budget needs the model's prices: without them nothing can be counted against it.");
  }
}

/** What changed, without the key and without the address's path. */
function describe(before: ModelSettings | null, after: Changed, input: UpdateModelSettingsInput) {
  return {
    provider: after.provider,
    model: after.model,
    host: after.baseUrl ? new URL(after.baseUrl).host : null,
    isEnabled: after.isEnabled,
    monthlyBudgetMicros: after.monthlyBudgetMicros,
    budgetBeforeMicros: before?.monthlyBudgetMicros ?? null,
    key:
      input.apiKey === undefined
        ? before?.apiKeyCipher && !after.apiKeyCipher
          ? "dropped"
          : "unchanged"
        : input.apiKey === null
          ? "removed"
          : "replaced",
  };
}
