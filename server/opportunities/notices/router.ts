import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { pasteNotices } from "./paste-notices";
import { pasteNoticesInput, pasteNoticesOutput } from "./schemas";

export const noticesRouter = router({
  paste: workspaceProcedure
    .meta({ openapi: { method: "POST", path: "/notices", tags: ["notices"], summary: "Read notices from a text" } })
    .input(pasteNoticesInput)
    .output(pasteNoticesOutput)
    .mutation(({ ctx, input }) => pasteNotices(ctx.workspace, input)),
});
