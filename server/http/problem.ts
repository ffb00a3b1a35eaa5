import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { z } from "zod";
import { AppError, type ErrorCode, errorCodes, RateLimitedError } from "@/server/platform/errors";

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

/** The names that HTTP gives them: with the type "about:blank" the title is no other. */
const titles: Record<number, string> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  409: "Conflict",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  429: "Too Many Requests",
  499: "Client Closed Request",
  500: "Internal Server Error",
  503: "Service Unavailable",
};

/** `Retry-After` of what is out for a moment. */
export const soonAgainSeconds = "3";

/** How every route but tRPC's tells an error: problem details (RFC 9457) with a code to decide by and the id under which the log has it. */
export const problem = z.strictObject({
  type: z.literal("about:blank"),
  title: z.string(),
  status: z.int(),
  /** For people: what is wrong and what to do. */
  detail: z.string(),
  code: z.enum([...errorCodes, "internal"]),
  /** Whether the same request can succeed: never, later, or after signing in anew. */
  retry: z.enum(["never", "later", "new_session"]),
  requestId: z.string(),
  /** What of the input is not right. */
  issues: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof problem>;

/** What a route answers for `error`; what we did not foresee is told as nothing but its request id. */
export function problemReply(error: unknown, requestId: string): Response {
  const told = read(error);
  const body: Problem = { type: "about:blank", title: titles[told.status] ?? "Error", ...told, requestId };
  const headers = new Headers({ "content-type": "application/problem+json", "cache-control": "private, no-store" });
  const cause = causeOf(error);
  if (told.code === "unavailable") headers.set("retry-after", soonAgainSeconds);
  if (cause instanceof RateLimitedError) headers.set("retry-after", String(cause.retryAfterSeconds));
  return new Response(JSON.stringify(body), { status: told.status, headers });
}

/** Procedures wrap what they threw. */
function causeOf(error: unknown): unknown {
  return error instanceof TRPCError && error.cause instanceof AppError ? error.cause : error;
}

function read(error: unknown): Pick<Problem, "status" | "detail" | "code" | "retry" | "issues"> {
  const cause = causeOf(error);
  if (cause instanceof AppError) {
    return { status: statuses[cause.code], detail: cause.message, code: cause.code, retry: cause.retry };
  }
  const status = error instanceof TRPCError ? getHTTPStatusCodeFromError(error) : 500;
  if (!(error instanceof TRPCError) || status >= 500) {
    return { status: 500, detail: "Something went wrong.", code: "internal", retry: "later" };
  }
  const code = errorCodes.find((known) => statuses[known] === status) ?? "invalid";
  if (!(error.cause instanceof z.ZodError)) return { status, detail: error.message, code, retry: "never" };
  const issues = error.cause.issues.map(({ path, message }) => ({ path: path.map(String).join("."), message }));
  const detail = issues.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join(" ");
  return { status, detail, code, retry: "never", issues };
}
