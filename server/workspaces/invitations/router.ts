import { z } from "zod";
import { router, userProcedure, workspaceProcedure } from "@/server/trpc/procedures";
import {
  doneOutput,
  invitationInput,
  invitationOutput,
  invitationTokenInput,
  invitedOutput,
  inviteMemberInput,
  workspaceOutput,
} from "../schemas";
import { acceptInvitation } from "./accept-invitation";
import { inviteMember } from "./invite-member";
import { listInvitations } from "./list-invitations";
import { revokeInvitation } from "./revoke-invitation";

const tags = ["members"];

export const invitationsRouter = router({
  list: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/invitations", summary: "Open invitations", tags } })
    .output(z.array(invitationOutput))
    .query(({ ctx }) => listInvitations(ctx.workspace)),
  create: workspaceProcedure
    .meta({ openapi: { method: "POST", path: "/invitations", summary: "Invite somebody", tags } })
    .input(inviteMemberInput)
    .output(invitedOutput)
    .mutation(({ ctx, input }) => inviteMember(ctx.workspace, input)),
  revoke: workspaceProcedure
    .meta({ openapi: { method: "DELETE", path: "/invitations/{id}", summary: "Withdraw an invitation", tags } })
    .input(invitationInput)
    .output(doneOutput)
    .mutation(async ({ ctx, input }) => {
      await revokeInvitation(ctx.workspace, input);
      return { ok: true } as const;
    }),
  accept: userProcedure
    .input(invitationTokenInput)
    .output(workspaceOutput)
    .mutation(({ ctx, input }) => acceptInvitation(ctx.user, input.token, ctx.requestId)),
});
