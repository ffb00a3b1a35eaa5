import { setTimeout as pause } from "node:timers/promises";
import { S3ServiceException } from "@aws-sdk/client-s3";
import { UnreachableError } from "../egress";
import { AppError, NotFoundError, UnavailableError } from "../errors";
import { logger } from "../logging";

/** Waits before the second and the third attempt. */
const waitsMs = [200, 800];

/**
 * Asks the store again when it was not reached or says that it is ill; `ask` starts from nothing each time. What stays wrong is told as
 * UnavailableError, and why in the log: people can do nothing about it but come back.
 */
export async function withStore<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      const waitMs = waitsMs[attempt];
      if (waitMs === undefined || !isPassing(error)) throw explain(error);
      await pause(waitMs);
    }
  }
}

function isPassing(error: unknown): boolean {
  // A store that was silent for as long as we wait has had its chance.
  if (error instanceof UnreachableError) return error.reason !== "timeout";
  if (!(error instanceof S3ServiceException)) return false;
  const status = error.$metadata.httpStatusCode ?? 0;
  return status >= 500 || status === 429;
}

function explain(error: unknown): unknown {
  if (error instanceof NotFoundError) return error;
  if (error instanceof AppError && !(error instanceof UnreachableError)) return error;
  if (!(error instanceof UnreachableError || error instanceof S3ServiceException)) return error;
  logger.warn({ event: "storage.out", error: String(error) }, "the file store does not answer as it should");
  return new UnavailableError(
    "The file store does not answer at the moment. Nothing was lost: try again in a minute, and tell the operator if it stays so.",
    { cause: error },
  );
}
