import { createOpenApiFetchHandler } from "trpc-to-openapi";
import { createRequestContext } from "@/server/composition/request-context";
import { appRouter } from "@/server/composition/router";
import { answerOnce } from "@/server/http/answer-once";
import { assertOwnSite } from "@/server/http/door-guard";
import { withLimitedBody } from "@/server/http/limited-body";
import { asRest } from "@/server/http/rest-response";

export const dynamic = "force-dynamic";

const mostBytes = 1024 * 1024;

/** The REST interface: the very procedures of the app, under their own paths. */
function handle(request: Request): Promise<Response> {
  return asRest(request, async () => {
    assertOwnSite(request);
    const limited = await withLimitedBody(request, mostBytes);
    const { idempotencyKey, workspace } = await createRequestContext(request);
    const reply =
      idempotencyKey !== null && request.method !== "GET"
        ? await answerOnce(await workspace(), idempotencyKey, limited, answer)
        : await answer(limited);
    reply.headers.set("cache-control", "private, no-store");
    return reply;
  });
}

function answer(request: Request): Promise<Response> {
  return createOpenApiFetchHandler({
    endpoint: "/api/v1",
    router: appRouter,
    req: request,
    createContext: ({ req }) => createRequestContext(req),
  });
}

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT };
