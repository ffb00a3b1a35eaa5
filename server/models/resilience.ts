import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  CountBreaker,
  circuitBreaker,
  DelegateBackoff,
  ExponentialBackoff,
  handleWhen,
  type IBackoff,
  type IRetryBackoffContext,
  retry,
} from "cockatiel";
import { ModelCallError } from "./model-call-error";

/** Retries after the first try. */
const maxRetries = 2;
/** A provider that wants a longer pause than this is answered by falling back, not by waiting. */
const longestPauseMs = 20_000;
const reopenAfterMs = 30_000;
const maxBreakers = 1_000;

const exponential = new ExponentialBackoff<IRetryBackoffContext<unknown>>({ initialDelay: 400, maxDelay: 8_000 });

/** Decorrelated jitter, and never earlier than the provider asked for. */
const respectfulBackoff = new DelegateBackoff<IRetryBackoffContext<unknown>, IBackoff<IRetryBackoffContext<unknown>>>(
  (context, previous) => {
    const jittered = (previous ?? exponential).next(context);
    const asked = "error" in context.result ? retryAfterOf(context.result.error) : 0;
    return { delay: Math.max(jittered.duration, asked), state: jittered };
  },
);

function retryAfterOf(error: unknown): number {
  return error instanceof ModelCallError ? (error.detail.retryAfterMs ?? 0) : 0;
}

export interface AttemptOptions {
  signal: AbortSignal;
  /** No retry starts that could not finish waiting before this moment (as `Date.now()`). */
  deadlineMs: number;
  /** False once something irrevocable was done with a partial reply. */
  mayRetry: () => boolean;
}

/**
 * Runs `attempt` through the endpoint's breaker, again after transient failures. Gives up at once when the signal is
 * aborted, also during a pause. Errors: the last ModelCallError (`circuit_open` when it was not even tried), the signal's reason.
 */
export async function withResilience<T>(
  breakerKey: string,
  { signal, deadlineMs, mayRetry }: AttemptOptions,
  attempt: () => Promise<T>,
): Promise<T> {
  const breaker = breakerFor(breakerKey);
  const retries = retry(
    handleWhen((error) => {
      if (!(error instanceof ModelCallError) || !error.isTransient || !mayRetry() || signal.aborted) return false;
      const pauseMs = retryAfterOf(error);
      return pauseMs <= longestPauseMs && Date.now() + pauseMs < deadlineMs;
    }),
    { maxAttempts: maxRetries, backoff: respectfulBackoff },
  ).dangerouslyUnref();
  const running = retries.execute(async () => {
    signal.throwIfAborted();
    try {
      return await breaker.execute(attempt);
    } catch (error) {
      throw error instanceof BrokenCircuitError
        ? new ModelCallError("circuit_open", { mayBeCharged: false }, { cause: error })
        : error;
    }
  }, signal);
  return raceAbort(running, signal);
}

// One breaker per workspace and endpoint: a workspace's wrong address must not close the door for the others.
const breakers = new Map<string, CircuitBreakerPolicy>();

function breakerFor(key: string): CircuitBreakerPolicy {
  const known = breakers.get(key);
  const breaker =
    known ??
    circuitBreaker(
      handleWhen((error) => error instanceof ModelCallError && error.isFault),
      {
        halfOpenAfter: reopenAfterMs,
        breaker: new CountBreaker({ threshold: 0.5, size: 10, minimumNumberOfCalls: 5 }),
      },
    );
  breakers.delete(key);
  breakers.set(key, breaker);
  if (breakers.size > maxBreakers) {
    const [oldest] = breakers.keys();
    if (oldest !== undefined) breakers.delete(oldest);
  }
  return breaker;
}

/** The retry library sleeps through an abort; the caller must not. */
function raceAbort<T>(running: Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) {
    running.catch(() => {});
    return Promise.reject(signal.reason);
  }
  return new Promise<T>((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
    running.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}
