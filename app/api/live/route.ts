import { isStopping } from "@/server/composition/lifecycle";
import { createRequestContext } from "@/server/composition/request-context";
import { assertOwnSite } from "@/server/http/door-guard";
import { followWorkspace } from "@/server/http/follow-workspace";
import { asRest } from "@/server/http/rest-response";
import { UnavailableError } from "@/server/platform/errors";

export const dynamic = "force-dynamic";

/**
 * What happens in a workspace, as server-sent events that carry kinds and ids only. One connection serves all tabs of a browser; what
 * an id means is fetched by whoever may read it.
 */
export function GET(request: Request): Promise<Response> {
  return asRest(request, async () => {
    assertOwnSite(request);
    if (isStopping()) throw new UnavailableError("This server is stopping. Connect again in a moment.");
    const context = await createRequestContext(request, new URL(request.url).searchParams.get("workspace"));
    const workspace = await context.workspace();
    const { actor } = workspace;
    const who = `${actor.kind} ${actor.userId ?? ""}`;
    const mayStay = async () => void (await context.recheckWorkspace());
    const body = followWorkspace(workspace.workspace.id, who, mayStay, request.signal);
    return new Response(body, {
      headers: {
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "private, no-store, no-transform",
        "x-accel-buffering": "no",
      },
    });
  });
}
