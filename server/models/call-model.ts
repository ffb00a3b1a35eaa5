import type { CallOutcome } from "@/lib/vocabulary/models";
import { recordAudit } from "@/server/platform/audit";
import { isBlockedAddress } from "@/server/platform/egress";
import { logger } from "@/server/platform/logging";
import { inWorkspace, isInTransaction, type WorkspaceContext } from "@/server/platform/workspace-context";
import { ModelCallError } from "./model-call-error";
import { formatModelName } from "./parse-model-name";
import { type ModelReply, type ModelRequest, requestModel } from "./request-model";
import { reserveUsage, settleUsage } from "./reserve-usage";
import { withResilience } from "./resilience";
import type { ModelResolution } from "./resolve-model";
import { costMicros, estimateTokens } from "./token-estimate";

/** What calls have used, summed over the calls of one judgement. */
export interface CallUsage {
  calls: number;
  inputTokens: number;
  outputTokens: number;
  /** Millionths of a dollar; 0 where the price is not known. */
  costMicros: number;
}

export type ChosenModel = Extract<ModelResolution, { kind: "model" }>;

export interface CallOptions {
  judgement: string;
  queryId: string | null;
  signal: AbortSignal;
  /** As `Date.now()`: when the judgement must be over, retries included. */
  deadlineMs: number;
  idleMs: number;
  usage: CallUsage;
  /** Called with text as it arrives; from then on a failure is final, because the text is already in use. */
  onText?: (piece: string) => Promise<void> | void;
}

/**
 * One call of a model: its cost reserved before, retried while that helps, settled after whatever happened. Adds to
 * `options.usage`. Errors: ModelCallError, OverBudgetError, the signal's reason.
 */
export async function callModel(
  ctx: WorkspaceContext,
  chosen: ChosenModel,
  request: ModelRequest,
  options: CallOptions,
): Promise<ModelReply> {
  if (isInTransaction()) throw new Error("a model is called inside a transaction, which would stay open for seconds");
  const { access, prices } = chosen;
  const model = formatModelName(access);
  const estimatedInput = estimateTokens(request.instructions + JSON.stringify(request.messages));
  const startedMs = Date.now();
  const reservation = await reserveUsage(ctx, {
    judgement: options.judgement,
    model,
    queryId: options.queryId,
    estimateMicros: costMicros(prices, { input: estimatedInput, output: request.maxOutputTokens }),
  });

  let heard = "";
  // Attempts that broke off after the model had begun to speak are on the bill too.
  const lost = { input: 0, output: 0 };
  let outcome: CallOutcome = "ok";
  let isCharged = true;
  let reply: ModelReply | null = null;
  try {
    const breakerKey = `${ctx.workspace.id} ${access.endpoint.baseUrl} ${model}`;
    const attempt = () => {
      if (heard) {
        lost.input += estimatedInput;
        lost.output += estimateTokens(heard);
      }
      heard = "";
      const onText = async (piece: string) => {
        heard += piece;
        await options.onText?.(piece);
      };
      return requestModel(access, request, { signal: options.signal, idleMs: options.idleMs, onText });
    };
    const mayRetry = () => !options.onText || heard === "";
    reply = await withResilience(breakerKey, { ...options, mayRetry }, attempt);
    return reply;
  } catch (error) {
    outcome = outcomeOf(error);
    // Refused before it reached a model: nothing to pay. Anything that had begun may be on the bill.
    isCharged = lost.input > 0 || !(error instanceof ModelCallError && error.detail.mayBeCharged === false);
    if (error instanceof ModelCallError && isBlockedAddress(error.cause)) {
      const detail = { host: new URL(access.endpoint.baseUrl).host, purpose: "model" };
      await inWorkspace(ctx, (tx) => recordAudit(tx, ctx, { action: "egress.block", detail }));
    }
    throw error;
  } finally {
    const tokens = {
      input: lost.input + (reply?.inputTokens ?? estimatedInput),
      output: lost.output + (reply?.outputTokens ?? estimateTokens(heard)),
    };
    const cost = isCharged ? costMicros(prices, tokens) : 0;
    const durationMs = Date.now() - startedMs;
    options.usage.calls += 1;
    if (isCharged) {
      options.usage.inputTokens += tokens.input;
      options.usage.outputTokens += tokens.output;
      options.usage.costMicros += cost;
    }
    await settleUsage(ctx, reservation, {
      outcome,
      inputTokens: tokens.input,
      outputTokens: tokens.output,
      costMicros: cost,
      durationMs,
      isCharged,
    });
    // Never the prompt, never the reply, and no error object: the libraries keep both inside.
    logger.info(
      { event: "model.call", judgement: options.judgement, model, outcome, durationMs, workspaceId: ctx.workspace.id },
      "model call",
    );
  }
}

function outcomeOf(error: unknown): CallOutcome {
  if (error instanceof ModelCallError) return error.reason;
  // The judgement's own deadline, made by AbortSignal.timeout.
  return error instanceof DOMException && error.name === "TimeoutError" ? "timeout" : "cancelled";
}
