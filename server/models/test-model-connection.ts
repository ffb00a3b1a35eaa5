import type { FallbackReason } from "@/lib/vocabulary/models";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { callModel } from "./call-model";
import { OverBudgetError } from "./errors";
import { ModelCallError } from "./model-call-error";
import { formatModelName } from "./parse-model-name";
import { resolveModel } from "./resolve-model";
import type { ConnectionTest } from "./schemas";

const timeoutMs = 30_000;

/**
 * Says one word to the workspace's model and reports whether it answered. An address that is closed, filtered or private
 * reads the same, so that the test cannot be used to map a network.
 */
export async function testModelConnection(
  ctx: WorkspaceContext,
  options: { signal?: AbortSignal } = {},
): Promise<ConnectionTest> {
  authorize(ctx, "models:manage");
  const startedMs = Date.now();
  const chosen = await resolveModel(ctx);
  if (chosen.kind === "none") return report(chosen.reason, null, startedMs);
  const model = formatModelName(chosen.access);
  await inWorkspace(ctx, (tx) => recordAudit(tx, ctx, { action: "model_settings.test", detail: { model } }));
  const deadline = AbortSignal.timeout(timeoutMs);
  try {
    await callModel(
      ctx,
      chosen,
      {
        instructions: "You are being tested. Reply with the single word OK.",
        messages: [{ role: "user", content: "Are you there?" }],
        outputSchema: null,
        outputName: "test",
        // Reasoning models think before the first word, and need room for it.
        maxOutputTokens: 512,
      },
      {
        judgement: "models.test",
        queryId: null,
        signal: options.signal ? AbortSignal.any([options.signal, deadline]) : deadline,
        // In the past: a test tells what happens now, and tries nothing again.
        deadlineMs: 0,
        idleMs: timeoutMs,
        usage: { calls: 0, inputTokens: 0, outputTokens: 0, costMicros: 0 },
      },
    );
    return report(null, model, startedMs);
  } catch (error) {
    options.signal?.throwIfAborted();
    if (error instanceof ModelCallError) return report(error.reason, model, startedMs);
    if (error instanceof OverBudgetError) return report("over_budget", model, startedMs);
    if (deadline.aborted) return report("timeout", model, startedMs);
    throw error;
  }
}

const messages: Record<FallbackReason, string> = {
  no_model: "No model is configured. Answers are composed of verified sentences from your documents.",
  disabled: "The model is switched off for this workspace.",
  missing_key: "The provider needs an API key, and none is stored that can be read. Enter it again.",
  over_budget: "This month's budget is used up. Raise it, or wait for the first of the month.",
  timeout: "The model did not answer in time. Check that the server runs and the model is loaded.",
  rate_limited: "The provider limits how often this key may ask. Try again in a minute.",
  refused: "The provider refused the request. Check the key and the model's name.",
  unreachable: "This address could not be reached. Check it, or try again later.",
  provider_error: "The server answered, but not as a language model does. Check the address, or try again later.",
  incomplete: "The answer broke off. Try again later.",
  invalid_output: "The model answered with something that cannot be used.",
  circuit_open: "The last calls failed, so the model is left alone for half a minute. Try again then.",
};

function report(reason: FallbackReason | null, model: string | null, startedMs: number): ConnectionTest {
  const message = reason ? messages[reason] : "The model answered.";
  return { isOk: reason === null, model, reason, message, durationMs: Date.now() - startedMs };
}
