import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createRequestContext } from "@/server/composition/request-context";
import { assertOwnSite } from "@/server/http/door-guard";
import { asRest, restReply } from "@/server/http/rest-response";
import { authorize } from "@/server/platform/authorize";
import { NotFoundError } from "@/server/platform/errors";

export const dynamic = "force-dynamic";

const folder = "harbour-records";

/** The files of one sample tender, for a workspace that has none of its own yet: the browser sends them in like any others. */
export function GET(request: Request): Promise<Response> {
  return asRest(request, async () => {
    assertOwnSite(request);
    const context = await createRequestContext(request);
    authorize(await context.workspace(), "opportunities:write");
    const root = join(process.cwd(), "sample", "tenders", folder);
    // An installation may leave the sample out.
    const names = await readdir(root).catch(() => null);
    if (!names) throw new NotFoundError("sample");
    const files = await Promise.all(
      names.map(async (name) => ({
        path: `${folder}/${name}`,
        base64: (await readFile(join(root, name))).toString("base64"),
      })),
    );
    return restReply({ files });
  });
}
