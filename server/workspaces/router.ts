import { z } from "zod";
import { router, userProcedure, workspaceProcedure } from "@/server/trpc/procedures";
import { createWorkspace } from "./create-workspace";
import { deleteAccount } from "./delete-account";
import { deleteWorkspace } from "./delete-workspace";
import { listOwnWorkspaces } from "./list-own-workspaces";
import { leaveWorkspace } from "./members/remove-member";
import { transferOwnership } from "./members/transfer-ownership";
import { renameWorkspace } from "./rename-workspace";
import {
  createWorkspaceInput,
  deleteAccountInput,
  deleteWorkspaceInput,
  doneOutput,
  memberInput,
  ownWorkspaceOutput,
  renameWorkspaceInput,
  workspaceOutput,
} from "./schemas";

const done = { ok: true } as const;

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
    .query(({ ctx: { workspace: ctx } }) => ({ ...ctx.workspace, role: ctx.role })),
  rename: workspaceProcedure
    .input(renameWorkspaceInput)
    .output(workspaceOutput)
    .mutation(({ ctx, input }) => renameWorkspace(ctx.workspace, input)),
  transfer: workspaceProcedure
    .input(memberInput)
    .output(doneOutput)
    .mutation(async ({ ctx, input }) => {
      await transferOwnership(ctx.workspace, input);
      return done;
    }),
  remove: workspaceProcedure
    .input(deleteWorkspaceInput)
    .output(doneOutput)
    .mutation(async ({ ctx, input }) => {
      await deleteWorkspace(ctx.workspace, input, ctx);
      return done;
    }),
  /** The account of whoever is signed in; here, because only this floor knows who owns what. */
  deleteAccount: userProcedure
    .input(deleteAccountInput)
    .output(doneOutput)
    .mutation(async ({ ctx, input }) => {
      await deleteAccount(ctx.user, input, ctx);
      return done;
    }),
  leave: workspaceProcedure.output(doneOutput).mutation(async ({ ctx }) => {
    await leaveWorkspace(ctx.workspace);
    return done;
  }),
});
