import { z } from "zod";
import { router, userProcedure, workspaceProcedure } from "@/server/trpc/procedures";
import { createWorkspace } from "./create-workspace";
import { listOwnWorkspaces } from "./list-own-workspaces";
import { createWorkspaceInput, ownWorkspaceOutput } from "./schemas";

export const workspacesRouter = router({
  list: userProcedure.output(z.array(ownWorkspaceOutput)).query(({ ctx }) => listOwnWorkspaces(ctx.user.userId)),
  create: userProcedure
    .input(createWorkspaceInput)
    .output(ownWorkspaceOutput)
    .mutation(async ({ ctx, input }) => {
      const { workspace, role } = await createWorkspace(ctx.user, input, ctx.requestId);
      return { ...workspace, role };
    }),
  get: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/workspace", summary: "The workspace of this key", tags: ["workspace"] } })
    .output(ownWorkspaceOutput)
    .query(
      ({
        ctx: {
          workspace: { workspace, role },
        },
      }) => ({ ...workspace, role }),
    ),
});
