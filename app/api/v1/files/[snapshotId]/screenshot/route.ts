import { Readable } from "node:stream";
import { isUuid } from "@/lib/ids";
import { createRequestContext } from "@/server/composition/request-context";
import { assertOwnSite } from "@/server/http/door-guard";
import { asRest } from "@/server/http/rest-response";
import { NotFoundError } from "@/server/platform/errors";
import { openScreenshot } from "@/server/sources";

export const dynamic = "force-dynamic";

/** The picture of a captured page, which we took ourselves and which can therefore be shown in place. */
export function GET(request: Request, { params }: { params: Promise<{ snapshotId: string }> }): Promise<Response> {
  return asRest(request, async () => {
    assertOwnSite(request);
    const { snapshotId } = await params;
    const context = await createRequestContext(request, new URL(request.url).searchParams.get("workspace"));
    const workspace = await context.workspace();
    if (!isUuid(snapshotId)) throw new NotFoundError("picture");
    const picture = await openScreenshot(workspace, snapshotId);
    // Node's and the DOM's declarations of the same class differ.
    return new Response(Readable.toWeb(picture) as ReadableStream, {
      headers: {
        "content-type": "image/jpeg",
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  });
}
