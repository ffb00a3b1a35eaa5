import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { getDatabase } from "@/drizzle/client";
import { aWorkspace } from "@/drizzle/factories/context";
import { opportunities, snapshots } from "@/drizzle/schema";
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

const subjects = ["Quay lamps", "Dredging of the basin", "Crane inspection", "Rope and tackle", "Harbour bells"];
const closes = "14 March 2031, 12:00";

/** A portal without numbers of its own, whose links carry the visit and whose papers are made anew for whoever asks. */
async function startForgetfulPortal() {
  const state = { visit: 0, cancelled: "" };
  const page = (title: string, main: string) =>
    `<!doctype html><html lang="en"><head><title>${title}</title></head><body><main><h1>${title}</h1>${main}</main></body></html>`;
  const site = await startSite(
    {},
    ({ path, query }) => {
      const visit = `sid=x${"0123456789abcdefg".slice(0, 6)}q${state.visit}z${state.visit * 7}k4`;
      if (path === "/notices") {
        const rows = subjects
          .map((subject, id) => ({ subject, id }))
          .filter(({ subject }) => subject !== state.cancelled)
          .map(
            ({ subject, id }) =>
              `<tr><td><a href="/notice?id=${id}&amp;${visit}">${subject}</a></td><td>Port of Exampleton</td><td>${closes}</td><td>Open</td></tr>`,
          );
        return {
          body: page(
            "Open tenders",
            `<table><tr><th>Title</th><th>Buyer</th><th>Closing date</th><th>Status</th></tr>${rows.join("")}</table>`,
          ),
        };
      }
      const subject = subjects[Number(query.get("id"))];
      if (path === "/notice" && subject) {
        const status = subject === state.cancelled ? "Cancelled" : "Open";
        return {
          body: page(
            subject,
            `<dl><dt>Buyer</dt><dd>Port of Exampleton</dd><dt>Closing date</dt><dd>${closes}</dd><dt>Status</dt><dd>${status}</dd></dl><h2>Documents</h2><ul><li><a href="/paper.pdf?id=${query.get("id")}">Invitation to tender (PDF)</a></li></ul>`,
          ),
        };
      }
      if (path === "/paper.pdf" && subject) {
        const text = textPdf([[{ text: `Invitation to tender: ${subject}`, x: 60, y: 700, size: 16 }]]);
        const madeAt = `\n%/CreationDate (D:203103010${state.visit}0000Z)\n`;
        return {
          headers: { "content-type": "application/pdf" },
          body: Buffer.concat([Buffer.from(text), Buffer.from(madeAt)]),
        };
      }
      return { status: 404 };
    },
    (change: Partial<typeof state>) => Object.assign(state, change),
  );
  allowSite(site);
  return site;
}

async function tendersOf(ctx: WorkspaceContext) {
  const { db } = await getDatabase();
  const rows = await db
    .select({ title: opportunities.title, status: opportunities.procedureStatus })
    .from(opportunities)
    .where(eq(opportunities.workspaceId, ctx.workspace.id));
  return rows.map(({ title, status }) => `${title}: ${status}`).sort();
}

test("a tender that leaves the list as cancelled is cancelled; links of another visit and papers made anew are nothing new", async () => {
  const site = await startForgetfulPortal();
  const ctx = await aWorkspace();
  const { source } = await watch(ctx, `${site.origin}/notices`, "portal");
  const open = subjects.map((subject) => `${subject}: open`).sort();
  await expect.poll(() => tendersOf(ctx), { timeout: 300_000, interval: 300 }).toEqual(open);
  const { db } = await getDatabase();
  const unread = async () =>
    (await db.select().from(snapshots).where(eq(snapshots.workspaceId, ctx.workspace.id))).filter(({ status }) =>
      /queued|processing/.test(status),
    );
  await expect.poll(unread, { timeout: 300_000, interval: 300 }).toEqual([]);

  site.set({ visit: 1, cancelled: "Crane inspection" });
  await scanAgain(ctx, source.id);
  const after = subjects.map((one) => `${one}: ${one === "Crane inspection" ? "cancelled" : "open"}`).sort();
  await expect.poll(() => tendersOf(ctx), { timeout: 90_000, interval: 300 }).toEqual(after);
  const { changes } = await listChanges(ctx, listChangesInput.parse({ sourceId: source.id }));
  expect(changes.filter(({ page }) => page.url.includes("paper.pdf"))).toEqual([]);
  expect(changes.some(({ summary }) => summary.includes("Cancelled"))).toBe(true);

  await site.close();
});
