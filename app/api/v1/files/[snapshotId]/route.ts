import { Readable } from "node:stream";
import { isUuid } from "@/lib/ids";
import { createRequestContext } from "@/server/composition/request-context";
import { assertOwnSite } from "@/server/http/door-guard";
import { asRest } from "@/server/http/rest-response";
import { openFile } from "@/server/knowledge/documents";
import { NotFoundError } from "@/server/platform/errors";

export const dynamic = "force-dynamic";

/**
 * The original bytes of a version, always as a download: what others uploaded never runs on our own origin. `?workspace=slug` names
 * the workspace where a browser cannot send the header. Byte ranges are answered, so that a viewer can read a long PDF in parts.
 */
export function GET(request: Request, { params }: { params: Promise<{ snapshotId: string }> }): Promise<Response> {
  return asRest(request, async () => {
    assertOwnSite(request);
    const { snapshotId } = await params;
    const context = await createRequestContext(request, new URL(request.url).searchParams.get("workspace"));
    const workspace = await context.workspace();
    if (!isUuid(snapshotId)) throw new NotFoundError("file");
    const file = await openFile(workspace, snapshotId);
    const range = readRange(request.headers.get("range"), file.byteSize);
    const body = await file.open(range ?? undefined);
    const headers = new Headers({
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName).replace(/['()*]/g, escapeHex)}`,
      "content-length": String(range ? range.end - range.start : file.byteSize),
      "accept-ranges": "bytes",
      "cache-control": "private, no-store",
      etag: `"${file.sha256}"`,
    });
    if (range) headers.set("content-range", `bytes ${range.start}-${range.end - 1}/${file.byteSize}`);
    // Node's and the DOM's declarations of the same class differ.
    return new Response(Readable.toWeb(body) as ReadableStream, { status: range ? 206 : 200, headers });
  });
}

function escapeHex(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** One range `bytes=a-b`; anything else is answered with the whole file, as RFC 9110 allows. */
function readRange(header: string | null, size: number): { start: number; end: number } | null {
  const match = /^bytes=(\d+)-(\d*)$/.exec(header ?? "");
  if (!match) return null;
  const start = Number(match[1]);
  const end = match[2] ? Math.min(size, Number(match[2]) + 1) : size;
  return start < end ? { start, end } : null;
}
