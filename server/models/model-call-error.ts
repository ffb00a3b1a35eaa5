import { APICallError } from "ai";
import type { CallOutcome } from "@/lib/vocabulary/models";
import { AddressNotAllowedError, UnreachableError } from "@/server/platform/egress";
import { TooLargeError } from "@/server/platform/errors";

export type CallFailure = Exclude<CallOutcome, "ok" | "cancelled">;

/** One call of a model that failed, in the words of our vocabulary. What the provider said stays in `cause`, which is never logged. */
export class ModelCallError extends Error {
  override readonly name = "ModelCallError";
  constructor(
    readonly reason: CallFailure,
    readonly detail: {
      /** What the provider asked us to wait, if it did. */
      retryAfterMs?: number;
      status?: number;
      /** Text that had arrived before the failure: it may have been charged. */
      partialText?: string;
      /** The same request would end the same way, as when the reply is longer than allowed. */
      isFinal?: boolean;
      /** False when the request never reached a model that could charge for it. */
      mayBeCharged?: boolean;
    } = {},
    options?: ErrorOptions,
  ) {
    super(`model call failed: ${reason}`, options);
  }

  /** Whether the same request can succeed a moment later. */
  get isTransient(): boolean {
    if (this.detail.isFinal) return false;
    return this.reason !== "refused" && this.reason !== "invalid_output" && this.reason !== "circuit_open";
  }

  /** Whether this says something about the health of the endpoint, as opposed to our request or our speed. */
  get isFault(): boolean {
    return this.isTransient && this.reason !== "rate_limited";
  }
}

/** Names the failure that `ai`, the provider's library or our door out reported. */
export function toModelCallError(error: unknown, partialText: string): ModelCallError {
  if (error instanceof ModelCallError) return error;
  const cause = { cause: error };
  if (error instanceof UnreachableError) {
    const isTimeout = error.reason === "timeout";
    return new ModelCallError(isTimeout ? "timeout" : "unreachable", { partialText, mayBeCharged: isTimeout }, cause);
  }
  if (error instanceof AddressNotAllowedError) return new ModelCallError("refused", { mayBeCharged: false }, cause);
  if (error instanceof TooLargeError) return new ModelCallError("invalid_output", { partialText }, cause);
  if (APICallError.isInstance(error) && error.statusCode !== undefined && error.statusCode >= 400) {
    const { statusCode: status } = error;
    const retryAfterMs = readRetryAfter(error.responseHeaders ?? {}, Date.now());
    return new ModelCallError(
      reasonOfStatus(status),
      { status, mayBeCharged: false, ...(retryAfterMs === null ? {} : { retryAfterMs }) },
      cause,
    );
  }
  // The protocol was broken: a body that is none of it, a stream that ended early, a connection that dropped.
  const isCut = partialText !== "" || (error instanceof TypeError && error.message === "terminated");
  return new ModelCallError(isCut ? "incomplete" : "provider_error", { partialText }, cause);
}

function reasonOfStatus(status: number): CallFailure {
  if (status === 429) return "rate_limited";
  if (status === 408) return "timeout";
  return status >= 500 ? "provider_error" : "refused";
}

/** `retry-after-ms`, or Retry-After in seconds or as a date (RFC 9110, 10.2.3), in milliseconds from now; null when there is none. */
export function readRetryAfter(headers: Record<string, string | undefined>, nowMs: number): number | null {
  const exact = headers["retry-after-ms"];
  if (exact !== undefined && /^\d+(\.\d+)?$/.test(exact)) return Number(exact);
  const text = headers["retry-after"]?.trim();
  if (!text) return null;
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - nowMs);
}
