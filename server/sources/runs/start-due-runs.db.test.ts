import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { getDatabase } from "@/drizzle/client";
import { aWorkspace } from "@/drizzle/factories/context";
import { sourceRuns, sources } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { resolveJobContext } from "@/server/workspaces";
import { createSource } from "../create-source";
import { createSourceInput } from "../schemas";
import { cancelRun } from "./cancel-run";
import { requestScan } from "./request-scan";
import { startDueRuns } from "./start-due-runs";

openTestDatabase();

const contextOf = (workspaceId: string) => resolveJobContext({ data: { workspaceId, userId: null } }, "test");
const inAMinute = () => new Date(Date.now() + 60_000);

const aSource = (ctx: WorkspaceContext, path: string) =>
  createSource(
    ctx,
    createSourceInput.parse({ url: `https://due.example.com/${path}`, kind: "portal", scanNow: false }),
  );

async function runsOf(ctx: WorkspaceContext) {
  const { db } = await getDatabase();
  const runs = await db.select().from(sourceRuns).where(eq(sourceRuns.workspaceId, ctx.workspace.id));
  return runs.map(({ sourceId, trigger }) => ({ sourceId, trigger }));
}

test("a due source is started once, whoever looks, and its next time is set", async () => {
  const ctx = await aWorkspace();
  const { id } = await aSource(ctx, "a");
  const now = inAMinute();
  const looks = await Promise.all([startDueRuns(contextOf, now, 10), startDueRuns(contextOf, now, 10)]);
  expect(looks.map(({ started }) => started).sort()).toEqual([0, 1]);
  expect(await runsOf(ctx)).toEqual([{ sourceId: id, trigger: "schedule" }]);
  const { db } = await getDatabase();
  const [source] = await db.select().from(sources).where(eq(sources.id, id));
  expect(source?.nextRunAt?.getTime()).toBeGreaterThan(now.getTime());
});

test("a source that cannot be started holds up no other, in its own workspace or in another", async () => {
  const [broken, well] = [await aWorkspace(), await aWorkspace()];
  const { id: unreadable } = await aSource(broken, "b");
  const { db } = await getDatabase();
  await db
    .update(sources)
    .set({ schedule: { every: "24h", cron: "at noon", timeZone: "UTC" } })
    .where(eq(sources.id, unreadable));
  const others = [await aSource(broken, "c"), await aSource(well, "d")];
  expect(await startDueRuns(contextOf, inAMinute(), 10)).toEqual({ due: 3, started: 2, failed: 1 });
  const started = [...(await runsOf(broken)), ...(await runsOf(well))];
  expect(started.map(({ sourceId }) => sourceId)).toEqual(others.map(({ id }) => id));
});

test("a source whose run a person stopped waits for its next time, though it was due", async () => {
  const ctx = await aWorkspace();
  const { id } = await aSource(ctx, "e");
  const run = await requestScan(ctx, id);
  await cancelRun(ctx, run.id);
  expect(await startDueRuns(contextOf, inAMinute(), 10)).toMatchObject({ started: 0 });
  expect(await runsOf(ctx)).toEqual([{ sourceId: id, trigger: "person" }]);
  const { db } = await getDatabase();
  const [source] = await db.select().from(sources).where(eq(sources.id, id));
  expect(source?.nextRunAt?.getTime()).toBeGreaterThan(Date.now() + 60_000);
  expect(source?.status).toBe("active");
});
