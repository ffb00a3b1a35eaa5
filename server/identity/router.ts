import { publicProcedure, router, userProcedure } from "@/server/trpc/procedures";
import { doneOutput, meOutput, signUpInput } from "./schemas";
import { signUp } from "./sign-up";

const done = { ok: true } as const;

export const identityRouter = router({
  signUp: publicProcedure
    .input(signUpInput)
    .output(doneOutput)
    .mutation(async ({ ctx, input }) => {
      await signUp(input, ctx);
      return done;
    }),
  me: userProcedure.output(meOutput).query(({ ctx: { user } }) => ({
    id: user.userId,
    email: user.email,
    name: user.name,
    isOperator: user.isOperator,
    sessionId: user.sessionId,
  })),
});
