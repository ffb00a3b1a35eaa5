import { TRPCError } from "@trpc/server";
import { newId } from "@/lib/ids";
import { AppError, type ErrorCode } from "@/server/platform/errors";
import { logger } from "@/server/platform/logging";

const trpcCodes = {
  invalid: "BAD_REQUEST",
  unauthenticated: "UNAUTHORIZED",
  forbidden: "FORBIDDEN",
  not_found: "NOT_FOUND",
  conflict: "CONFLICT",
  too_large: "PAYLOAD_TOO_LARGE",
  unsupported: "UNSUPPORTED_MEDIA_TYPE",
  rate_limited: "TOO_MANY_REQUESTS",
  over_budget: "TOO_MANY_REQUESTS",
  blocked: "FORBIDDEN",
  unavailable: "SERVICE_UNAVAILABLE",
  cancelled: "CLIENT_CLOSED_REQUEST",
} as const satisfies Record<ErrorCode, TRPCError["code"]>;

/** An expected error keeps its message; anything else is logged with its request id and becomes "Something went wrong". */
export function toTrpcError(error: unknown, request: { requestId: string; path: string }): TRPCError {
  const cause = error instanceof TRPCError ? (error.cause ?? error) : error;
  if (cause instanceof AppError) {
    logger.info({ ...request, code: cause.code }, cause.message);
    return new TRPCError({ code: trpcCodes[cause.code], message: cause.message, cause });
  }
  if (error instanceof TRPCError && error.code !== "INTERNAL_SERVER_ERROR") return error;
  logger.error({ ...request, err: cause }, "unexpected error");
  return new TRPCError({ code: "INTERNAL_SERVER_ERROR", message: "Something went wrong.", cause });
}

/** The context of a request, whose errors are told as those of a procedure are. */
export async function told<T>(request: Pick<Request, "url">, context: Promise<T>): Promise<T> {
  try {
    return await context;
  } catch (error) {
    throw toTrpcError(error, { requestId: newId(), path: new URL(request.url).pathname });
  }
}
