import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { createRequestContext } from "@/server/composition/request-context";
import { appRouter } from "@/server/composition/router";
import { assertOwnSite } from "@/server/http/door-guard";
import { withLimitedBody } from "@/server/http/limited-body";
import { soonAgainSeconds } from "@/server/http/problem";
import { AppError } from "@/server/platform/errors";
import { told, toTrpcError } from "@/server/trpc/map-errors";

export const dynamic = "force-dynamic";

const mostBytes = 1024 * 1024;

async function handle(request: Request): Promise<Response> {
  try {
    assertOwnSite(request);
    const reply = await fetchRequestHandler({
      endpoint: "/api/trpc",
      router: appRouter,
      req: await withLimitedBody(request, mostBytes),
      maxBatchSize: 20,
      // EventSource sends no headers of ours: a subscription names its workspace in the connection parameters.
      createContext: ({ req, info }) => told(req, createRequestContext(req, info.connectionParams?.workspace)),
      // A stream says itself that nobody may keep or rewrite it.
      responseMeta: ({ type }) =>
        type === "subscription" ? {} : { headers: { "cache-control": "private, no-store" } },
    });
    if (reply.status === 503) reply.headers.set("retry-after", soonAgainSeconds);
    return reply;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { message, code } = toTrpcError(error, { requestId: "", path: new URL(request.url).pathname });
    const status = error.code === "too_large" ? 413 : 403;
    return Response.json(
      { error: { message, code: -32600, data: { code, httpStatus: status, reason: error.code } } },
      { status },
    );
  }
}

export { handle as GET, handle as POST };
