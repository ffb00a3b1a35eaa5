import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { getDatabase } from "@/drizzle/client";
import { aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { startPricesSite } from "@/e2e/sites/prices/prices-site";
import { functions } from "@/inngest";
import { closeBrowser, describeBrowser } from "@/server/crawling/browser";
import { inngest, setJobsRuntime } from "@/server/jobs/client";
import { type RunningEngine, startEmbeddedEngine } from "@/server/jobs/engine";
import { logger } from "@/server/platform/logging";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { openScreenshot } from "@/server/sources";
import { getChange } from "@/server/sources/changes/get-change";
import { listChanges } from "@/server/sources/changes/list-changes";
import { listChangesInput } from "@/server/sources/changes/schemas";
import { createSource } from "@/server/sources/create-source";
import { getRun, getSource } from "@/server/sources/get-source";
import { requestScan } from "@/server/sources/runs/request-scan";
import { createSourceInput } from "@/server/sources/schemas";
import { updateSource } from "@/server/sources/update-source";
import { allowSite } from "./testing/allow-site";

vi.setConfig({ testTimeout: 120_000 });
openTestDatabase();
let engine: RunningEngine;
const hasBrowser = describeBrowser().kind !== "none";

beforeAll(async () => {
  const database = await getDatabase();
  engine = await startEmbeddedEngine({ client: inngest, functions, database, connect: setJobsRuntime, logger });
}, 60_000);
afterAll(async () => {
  await engine.stop();
  await closeBrowser();
});

async function ended(ctx: WorkspaceContext, runId: string) {
  await expect
    .poll(async () => (await getRun(ctx, runId)).status, { timeout: 90_000, interval: 200 })
    .not.toMatch(/queued|running/);
  return getRun(ctx, runId);
}

/** The first bytes of a stored picture: a JPEG begins with ff d8 ff. */
async function beginning(ctx: WorkspaceContext, address: string | null | undefined) {
  const snapshotId = address?.split("/").at(-2) ?? "";
  for await (const part of await openScreenshot(ctx, snapshotId)) return Buffer.from(part).toString("hex", 0, 3);
  return null;
}

test.skipIf(!hasBrowser)(
  "a page that is read over HTTP and has changed has pictures of before and after (skipped: no Chromium)",
  async () => {
    const site = await startPricesSite();
    allowSite(site);
    const ctx = await aWorkspace();
    const url = `${site.origin}/pricing`;
    const { id } = await createSource(ctx, createSourceInput.parse({ url, kind: "pricing" }));
    const first = await ended(ctx, (await getSource(ctx, id)).lastRun?.id ?? "");
    expect(first.counts.rungs).toMatchObject({ http: expect.any(Number) });
    const seen = await getSource(ctx, id);
    expect(seen.picture).toMatchObject({ url, runId: first.id });
    expect(await beginning(ctx, seen.picture?.address)).toBe("ffd8ff");

    site.set({ prices: { team: { GBP: 199 } } });
    const second = await ended(ctx, (await requestScan(ctx, id)).id);
    expect(second.counts.rungs).not.toHaveProperty("browser");
    const [told] = (await listChanges(ctx, listChangesInput.parse({}))).changes;
    const change = await getChange(ctx, told?.id ?? "");
    expect(await beginning(ctx, change.before.screenshot)).toBe("ffd8ff");
    expect(await beginning(ctx, change.after?.screenshot)).toBe("ffd8ff");
    expect(change.before.screenshot).not.toBe(change.after?.screenshot);
    // Another workspace does not see them.
    await expect(beginning(await aWorkspace(), change.before.screenshot)).rejects.toThrow();

    // Who wants none gets none; the change is told all the same.
    await updateSource(ctx, { id, pictures: "none" });
    site.set({ prices: { team: { GBP: 249 } } });
    await ended(ctx, (await requestScan(ctx, id)).id);
    const [plain] = (await listChanges(ctx, listChangesInput.parse({}))).changes;
    expect(plain?.summary).toContain("249");
    expect((await getChange(ctx, plain?.id ?? "")).after?.screenshot).toBeNull();
    await site.close();
  },
);
