import { expect, test } from "vitest";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { crawlFrontier } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { listNotifications } from "@/server/notifications/list-notifications";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { createSource } from "@/server/sources/create-source";
import { getSource } from "@/server/sources/get-source";
import { finishRun } from "@/server/sources/runs/finish-run";
import { requestScan } from "@/server/sources/runs/request-scan";
import { createSourceInput } from "@/server/sources/schemas";
import { updateSource } from "@/server/sources/update-source";

openTestDatabase();
const hour = 3_600_000;

async function aSource(ctx: WorkspaceContext) {
  const url = "https://dead.example.com/tenders";
  const schedule = { every: "6h" as const };
  return createSource(ctx, createSourceInput.parse({ url, kind: "portal", schedule, scanNow: false }));
}

async function fail(ctx: WorkspaceContext, sourceId: string, times: number) {
  for (let run = 0; run < times; run++) {
    const { id: runId } = await requestScan(ctx, sourceId);
    await finishRun(ctx, { sourceId, runId }, "The server did not answer.");
  }
}

async function hoursUntilNext(ctx: WorkspaceContext, id: string) {
  const { nextRunAt } = await getSource(ctx, id);
  return Math.round(((nextRunAt?.getTime() ?? 0) - Date.now()) / hour);
}

test("a source that cannot be read drops to once a week, says so once, and comes back with the first run that goes well", async () => {
  const ctx = await aWorkspace();
  const person = await aMember(ctx, "admin");
  const told = async () =>
    (await listNotifications(person, { limit: 50 })).notifications.filter(({ title }) => title.includes("once a week"));
  const health = async () =>
    (await listNotifications(person, { limit: 50 })).notifications
      .filter(({ kind, title }) => /^source_(?:broken|recovered)$/.test(kind) && !title.includes("once a week"))
      .map(({ kind, path }) => [kind, path]);
  const { id } = await aSource(ctx);
  await fail(ctx, id, 2);
  expect(await health()).toEqual([]);
  await fail(ctx, id, 7);
  expect(await health()).toEqual([["source_broken", `/sources/${id}`]]);
  expect(await told()).toEqual([]);
  expect(await getSource(ctx, id)).toMatchObject({ status: "broken", slowedAt: null });
  expect(await hoursUntilNext(ctx, id)).toBe(6);

  await fail(ctx, id, 2);
  const slowed = await getSource(ctx, id);
  expect(slowed.slowedAt).toBeInstanceOf(Date);
  expect(await hoursUntilNext(ctx, id)).toBe(7 * 24);
  // What the person chose is still there.
  expect(slowed.schedule).toMatchObject({ every: "6h" });
  expect(await told()).toHaveLength(1);

  const { id: runId } = await requestScan(ctx, id);
  await inWorkspace(ctx, (tx) =>
    tx.insert(crawlFrontier).values({
      ...{ workspaceId: ctx.workspace.id, sourceId: id, runId, urlHash: "h", url: "https://dead.example.com/tenders" },
      ...{ kind: "root", depth: 0, position: 0, state: "done", result: "same", attempts: 1 },
    }),
  );
  await finishRun(ctx, { sourceId: id, runId });
  expect(await getSource(ctx, id)).toMatchObject({ status: "active", slowedAt: null });
  expect(await hoursUntilNext(ctx, id)).toBe(6);
  expect(await health()).toEqual([
    ["source_recovered", `/sources/${id}`],
    ["source_broken", `/sources/${id}`],
  ]);
});

test("whoever gives it another schedule has it read by that one", async () => {
  const ctx = await aWorkspace();
  const { id } = await aSource(ctx);
  await fail(ctx, id, 10);
  await updateSource(ctx, { id, schedule: { every: "12h", timeZone: "UTC" } });
  expect((await getSource(ctx, id)).slowedAt).toBeNull();
  expect(await hoursUntilNext(ctx, id)).toBe(12);
});
