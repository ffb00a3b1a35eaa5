import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { anOpportunity } from "@/drizzle/factories/opportunity";
import { openTestDatabase } from "@/drizzle/testing";
import { announce } from "@/server/jobs/announce";
import type { RunningEngine } from "@/server/jobs/engine";
import { opportunityDiscovered } from "@/server/jobs/events";
import { listNotifications } from "@/server/notifications/list-notifications";
import { inWorkspace } from "@/server/platform/workspace-context";
import { asCaller, signedIn } from "./testing/as-caller";
import { startEngine } from "./testing/start-engine";

vi.setConfig({ testTimeout: 400_000 });
openTestDatabase();
let engine: RunningEngine;

beforeAll(async () => {
  engine = await startEngine();
}, 240_000);
afterAll(() => engine.stop());

const patience = { timeout: 240_000, interval: 250 };

test("what is found is weighed and told to whom a saved search wants it; profile and outcomes weigh the others again", async () => {
  const ctx = await aWorkspace();
  const caller = await asCaller(await signedIn(ctx.userId, ctx.workspace.slug));
  await caller.savedSearches.save({ name: "Bridges", filters: { text: "bridge" }, hasAlert: true });
  const found = await anOpportunity(ctx, {
    title: "New bridge",
    buyer: "City",
    country: "DE",
    firstSeenAt: new Date(Date.now() + 1000),
  });
  const scoreOf = async (factor: string, id = found.id) =>
    (await caller.fit.get({ opportunityId: id })).factors.find((one) => one.factor === factor)?.score;
  await inWorkspace(ctx, (tx) =>
    announce(
      tx,
      opportunityDiscovered.create({
        workspaceId: ctx.workspace.id,
        userId: null,
        opportunityId: found.id,
        noticeId: null,
      }),
    ),
  );
  await expect.poll(() => scoreOf("place"), patience).toBeNull();
  await expect
    .poll(async () => (await listNotifications(ctx, { limit: 10 })).notifications.map(({ title }) => title), patience)
    .toEqual(["New for “Bridges”: New bridge"]);
  await caller.fit.updateProfile({ profile: { places: ["DE"] } });
  await expect.poll(() => scoreOf("place"), patience).toBe(1);
  const past = await anOpportunity(ctx, { title: "Old bridge", buyer: "City" });
  await caller.pipeline.setOutcome({ id: past.id, outcome: "won" });
  await expect.poll(() => scoreOf("outcomes"), patience).toBeCloseTo(2 / 3);
});
