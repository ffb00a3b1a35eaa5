import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { getDatabase } from "@/drizzle/client";
import { aWorkspace } from "@/drizzle/factories/context";
import { opportunities } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { startProcurementSite } from "@/e2e/sites/procurement/procurement-site";
import { findChromium } from "@/server/crawling/browser/find-chromium";
import type { RunningEngine } from "@/server/jobs/engine";
import { createSource } from "@/server/sources/create-source";
import { createSourceInput } from "@/server/sources/schemas";
import { allowSite } from "./testing/allow-site";
import { startEngine } from "./testing/start-engine";

vi.setConfig({ testTimeout: 600_000 });
openTestDatabase();
let engine: RunningEngine;
const hasBrowser = (await findChromium()) !== null;

beforeAll(async () => {
  engine = await startEngine();
}, 240_000);
afterAll(() => engine.stop());

test.skipIf(!hasBrowser)(
  "an application that keeps only the rows in sight and shows its notices in a drawer is a portal, and each notice an opportunity",
  async () => {
    const site = await startProcurementSite("tidewater");
    allowSite(site);
    const ctx = await aWorkspace();
    const source = await createSource(ctx, createSourceInput.parse({ url: site.listingUrl, kind: "auto" }));
    expect(source.kind).toBe("portal");
    const { db } = await getDatabase();
    const known = async () =>
      (await db.select().from(opportunities).where(eq(opportunities.workspaceId, ctx.workspace.id)))
        .map(({ title, reference, buyer }) => [title, reference, buyer])
        .sort();
    const wanted = site.register
      .all()
      .map(({ title, reference, buyer }) => [title, reference, buyer])
      .sort();
    await expect.poll(known, { timeout: 300_000, interval: 1_000 }).toEqual(wanted);
    await site.close();
  },
);
