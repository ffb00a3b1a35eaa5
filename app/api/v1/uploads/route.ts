import { z } from "zod";
import { createRequestContext } from "@/server/composition/request-context";
import { assertOwnSite } from "@/server/http/door-guard";
import { asRest, restReply } from "@/server/http/rest-response";
import { addDocument, withReceivedFile } from "@/server/knowledge/documents";
import { documentPath } from "@/server/knowledge/documents/schemas";
import { authorize } from "@/server/platform/authorize";
import { InvalidInputError } from "@/server/platform/errors";

export const dynamic = "force-dynamic";

const uploadQuery = z.strictObject({ path: documentPath, collectionId: z.uuid().optional() });

/** Takes one file as the raw body; `path` names it. The reading of it happens in a job. */
export function POST(request: Request): Promise<Response> {
  return asRest(request, async () => {
    assertOwnSite(request);
    const context = await createRequestContext(request);
    const workspace = await context.workspace();
    authorize(workspace, "documents:write");
    const given = Object.fromEntries(new URL(request.url).searchParams);
    const query = uploadQuery.safeParse(given);
    if (!query.success) throw new InvalidInputError(z.prettifyError(query.error));
    if (!request.body) throw new InvalidInputError("The file is empty: send its bytes as the body of the request.");
    const added = await withReceivedFile(request.body, (file) =>
      addDocument(workspace, { ...query.data, origin: "upload", file }),
    );
    return restReply(added, added.outcome === "existing" ? 200 : 201);
  });
}
