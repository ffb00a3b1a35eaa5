import { z } from "zod";
import { operatorProcedure, publicProcedure, router, userProcedure } from "@/server/trpc/procedures";
import { confirmEmailChange, requestEmailChange } from "./change-email";
import { changePassword } from "./change-password";
import { claimOperator } from "./claim-operator";
import { listOutgoingMails } from "./list-outgoing-mails";
import { listSessions } from "./list-sessions";
import { requestPasswordReset } from "./request-password-reset";
import { resetPassword } from "./reset-password";
import { revokeOtherSessions, revokeSession } from "./revoke-session";
import {
  changePasswordInput,
  claimOperatorInput,
  confirmEmailChangeInput,
  doneOutput,
  listOutgoingMailsInput,
  listOutgoingMailsOutput,
  meOutput,
  requestEmailChangeInput,
  requestPasswordResetInput,
  resetPasswordInput,
  revokedOutput,
  revokeSessionInput,
  sessionOutput,
  signUpInput,
  updateProfileInput,
} from "./schemas";
import { signUp } from "./sign-up";
import { updateProfile } from "./update-profile";

const done = async (deed: Promise<unknown>) => {
  await deed;
  return { ok: true } as const;
};

/** Signing in and out is done at /api/auth, which sets the cookie. */
export const identityRouter = router({
  signUp: publicProcedure
    .input(signUpInput)
    .output(doneOutput)
    .mutation(({ ctx, input }) => done(signUp(input, ctx))),
  requestPasswordReset: publicProcedure
    .input(requestPasswordResetInput)
    .output(doneOutput)
    .mutation(({ ctx, input }) => done(requestPasswordReset(input, ctx))),
  resetPassword: publicProcedure
    .input(resetPasswordInput)
    .output(doneOutput)
    .mutation(({ ctx, input }) => done(resetPassword(input, ctx))),
  me: userProcedure.output(meOutput).query(({ ctx: { user } }) => ({
    id: user.userId,
    email: user.email,
    name: user.name,
    isOperator: user.isOperator,
    sessionId: user.sessionId,
  })),
  updateProfile: userProcedure
    .input(updateProfileInput)
    .output(doneOutput)
    .mutation(({ ctx, input }) => done(updateProfile(ctx.user, input))),
  changePassword: userProcedure
    .input(changePasswordInput)
    .output(doneOutput)
    .mutation(({ ctx, input }) => done(changePassword(ctx.user, input, ctx))),
  requestEmailChange: userProcedure
    .input(requestEmailChangeInput)
    .output(doneOutput)
    .mutation(({ ctx, input }) => done(requestEmailChange(ctx.user, input, ctx))),
  /** For whoever holds the link: it may be opened in another browser. */
  confirmEmailChange: publicProcedure
    .input(confirmEmailChangeInput)
    .output(doneOutput)
    .mutation(({ ctx, input }) => done(confirmEmailChange(input, ctx))),
  listSessions: userProcedure.output(z.array(sessionOutput)).query(({ ctx }) => listSessions(ctx.user)),
  revokeSession: userProcedure
    .input(revokeSessionInput)
    .output(doneOutput)
    .mutation(({ ctx, input }) => done(revokeSession(ctx.user, input, ctx))),
  revokeOtherSessions: userProcedure
    .output(revokedOutput)
    .mutation(async ({ ctx }) => ({ revoked: await revokeOtherSessions(ctx.user, ctx) })),
  claimOperator: userProcedure
    .input(claimOperatorInput)
    .output(doneOutput)
    .mutation(({ ctx, input }) => done(claimOperator(ctx.user, input, ctx))),
  listOutgoingMails: operatorProcedure
    .input(listOutgoingMailsInput)
    .output(listOutgoingMailsOutput)
    .query(({ input }) => listOutgoingMails(input)),
});
