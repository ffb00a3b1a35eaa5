import type { TRPCError } from "@trpc/server";
import { createOpenApiFetchHandler } from "trpc-to-openapi";
import { createRequestContext } from "@/server/composition/request-context";
import { appRouter } from "@/server/composition/router";
import { assertOwnSite } from "@/server/http/door-guard";
import { withLimitedBody } from "@/server/http/limited-body";
import { withObjectBody } from "@/server/http/object-body";
import { problemReply } from "@/server/http/problem";
import { asRest } from "@/server/http/rest-response";

export const dynamic = "force-dynamic";

const mostBytes = 1024 * 1024;

/** The REST interface: the very procedures of the app, under their own paths. */
function handle(request: Request): Promise<Response> {
  return asRest(request, async () => {
    assertOwnSite(request);
    // Before the handler, which would tell an error of it in a form of its own.
    const context = await createRequestContext(request);
    const req = await withObjectBody(await withLimitedBody(request, mostBytes));
    let failed: TRPCError | null = null;
    const reply = await createOpenApiFetchHandler({
      endpoint: "/api/v1",
      router: appRouter,
      req,
      createContext: async () => context,
      onError: ({ error }) => {
        failed = error;
      },
    });
    if (failed) return problemReply(failed, context.requestId);
    reply.headers.set("cache-control", "private, no-store");
    return reply;
  });
}

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT };
