import { and, eq, like } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { getDatabase } from "@/drizzle/client";
import { aWorkspace } from "@/drizzle/factories/context";
import { amendments, documents, opportunities, opportunityDocuments } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { startProcurementSite } from "@/e2e/sites/procurement/procurement-site";
import type { RunningEngine } from "@/server/jobs/engine";
import { allowSite } from "./testing/allow-site";
import { startEngine } from "./testing/start-engine";
import { scanAgain, watch } from "./testing/watching";

vi.setConfig({ testTimeout: 600_000 });
openTestDatabase();
let engine: RunningEngine;

beforeAll(async () => {
  engine = await startEngine();
}, 240_000);
afterAll(() => engine.stop());

const polled = { timeout: 300_000, interval: 500 };

test("what a portal hands out in an archive are papers of its tender, and what is demanded otherwise in one of them is told", async () => {
  const site = await startProcurementSite("oberrhein");
  allowSite(site);
  const ctx = await aWorkspace();
  const { source } = await watch(ctx, site.listingUrl, "portal");
  const { db } = await getDatabase();
  const [notice] = site.register.all().filter(({ status, paperNeeds }) => status === "open" && paperNeeds);
  if (!notice) throw new Error("the portal has a tender whose papers ask for more than its page");
  const papersOf = async () =>
    (
      await db
        .select({ path: documents.path })
        .from(opportunityDocuments)
        .innerJoin(documents, eq(documents.id, opportunityDocuments.documentId))
        .innerJoin(opportunities, eq(opportunities.id, opportunityDocuments.opportunityId))
        .where(and(eq(opportunities.workspaceId, ctx.workspace.id), eq(opportunities.reference, notice.reference)))
    ).map(({ path }) => path.split("/").at(-1));
  await expect
    .poll(papersOf, polled)
    .toEqual(
      expect.arrayContaining(["01 Aufforderung und Leistungsbeschreibung.pdf", "02 Preisblatt.csv", "unterlagen.zip"]),
    );

  const need = "Der Auftragnehmer muss binnen 30 Minuten erreichbar sein.";
  site.set({ amendPaperNeed: { title: notice.title, need } });
  await scanAgain(ctx, source.id);
  await expect
    .poll(async () => {
      const told = await db
        .select({ items: amendments.items })
        .from(amendments)
        .innerJoin(documents, eq(documents.id, amendments.documentId))
        .where(and(eq(amendments.workspaceId, ctx.workspace.id), like(documents.path, "%Leistungsbeschreibung.pdf")));
      return told.flatMap(({ items }) => items).filter(({ after }) => after?.includes("binnen 30 Minuten")).length;
    }, polled)
    .toBe(1);
  await site.close();
});
