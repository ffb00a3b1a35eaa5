import { createOpenApiFetchHandler } from "trpc-to-openapi";
import { createRequestContext } from "@/server/composition/request-context";
import { appRouter } from "@/server/composition/router";
import { assertOwnSite } from "@/server/http/door-guard";
import { withLimitedBody } from "@/server/http/limited-body";
import { asRest, soonAgainSeconds } from "@/server/http/rest-response";
import { told } from "@/server/trpc/map-errors";

export const dynamic = "force-dynamic";

const mostBytes = 1024 * 1024;

/** The REST interface: the very procedures of the app, under their own paths. */
function handle(request: Request): Promise<Response> {
  return asRest(request, async () => {
    assertOwnSite(request);
    const reply = await createOpenApiFetchHandler({
      endpoint: "/api/v1",
      router: appRouter,
      req: await withLimitedBody(request, mostBytes),
      createContext: ({ req }) => told(req, createRequestContext(req)),
    });
    reply.headers.set("cache-control", "private, no-store");
    if (reply.status === 503) reply.headers.set("retry-after", soonAgainSeconds);
    return reply;
  });
}

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT };
