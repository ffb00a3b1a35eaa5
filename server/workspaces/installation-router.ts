import { publicProcedure, router } from "@/server/trpc/procedures";
import { initInstallation } from "./init-installation";
import { initInstallationInput, initInstallationOutput } from "./schemas";

export const installationRouter = router({
  init: publicProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/init",
        summary: "Set up a new installation with its set-up token",
        tags: ["installation"],
        protect: false,
      },
    })
    .input(initInstallationInput)
    .output(initInstallationOutput)
    .mutation(({ ctx, input }) => initInstallation(input, ctx)),
});
