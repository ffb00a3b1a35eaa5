import { z } from "zod";
import { router, workspaceProcedure } from "@/server/trpc/procedures";
import {
  changeRoleInput,
  doneOutput,
  memberInput,
  memberOutput,
  setOwnTimeZoneInput,
  suspendMemberInput,
} from "../schemas";
import { changeRole } from "./change-role";
import { listMembers } from "./list-members";
import { removeMember } from "./remove-member";
import { setOwnTimeZone } from "./set-own-time-zone";
import { suspendMember } from "./suspend-member";

const tags = ["members"];
const done = { ok: true } as const;

export const membersRouter = router({
  list: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/members", summary: "Members of the workspace", tags } })
    .output(z.array(memberOutput))
    .query(({ ctx }) => listMembers(ctx.workspace)),
  changeRole: workspaceProcedure
    .meta({ openapi: { method: "POST", path: "/members/{userId}/role", summary: "Change a member's role", tags } })
    .input(changeRoleInput)
    .output(doneOutput)
    .mutation(async ({ ctx, input }) => {
      await changeRole(ctx.workspace, input);
      return done;
    }),
  suspend: workspaceProcedure
    .input(suspendMemberInput)
    .output(doneOutput)
    .mutation(async ({ ctx, input }) => {
      await suspendMember(ctx.workspace, input);
      return done;
    }),
  setOwnTimeZone: workspaceProcedure
    .meta({
      openapi: { method: "PUT", path: "/members/me/time-zone", summary: "In which zone you are told dates", tags },
    })
    .input(setOwnTimeZoneInput)
    .output(doneOutput)
    .mutation(async ({ ctx, input }) => {
      await setOwnTimeZone(ctx.workspace, input);
      return done;
    }),
  remove: workspaceProcedure
    .meta({ openapi: { method: "DELETE", path: "/members/{userId}", summary: "Take a member out", tags } })
    .input(memberInput)
    .output(doneOutput)
    .mutation(async ({ ctx, input }) => {
      await removeMember(ctx.workspace, input);
      return done;
    }),
});
