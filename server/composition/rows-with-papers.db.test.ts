import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { getDatabase } from "@/drizzle/client";
import { aWorkspace } from "@/drizzle/factories/context";
import { opportunities, opportunityDocuments } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { startSite } from "@/e2e/sites/ground/start-site";
import { readStoredSnapshot } from "@/inngest/knowledge/read-snapshot";
import { readSourceNotices } from "@/inngest/opportunities/read-notices";
import type { RunningEngine } from "@/server/jobs/engine";
import { textPdf } from "@/server/knowledge/ingest/parsing/testing/make-pdf";
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
  engine = await startEngine([...scanning, readStoredSnapshot, readSourceNotices]);
}, 240_000);
afterAll(() => engine.stop());

const subjects = ["Quay lamps", "Dredging of the basin", "Crane inspection", "Rope and tackle"];

/** Tenders that fold out on one page, each with two papers and no page of its own. */
async function startFoldedPortal() {
  const state = { hours: "four", closes: "14 March 2031", addendum: false };
  const site = await startSite(
    {},
    ({ path }) => {
      if (path.endsWith(".pdf")) {
        const text = textPdf([[{ text: `Paper ${path}`, x: 60, y: 700, size: 16 }]]);
        return { headers: { "content-type": "application/pdf" }, body: Buffer.from(text) };
      }
      const parts = subjects.map((subject, at) => {
        const own = at === 2 ? state : { hours: "two", closes: "20 March 2031", addendum: false };
        const names = [...(own.addendum ? ["addendum"] : []), "invitation", "prices"];
        const links = names.map((name) => `<a href="/d/${at}-${name}.pdf">${name}</a>`).join(", ");
        return `<h3><button aria-expanded="false" aria-controls="p${at}">${subject}</button></h3><div id="p${at}" hidden><table><tr><th>Number</th><td>PX-${at}401</td></tr><tr><th>Return date</th><td>${own.closes}</td></tr></table><p>The supplier must come within ${own.hours} hours of a call by the port.</p><p>Documents: ${links}</p></div>`;
      });
      return {
        body: `<!doctype html><html lang="en"><head><title>Tenders</title></head><body><main><h1>Tenders</h1>${parts.join("")}</main></body></html>`,
      };
    },
    (change: Partial<typeof state>) => Object.assign(state, change),
  );
  allowSite(site);
  return site;
}

async function papersOf(ctx: WorkspaceContext, title: string): Promise<number | null> {
  const { db } = await getDatabase();
  const mine = await db
    .select()
    .from(opportunities)
    .where(and(eq(opportunities.workspaceId, ctx.workspace.id), eq(opportunities.title, title)));
  const [only, ...others] = mine;
  if (!only || others.length > 0) return null;
  return db.$count(opportunityDocuments, eq(opportunityDocuments.opportunityId, only.id));
}

test("a tender without a page has all its papers and stays one, and its list tells what only its part says", async () => {
  const site = await startFoldedPortal();
  const ctx = await aWorkspace();
  const { source } = await watch(ctx, `${site.origin}/tenders`, "portal");
  const papers = (count: number) =>
    expect.poll(() => papersOf(ctx, "Crane inspection"), { timeout: 120_000, interval: 300 }).toBe(count);
  const told = async () => {
    const { changes } = await listChanges(ctx, listChangesInput.parse({ sourceId: source.id }));
    return changes.map(({ summary }) => summary);
  };
  await papers(2);

  site.set({ addendum: true, closes: "21 March 2031" });
  await scanAgain(ctx, source.id);
  await papers(3);
  expect(await told()).toEqual([]);
  site.set({ hours: "three" });
  await scanAgain(ctx, source.id);
  expect((await told()).join()).toMatch(/four.*three|three hours/);
  await site.close();
});
