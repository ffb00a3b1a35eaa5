import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { getDatabase } from "@/drizzle/client";
import { aWorkspace } from "@/drizzle/factories/context";
import { opportunities, snapshots } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { startSite } from "@/e2e/sites/ground/start-site";
import { readSourceNotices } from "@/inngest/opportunities/read-notices";
import type { RunningEngine } from "@/server/jobs/engine";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { listChanges } from "@/server/sources/changes/list-changes";
import { listChangesInput } from "@/server/sources/changes/schemas";
import { allowSite } from "./testing/allow-site";
import { scanning, startEngine } from "./testing/start-engine";
import { scanAgain, watch } from "./testing/watching";

vi.setConfig({ testTimeout: 600_000 });
openTestDatabase();
let engine: RunningEngine;
beforeAll(async () => {
  engine = await startEngine([...scanning, readSourceNotices]);
}, 240_000);
afterAll(() => engine.stop());

const subjects = ["Quay lamps", "Dredging of the basin", "Crane inspection", "Rope and tackle"];
const dayMs = 86_400_000;
const dayAfter = (days: number) => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);

/** A portal that says of its closing dates only how far away they are. */
async function startCountingPortal() {
  const state = { days: 20 };
  const page = (title: string, main: string) =>
    `<!doctype html><html lang="en"><head><title>${title}</title></head><body><main><h1>${title}</h1>${main}</main></body></html>`;
  const site = await startSite(
    {},
    ({ path }) => {
      const cards = subjects.map(
        (subject, id) =>
          `<li><h2><a href="/notice/${id}">${subject}</a></h2><p>Port of Exampleton</p><p>Reference: PX-${70 + id}</p></li>`,
      );
      if (path === "/notices") return { body: page("Open tenders", `<ul>${cards.join("")}</ul>`) };
      const subject = subjects[Number(path.split("/").at(-1))];
      return subject && path.startsWith("/notice/")
        ? {
            body: page(
              subject,
              `<dl><dt>Buyer</dt><dd>Port of Exampleton</dd><dt>Response deadline</dt><dd>in ${state.days} days (end of day)</dd></dl><p>The port asks for ${subject.toLowerCase()} at its northern quay.</p>`,
            ),
          }
        : { status: 404 };
    },
    (change: Partial<typeof state>) => Object.assign(state, change),
  );
  allowSite(site);
  return site;
}

async function datesOf(ctx: WorkspaceContext) {
  const { db } = await getDatabase();
  const rows = await db.select().from(opportunities).where(eq(opportunities.workspaceId, ctx.workspace.id));
  return rows.map(({ submissionDate }) => submissionDate);
}

test("a deadline that is counted down stays the day that it is, and nothing is told of it", async () => {
  const site = await startCountingPortal();
  const ctx = await aWorkspace();
  const { source } = await watch(ctx, `${site.origin}/notices`, "portal");
  const all = (days: number) => subjects.map(() => dayAfter(days));
  await expect.poll(() => datesOf(ctx), { timeout: 120_000, interval: 300 }).toEqual(all(20));

  // As if all that had been two days ago.
  const { db } = await getDatabase();
  await db.update(snapshots).set({ fetchedAt: sql`${snapshots.fetchedAt} - interval '2 days'` });
  site.set({ days: 18 });
  const run = await scanAgain(ctx, source.id);
  expect(run.counts.changes).toBe(0);
  // The pages say 18 days from today, and what is kept of them 20 days from two days ago.
  await expect.poll(() => datesOf(ctx), { timeout: 120_000, interval: 300 }).toEqual(all(18));

  site.set({ days: 25 });
  await scanAgain(ctx, source.id);
  await expect.poll(() => datesOf(ctx), { timeout: 120_000, interval: 300 }).toEqual(all(25));
  const { changes } = await listChanges(ctx, listChangesInput.parse({ sourceId: source.id }));
  expect(changes.map(({ summary }) => summary).join("\n")).toContain("in 25 days");
  await site.close();
});
