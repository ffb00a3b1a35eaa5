import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { startPricesSite } from "@/e2e/sites/prices/prices-site";
import { closeBrowser, describeBrowser } from "@/server/crawling/browser";
import type { RunningEngine } from "@/server/jobs/engine";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { openScreenshot } from "@/server/sources";
import { getChange } from "@/server/sources/changes/get-change";
import { listChanges } from "@/server/sources/changes/list-changes";
import { listChangesInput } from "@/server/sources/changes/schemas";
import { getSource } from "@/server/sources/get-source";
import { updateSource } from "@/server/sources/update-source";
import { allowSite } from "./testing/allow-site";
import { scanning, startEngine } from "./testing/start-engine";
import { scanAgain, watch } from "./testing/watching";

vi.setConfig({ testTimeout: 400_000 });
openTestDatabase();
let engine: RunningEngine;
const hasBrowser = (await describeBrowser()).kind !== "none";

beforeAll(async () => {
  engine = await startEngine(scanning);
}, 240_000);
afterAll(async () => {
  await engine.stop();
  await closeBrowser();
});

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
    const { source, run: first } = await watch(ctx, url, "pricing", { depth: 0 });
    const { id } = source;
    expect(first.counts.rungs).toMatchObject({ http: expect.any(Number) });
    const seen = await getSource(ctx, id);
    expect(seen.picture).toMatchObject({ url, runId: first.id });
    expect(await beginning(ctx, seen.picture?.address)).toBe("ffd8ff");

    site.set({ prices: { team: { GBP: 199 } } });
    const second = await scanAgain(ctx, id);
    expect(second.counts.rungs).not.toHaveProperty("browser");
    const [told] = (await listChanges(ctx, listChangesInput.parse({}))).changes;
    const change = await getChange(ctx, told?.id ?? "");
    expect(await beginning(ctx, change.before?.screenshot)).toBe("ffd8ff");
    expect(await beginning(ctx, change.after?.screenshot)).toBe("ffd8ff");
    expect(change.before?.screenshot).not.toBe(change.after?.screenshot);
    // Another workspace does not see them.
    await expect(beginning(await aWorkspace(), change.before?.screenshot)).rejects.toThrow();

    // Who wants none gets none; the change is told all the same.
    await updateSource(ctx, { id, pictures: "none" });
    site.set({ prices: { team: { GBP: 249 } } });
    await scanAgain(ctx, id);
    const [plain] = (await listChanges(ctx, listChangesInput.parse({}))).changes;
    expect(plain?.summary).toContain("249");
    expect((await getChange(ctx, plain?.id ?? "")).after?.screenshot).toBeNull();
    await site.close();
  },
);
