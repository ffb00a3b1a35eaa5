import { z } from "zod";
import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { getAnsweringEngine } from "./get-answering-engine";
import { getModelSettings } from "./get-model-settings";
import { getUsageReport } from "./get-usage-report";
import {
  answeringEngine,
  connectionTest,
  listUsageInput,
  modelSettingsView,
  updateModelSettingsInput,
  usageReport,
} from "./schemas";
import { testModelConnection } from "./test-model-connection";
import { updateModelSettings } from "./update-model-settings";

const nothing = z.strictObject({});
const tags = ["models"];

export const modelsRouter = router({
  engine: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/models/engine", summary: "Who answers questions now", tags } })
    .input(nothing)
    .output(answeringEngine)
    .query(({ ctx }) => getAnsweringEngine(ctx.workspace)),
  settings: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/models/settings", summary: "The workspace's model and budget", tags } })
    .input(nothing)
    .output(modelSettingsView)
    .query(({ ctx }) => getModelSettings(ctx.workspace)),
  updateSettings: workspaceProcedure
    .meta({
      openapi: { method: "PATCH", path: "/models/settings", summary: "Change model, key, prices or budget", tags },
    })
    .input(updateModelSettingsInput)
    .output(modelSettingsView)
    .mutation(({ ctx, input }) => updateModelSettings(ctx.workspace, input)),
  testConnection: workspaceProcedure
    .meta({ openapi: { method: "POST", path: "/models/test", summary: "Ask the model whether it is there", tags } })
    .input(nothing)
    .output(connectionTest)
    .mutation(({ ctx, signal }) => testModelConnection(ctx.workspace, signal ? { signal } : {})),
  usage: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/models/usage", summary: "Calls, tokens and cost of a month", tags } })
    .input(listUsageInput)
    .output(usageReport)
    .query(({ ctx, input }) => getUsageReport(ctx.workspace, input)),
});
