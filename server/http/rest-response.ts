import { newId } from "@/lib/ids";
import { AppError, type ErrorCode, RateLimitedError } from "@/server/platform/errors";
import { logger } from "@/server/platform/logging";

const statuses = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unsupported: 415,
  rate_limited: 429,
  over_budget: 429,
  blocked: 403,
  unavailable: 503,
  cancelled: 499,
} as const satisfies Record<ErrorCode, number>;

/** `Retry-After` of what is out for a moment. */
export const soonAgainSeconds = "3";

const noStore = { "cache-control": "private, no-store" };

/** A JSON reply that nobody may keep. */
export function restReply(body: unknown, status = 200): Response {
  return Response.json(body, { status, headers: noStore });
}

/** Runs a route's work; an expected error keeps its code and message, anything else is logged and answered with a request id. */
export async function asRest(request: Request, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    const requestId = newId();
    const path = new URL(request.url).pathname;
    if (!(error instanceof AppError)) {
      logger.error({ requestId, path, err: error }, "unexpected error");
      return restReply({ error: { code: "internal", message: "Something went wrong.", requestId } }, 500);
    }
    logger.info({ requestId, path, code: error.code }, error.message);
    const reply = restReply({ error: { code: error.code, message: error.message, requestId } }, statuses[error.code]);
    if (error.code === "unavailable") reply.headers.set("retry-after", soonAgainSeconds);
    if (error instanceof RateLimitedError) reply.headers.set("retry-after", String(error.retryAfterSeconds));
    return reply;
  }
}
