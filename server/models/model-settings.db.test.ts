import { inspect } from "node:util";
import { afterEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { auditEvents, modelSettings } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { useScriptedModel } from "@/e2e/fixtures/scripted-model/use-scripted-model";
import { ForbiddenError, InvalidInputError } from "@/server/platform/errors";
import { logger } from "@/server/platform/logging";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { createCallerFactory } from "@/server/trpc/procedures";
import { getModelSettings } from "./get-model-settings";
import { getUsageReport } from "./get-usage-report";
import { judgement } from "./judgement";
import { resolveModel } from "./resolve-model";
import { modelsRouter } from "./router";
import { testModelConnection } from "./test-model-connection";
import { updateModelSettings } from "./update-model-settings";

openTestDatabase();
const model = useScriptedModel();
afterEach(() => void vi.restoreAllMocks());

const key = "sk-canary-workspace-7777";
const ownChoice = { provider: "openai", model: "gpt-test", apiKey: key } as const;
const settingsRow = (ctx: WorkspaceContext) =>
  inWorkspace(ctx, async (tx) => (await tx.select().from(modelSettings))[0]);

test("a key is kept sealed, works, and is never given out again", async () => {
  const ctx = await aWorkspace();
  const view = await updateModelSettings(ctx, ownChoice);
  expect(view).toMatchObject({ hasApiKey: true, engine: "model", activeModel: "openai:gpt-test" });
  expect(await resolveModel(ctx)).toMatchObject({ access: { apiKey: key } });
  expect(JSON.stringify([view, await getModelSettings(ctx), await settingsRow(ctx)])).not.toContain("canary");
  const audit = await inWorkspace(ctx, (tx) => tx.select().from(auditEvents));
  expect(audit.map((event) => event.action)).toContain("model_settings.update");
  expect(JSON.stringify(audit)).not.toContain("canary");
});

test("a sealed key that is moved to another workspace does not open there", async () => {
  const [a, b] = [await aWorkspace(), await aWorkspace()];
  await updateModelSettings(a, ownChoice);
  await updateModelSettings(b, { ...ownChoice, apiKey: "sk-other" });
  const apiKeyCipher = (await settingsRow(a))?.apiKeyCipher;
  await inWorkspace(b, (tx) => tx.update(modelSettings).set({ apiKeyCipher }));
  expect(await resolveModel(b)).toEqual({ kind: "none", reason: "missing_key" });
});

test("a key stays with the place it was given for", async () => {
  const ctx = await aWorkspace();
  await updateModelSettings(ctx, {
    provider: "compatible",
    model: "m",
    baseUrl: "https://models.example.com/v1",
    apiKey: key,
  });
  expect(await updateModelSettings(ctx, { model: "other" })).toMatchObject({ hasApiKey: true });
  expect(await updateModelSettings(ctx, { baseUrl: "https://elsewhere.example.com/v1" })).toMatchObject({
    hasApiKey: false,
  });
  await updateModelSettings(ctx, ownChoice);
  expect(await updateModelSettings(ctx, { provider: "anthropic" })).toMatchObject({
    hasApiKey: false,
    engine: "extractive",
    reason: "missing_key",
  });
});

test("a workspace's own choice never spends the installation's key", async () => {
  const ctx = await aWorkspace();
  await updateModelSettings(ctx, { provider: "openai", model: "gpt-test" });
  expect(await resolveModel(ctx)).toEqual({ kind: "none", reason: "missing_key" });
});

test.each([
  "http://127.0.0.1:11434",
  "http://localhost/v1",
  "http://10.0.0.7/v1",
  "http://169.254.169.254/latest",
  "http://[::1]/v1",
  "http://models.internal/v1",
  "ftp://models.example.com/v1",
  "https://user:pass@models.example.com/v1",
  "https://models.example.com:5432/v1",
])("the address %s is refused when it is saved", async (baseUrl) => {
  const ctx = await aWorkspace();
  await expect(updateModelSettings(ctx, { provider: "compatible", model: "m", baseUrl })).rejects.toThrow(/address/i);
});

test("an address that was saved is checked again at every use, and reads as any other that cannot be reached", async () => {
  const ctx = await aWorkspace();
  await updateModelSettings(ctx, { provider: "compatible", model: "m", baseUrl: "https://models.example.com/v1" });
  // What a name server could do later: the row itself now points at the scripted model, which the environment trusts.
  await inWorkspace(ctx, (tx) => tx.update(modelSettings).set({ baseUrl: model().baseUrl }));
  const own = await testModelConnection(ctx);
  expect(own).toMatchObject({ isOk: false });
  expect(own.message).not.toMatch(/private|internal|127/);
  expect(model().requests).toHaveLength(0);
  const recorded = await inWorkspace(ctx, (tx) => tx.select().from(auditEvents));
  expect(recorded.filter(({ action }) => action === "egress.block").map(({ detail }) => detail)).toMatchObject([
    { host: new URL(model().baseUrl).host },
  ]);
});

test("a budget without prices is refused, for nothing could be counted", async () => {
  const ctx = await aWorkspace();
  const attempt = updateModelSettings(ctx, { monthlyBudgetMicros: 5_000_000 });
  await expect(attempt).rejects.toThrow(InvalidInputError);
});

test("only admins see and change the settings; every member sees who answers", async () => {
  const ctx = await aWorkspace();
  const member = await aMember(ctx, "member");
  await expect(getModelSettings(member)).rejects.toThrow(ForbiddenError);
  await expect(updateModelSettings(member, { isEnabled: false })).rejects.toThrow(ForbiddenError);
  await expect(testModelConnection(member)).rejects.toThrow(ForbiddenError);
  await expect(getUsageReport(member, {})).rejects.toThrow(ForbiddenError);
  const caller = createCallerFactory(modelsRouter)({
    requestId: "r",
    address: "",
    userAgent: "",
    user: null,
    workspace: async () => member,
    recheckWorkspace: async () => member,
    idempotencyKey: null,
  });
  expect(await caller.engine({})).toEqual({ engine: "model", model: "compatible:scripted", reason: null });
});

test("switched off, nothing is asked of any model", async () => {
  const ctx = await aWorkspace();
  await updateModelSettings(ctx, { isEnabled: false });
  expect(await testModelConnection(ctx)).toMatchObject({ isOk: false, reason: "disabled" });
  expect(model().requests).toHaveLength(0);
});

test("the connection test says what is wrong, and tries nothing twice", async () => {
  const ctx = await aWorkspace();
  expect(await testModelConnection(ctx)).toMatchObject({ isOk: true, model: "compatible:scripted" });
  model().next({ kind: "status", status: 401, body: '{"error":{"message":"bad key sk-canary-install"}}' });
  const refused = await testModelConnection(ctx);
  expect(refused).toMatchObject({ isOk: false, reason: "refused" });
  expect(JSON.stringify(refused)).not.toContain("canary");
  model().next({ kind: "status", status: 503 });
  expect(await testModelConnection(ctx)).toMatchObject({ isOk: false, reason: "provider_error" });
  expect(model().requests).toHaveLength(3);
});

test("usage is reported by day and judgement, of the own workspace only", async () => {
  const [a, b] = [await aWorkspace(), await aWorkspace()];
  await updateModelSettings(a, { inputPriceMicros: 1_000_000, outputPriceMicros: 2_000_000 });
  model().next({ kind: "text", text: "OK", usage: { prompt_tokens: 100, completion_tokens: 50 } });
  await testModelConnection(a);
  const report = await getUsageReport(a, {});
  expect(report.total).toEqual({ calls: 1, failedCalls: 0, inputTokens: 100, outputTokens: 50, costMicros: 200 });
  expect(report.byDay).toHaveLength(1);
  expect(report.byJudgement).toMatchObject([{ judgement: "models.test", model: "compatible:scripted", calls: 1 }]);
  expect((await getUsageReport(b, {})).total.calls).toBe(0);
});

test("neither prompts, replies nor keys reach the log, also when everything fails", async () => {
  const lines: string[] = [];
  for (const level of ["info", "warn", "error"] as const) {
    vi.spyOn(logger, level).mockImplementation((...line: unknown[]) => void lines.push(inspect(line, { depth: 9 })));
  }
  const printed = (["log", "info", "warn", "error"] as const).map((name) => vi.spyOn(console, name));
  const whisper = judgement({
    name: "test.whisper",
    input: z.object({ text: z.string() }),
    output: z.strictObject({ text: z.string() }),
    extractive: () => ({ text: "rules" }),
    prompt: ({ text }) => ({ task: "task-canary", data: [{ label: "label-canary", text }] }),
  });
  const ctx = await aWorkspace();
  model().next({ kind: "json", value: { text: "reply-canary" } });
  await whisper(ctx, { text: "prompt-canary" });
  for (const reply of [
    { kind: "status" as const, status: 400, body: '{"error":{"message":"echo prompt-canary sk-canary-install"}}' },
    { kind: "garbage" as const, body: "canary" },
    { kind: "cut" as const, text: "canary" },
  ]) {
    model().otherwise(reply);
    expect(await whisper(ctx, { text: "prompt-canary" })).toMatchObject({ engine: "extractive" });
  }
  expect(lines.length).toBeGreaterThan(0);
  const said = lines.join("\n") + printed.flatMap((spy) => spy.mock.calls.flat().map(String)).join("\n");
  expect(said).not.toContain("canary");
});
