import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { z } from "zod";
import { aWorkspace } from "@/drizzle/factories/context";
import { auditEvents, modelSettings, usageEntries } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { useScriptedModel } from "@/e2e/fixtures/scripted-model/use-scripted-model";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { judgement } from "./judgement";
import { updateModelSettings } from "./update-model-settings";

openTestDatabase();
const model = useScriptedModel();

const million = 1_000_000;
const shout = judgement({
  name: "test.shout",
  input: z.object({ text: z.string() }),
  output: z.strictObject({ text: z.string() }),
  extractive: () => ({ text: "rules" }),
  prompt: ({ text }) => ({ task: "Shout.", data: [{ label: "text", text }] }),
  maxOutputTokens: 1_000,
});

/** A thousand tokens out cost a tenth of a dollar; tokens in cost nothing. */
async function withBudget(monthlyBudgetMicros: number) {
  const ctx = await aWorkspace();
  await updateModelSettings(ctx, { inputPriceMicros: 0, outputPriceMicros: 100 * million, monthlyBudgetMicros });
  model().otherwise({
    kind: "json",
    value: { text: "HEY" },
    usage: { prompt_tokens: 10, completion_tokens: 1_000 },
  });
  return ctx;
}

const entriesOf = (ctx: WorkspaceContext) => inWorkspace(ctx, (tx) => tx.select().from(usageEntries));
const auditOf = (ctx: WorkspaceContext, action: string) =>
  inWorkspace(ctx, (tx) => tx.select().from(auditEvents).where(eq(auditEvents.action, action)));

test("a hundred calls at once exceed the budget by one call at most", async () => {
  // One and a half calls: the second exceeds it, and no third may start, though several ask at the same moment.
  const budget = 0.15 * million;
  const ctx = await withBudget(budget);
  const results = await Promise.all(Array.from({ length: 100 }, () => shout(ctx, { text: "hey" })));
  const asked = results.filter((result) => result.engine === "model").length;
  const refused = results.filter((result) => result.fallbackReason === "over_budget").length;
  expect(asked + refused).toBe(100);
  expect(model().requests).toHaveLength(asked);
  const spent = (await entriesOf(ctx)).reduce((sum, entry) => sum + entry.costMicros, 0);
  expect(spent).toBeGreaterThanOrEqual(budget);
  expect(spent).toBeLessThanOrEqual(budget + million / 10);
  expect(asked).toBe(2);
});

test("at the end of the budget the rules answer and no request goes out", async () => {
  const ctx = await withBudget(million / 10);
  expect(await shout(ctx, { text: "hey" })).toMatchObject({ engine: "model", usage: { costMicros: million / 10 } });
  const after = await shout(ctx, { text: "hey" });
  expect(after).toMatchObject({ engine: "extractive", fallbackReason: "over_budget", value: { text: "rules" } });
  expect(model().requests).toHaveLength(1);
});

test("the warning comes at 80 percent, once a month", async () => {
  const ctx = await withBudget(million);
  for (let call = 1; call <= 7; call++) await shout(ctx, { text: "hey" });
  expect(await auditOf(ctx, "model_budget.warn")).toHaveLength(0);
  await Promise.all([shout(ctx, { text: "hey" }), shout(ctx, { text: "hey" })]);
  expect(await auditOf(ctx, "model_budget.warn")).toHaveLength(1);
  await shout(ctx, { text: "hey" });
  expect(await auditOf(ctx, "model_budget.warn")).toHaveLength(1);
});

test("a budget that is lowered to what was spent, or below, warns at once; one that is raised above it is watched anew", async () => {
  const ctx = await withBudget(million);
  for (let call = 1; call <= 3; call++) await shout(ctx, { text: "hey" });
  const lowered = (monthlyBudgetMicros: number) => updateModelSettings(ctx, { monthlyBudgetMicros });
  expect(await lowered(0.5 * million)).toMatchObject({ isWarned: false });
  expect(await lowered(0.3 * million)).toMatchObject({ isWarned: true });
  expect(await auditOf(ctx, "model_budget.warn")).toHaveLength(1);
  expect(await shout(ctx, { text: "hey" })).toMatchObject({ fallbackReason: "over_budget" });
  expect(await lowered(0.2 * million)).toMatchObject({ isWarned: true });
  expect(await updateModelSettings(ctx, { isEnabled: true })).toMatchObject({ isWarned: true });
  expect(await auditOf(ctx, "model_budget.warn")).toHaveLength(2);
  expect(await lowered(million)).toMatchObject({ isWarned: false });
});

test("last month's cost does not count", async () => {
  const ctx = await withBudget(million / 10);
  await shout(ctx, { text: "hey" });
  await inWorkspace(ctx, (tx) => tx.update(usageEntries).set({ month: 202001 }));
  expect(await shout(ctx, { text: "hey" })).toMatchObject({ engine: "model" });
});

test("a call that fails before it reaches a model gives its reservation back", async () => {
  const ctx = await withBudget(million / 10);
  model().next({ kind: "status", status: 401 });
  await shout(ctx, { text: "hey" });
  expect(await shout(ctx, { text: "hey" })).toMatchObject({ engine: "model" });
});

test("one workspace's spending does not touch another's budget, nor can it read it", async () => {
  const a = await withBudget(million / 10);
  const b = await withBudget(million / 10);
  await shout(a, { text: "hey" });
  expect(await shout(b, { text: "hey" })).toMatchObject({ engine: "model" });
  expect(await entriesOf(b)).toHaveLength(1);
  const settings = await inWorkspace(b, (tx) => tx.select().from(modelSettings));
  expect(settings.map((row) => row.workspaceId)).toEqual([b.workspace.id]);
  const [entry] = await entriesOf(a);
  const changed = await inWorkspace(b, (tx) =>
    tx
      .update(usageEntries)
      .set({ costMicros: 0 })
      .where(eq(usageEntries.id, entry?.id ?? ""))
      .returning(),
  );
  expect(changed).toEqual([]);
});
