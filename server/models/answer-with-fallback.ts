import type { Engine } from "@/lib/vocabulary/ask";
import type { FallbackReason } from "@/lib/vocabulary/models";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import type { CallOptions, CallUsage, ChosenModel } from "./call-model";
import { OverBudgetError } from "./errors";
import { ModelCallError } from "./model-call-error";
import { resolveModel } from "./resolve-model";

export interface JudgementOptions {
  signal?: AbortSignal;
  /** The question on whose account the call is kept. */
  queryId?: string;
}

export interface JudgementResult<T> {
  value: T;
  /** Who answered. */
  engine: Engine;
  /** Why the rules answered; null when a model did. */
  fallbackReason: FallbackReason | null;
  /** What calls have used, also those that failed; null when none was made. */
  usage: CallUsage | null;
}

const defaultTimeoutMs = 60_000;
const longestIdleMs = 30_000;

interface Answerers<T> {
  byModel: (chosen: ChosenModel, call: CallOptions) => Promise<T>;
  byRules: (signal: AbortSignal) => Promise<T>;
}

/** Asks the model within its time, and the rules when that fails for any reason but the caller's own change of mind. */
export async function answerWithFallback<T>(
  ctx: WorkspaceContext,
  spec: { name: string; timeoutMs?: number; idleMs?: number },
  options: JudgementOptions,
  answerers: Answerers<T>,
): Promise<JudgementResult<T>> {
  const caller = options.signal ?? new AbortController().signal;
  caller.throwIfAborted();
  const usage: CallUsage = { calls: 0, inputTokens: 0, outputTokens: 0, costMicros: 0 };
  const fallBack = async (fallbackReason: FallbackReason): Promise<JudgementResult<T>> => ({
    value: await answerers.byRules(caller),
    engine: "extractive",
    fallbackReason,
    usage: usage.calls > 0 ? usage : null,
  });

  const chosen = await resolveModel(ctx);
  if (chosen.kind === "none") return fallBack(chosen.reason);
  const timeoutMs = spec.timeoutMs ?? defaultTimeoutMs;
  const deadline = AbortSignal.timeout(timeoutMs);
  try {
    const value = await answerers.byModel(chosen, {
      judgement: spec.name,
      queryId: options.queryId ?? null,
      signal: AbortSignal.any([caller, deadline]),
      deadlineMs: Date.now() + timeoutMs,
      idleMs: Math.min(spec.idleMs ?? longestIdleMs, longestIdleMs),
      usage,
    });
    return { value, engine: "model", fallbackReason: null, usage };
  } catch (error) {
    caller.throwIfAborted();
    if (deadline.aborted) return fallBack("timeout");
    if (error instanceof ModelCallError) return fallBack(error.reason);
    if (error instanceof OverBudgetError) return fallBack("over_budget");
    throw error;
  }
}
