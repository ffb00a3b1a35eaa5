import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { getDatabase } from "@/drizzle/client";
import { aWorkspace } from "@/drizzle/factories/context";
import {
  amendments,
  documents,
  notices,
  opportunities,
  opportunityDeadlines,
  opportunityDocuments,
} from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { startPortalSite } from "@/e2e/sites/portal/portal-site";
import type { RunningEngine } from "@/server/jobs/engine";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { allowSite } from "./testing/allow-site";
import { startEngine } from "./testing/start-engine";
import { untilRead } from "./testing/tenders";
import { scanAgain, watch } from "./testing/watching";

vi.setConfig({ testTimeout: 600_000 });
openTestDatabase();
let engine: RunningEngine;

beforeAll(async () => {
  engine = await startEngine();
}, 240_000);
afterAll(() => engine.stop());

async function opportunitiesOf(ctx: WorkspaceContext) {
  const { db } = await getDatabase();
  return db.select().from(opportunities).where(eq(opportunities.workspaceId, ctx.workspace.id));
}

test("every tender of a portal is one opportunity with title, buyer, reference, deadline and files; an amendment moves its deadline the same day", async () => {
  // Enough for more than one page of the listing.
  const site = await startPortalSite({ tenders: 6, pageSize: 4 });
  allowSite(site);
  const ctx = await aWorkspace();
  const { source } = await watch(ctx, `${site.origin}/tenders`, "portal");
  const tenders = site.register.all().filter((tender) => !tender.isWithdrawn);
  await expect
    .poll(async () => (await opportunitiesOf(ctx)).length, { timeout: 300_000, interval: 500 })
    .toBe(tenders.length);
  const found = await opportunitiesOf(ctx);
  for (const tender of tenders) {
    expect(found.filter(({ reference }) => reference === tender.reference)).toMatchObject([
      { title: tender.title, buyer: tender.buyer, submissionAt: tender.deadline, procedureStatus: "open" },
    ]);
  }
  const { db } = await getDatabase();
  const files = await db
    .select({ title: documents.title, origin: documents.origin })
    .from(opportunityDocuments)
    .innerJoin(documents, eq(documents.id, opportunityDocuments.documentId))
    .where(eq(opportunityDocuments.workspaceId, ctx.workspace.id));
  expect(files.length).toBeGreaterThanOrEqual(tenders.length * 2);
  expect(new Set(files.map(({ origin }) => origin))).toEqual(new Set(["attachment"]));

  // The feed of the same portal tells of the same tenders.
  await watch(ctx, `${site.origin}/feed.rss`, "feed");
  const noticesOf = () => db.select().from(notices).where(eq(notices.workspaceId, ctx.workspace.id));
  await expect
    .poll(async () => (await noticesOf()).some(({ scheme }) => scheme === "feed"), { timeout: 300_000, interval: 500 })
    .toBe(true);
  expect(await opportunitiesOf(ctx)).toHaveLength(tenders.length);

  const [one, other] = tenders;
  const [before, id] = [
    one?.deadline.toISOString(),
    found.find(({ reference }) => reference === one?.reference)?.id ?? "",
  ];
  const moved = new Date((one?.deadline.getTime() ?? 0) + 14 * 86_400_000);
  site.set({ amend: { reference: one?.reference ?? "", deadline: moved.toISOString() }, withdraw: other?.reference });
  await scanAgain(ctx, source.id);
  await expect
    .poll(() => deadlinesOf(id), { timeout: 300_000, interval: 500 })
    .toEqual([`${before} superseded`, `${moved.toISOString()} in_force`]);
  expect(await opportunitiesOf(ctx)).toHaveLength(tenders.length);

  // The listing, the tender's page and its papers say it; whoever follows it is told once, with the words of both days.
  await expect
    .poll(async () => (await movesOf(id)).map(({ quotes }) => Boolean(quotes)), { timeout: 120_000 })
    .toEqual([true]);
  await untilRead(ctx, id);
  expect(await movesOf(id)).toHaveLength(1);
  await site.close();
});

async function movesOf(opportunityId: string) {
  const { db } = await getDatabase();
  const rows = await db.select().from(amendments).where(eq(amendments.opportunityId, opportunityId));
  return rows.flatMap(({ items }) =>
    items.filter(({ what, detail }) => what === "deadline" && detail === "submission"),
  );
}

async function deadlinesOf(opportunityId: string): Promise<string[]> {
  const { db } = await getDatabase();
  const rows = await db
    .select()
    .from(opportunityDeadlines)
    .where(eq(opportunityDeadlines.opportunityId, opportunityId));
  return (
    rows
      .filter(({ kind }) => kind === "submission")
      .map(({ at, state }) => `${at?.toISOString()} ${state}`)
      // The notice states the date, and so does the page that it stands on: two statements of one value.
      .filter((said, index, all) => all.indexOf(said) === index)
      .sort()
  );
}
