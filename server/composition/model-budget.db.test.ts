import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { modelSettings, outbox } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import type { RunningEngine } from "@/server/jobs/engine";
import { modelBudgetNear } from "@/server/jobs/events";
import { reserveUsage, settleUsage } from "@/server/models/reserve-usage";
import { listNotifications } from "@/server/notifications/list-notifications";
import { inSystem, inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { startEngine } from "./testing/start-engine";

openTestDatabase();
let engine: RunningEngine;
beforeAll(async () => {
  engine = await startEngine();
}, 240_000);
afterAll(() => engine.stop());

const tenDollars = 10_000_000;

async function spend(ctx: WorkspaceContext, costMicros: number) {
  const reservation = await reserveUsage(ctx, {
    judgement: "test",
    model: "m",
    queryId: null,
    estimateMicros: costMicros,
  });
  const used = { outcome: "ok" as const, inputTokens: 1, outputTokens: 1, durationMs: 1, isCharged: true };
  await settleUsage(ctx, reservation, { ...used, costMicros });
}

const heard = async (ctx: WorkspaceContext) =>
  (await listNotifications(ctx, { limit: 20 })).notifications.map(({ kind, title }) => ({ kind, title }));

test("whoever chooses models is told once that the month's budget is nearly used; others are not", async () => {
  const owner = await aWorkspace();
  const member = await aMember(owner, "member");
  const values = { workspaceId: owner.workspace.id, monthlyBudgetMicros: tenDollars };
  await inWorkspace(owner, (tx) =>
    tx.insert(modelSettings).values(values).onConflictDoUpdate({ target: modelSettings.workspaceId, set: values }),
  );
  await spend(owner, 7_000_000);
  expect(await heard(owner)).toEqual([]);
  await spend(owner, 1_500_000);
  const news = [{ kind: "budget_near", title: "85% of this month's budget for models is used" }];
  await expect.poll(() => heard(owner), { timeout: 120_000 }).toEqual(news);
  await spend(owner, 500_000);
  const events = await inSystem((tx) => tx.select().from(outbox).where(eq(outbox.name, modelBudgetNear.name)));
  expect(events).toHaveLength(1);
  expect(await heard(member)).toEqual([]);
});
