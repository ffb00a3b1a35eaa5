import { NonRetriableError, RetryAfterError } from "inngest";
import { AppError, RateLimitedError } from "@/server/platform/errors";

/** Runs a step's work and turns what an expected error says of `retry` into the runner's decision. */
export async function asJob<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error instanceof RateLimitedError) {
      throw new RetryAfterError(error.message, error.retryAfterSeconds * 1000, { cause: error });
    }
    if (error.retry === "never") throw new NonRetriableError(error.message, { cause: error });
    throw error;
  }
}
