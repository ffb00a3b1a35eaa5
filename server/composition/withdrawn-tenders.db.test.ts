import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { getDatabase } from "@/drizzle/client";
import { aWorkspace } from "@/drizzle/factories/context";
import { opportunities } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { startSite } from "@/e2e/sites/ground/start-site";
import { readSourceNotices } from "@/inngest/opportunities/read-notices";
import type { RunningEngine } from "@/server/jobs/engine";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
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

const subjects = ["Quay lamps", "Dredging of the basin", "Crane inspection", "Rope and tackle", "Harbour bells"];
const closes = "14 March 2031, 12:00";

interface PortalState {
  /** Taken off the list, and what its page answers then. */
  gone: string;
  answers: 404 | 200;
  /** The list shows none of its entries. */
  isBroken: boolean;
}

/** A portal that takes tenders off its list without a word; `hasPages`: each has a page of its own. */
async function startSilentPortal(hasPages: boolean) {
  const state: PortalState = { gone: "", answers: 404, isBroken: false };
  const page = (title: string, main: string) =>
    `<!doctype html><html lang="en"><head><title>${title}</title></head><body><main><h1>${title}</h1>${main}</main></body></html>`;
  const site = await startSite(
    {},
    ({ path, query }) => {
      if (path === "/notices") {
        const listed = state.isBroken ? [] : subjects.filter((subject) => subject !== state.gone);
        const rows = listed.map((subject) => {
          const title = hasPages ? `<a href="/notice?id=${subjects.indexOf(subject)}">${subject}</a>` : subject;
          return `<tr><td>PX-${subjects.indexOf(subject)}01</td><td>${title}</td><td>Port of Exampleton</td><td>${closes}</td></tr>`;
        });
        const head = "<tr><th>Number</th><th>Title</th><th>Buyer</th><th>Closing date</th></tr>";
        return { body: page("Open tenders", `<table>${head}${rows.join("")}</table>`) };
      }
      const subject = hasPages ? subjects[Number(query.get("id"))] : undefined;
      if (path !== "/notice" || !subject || (subject === state.gone && state.answers === 404)) return { status: 404 };
      const facts = `<dl><dt>Buyer</dt><dd>Port of Exampleton</dd><dt>Closing date</dt><dd>${closes}</dd></dl>`;
      return { body: page(subject, `${facts}<p>The port invites tenders for this work in all of its basins.</p>`) };
    },
    (change: Partial<PortalState>) => Object.assign(state, change),
  );
  allowSite(site);
  return site;
}

async function statesOf(ctx: WorkspaceContext) {
  const { db } = await getDatabase();
  const rows = await db
    .select({ title: opportunities.title, status: opportunities.procedureStatus })
    .from(opportunities)
    .where(eq(opportunities.workspaceId, ctx.workspace.id));
  return Object.fromEntries(rows.map(({ title, status }) => [title, status]));
}

const all = (status: string) => Object.fromEntries(subjects.map((subject) => [subject, status]));
const shows = (ctx: WorkspaceContext, states: Record<string, string>) =>
  expect.poll(() => statesOf(ctx), { timeout: 90_000, interval: 300 }).toEqual(states);

test.each([true, false])(
  "a tender that vanishes without a word is no longer listed, and open again when it is back; pages: %s",
  async (hasPages) => {
    const site = await startSilentPortal(hasPages);
    const ctx = await aWorkspace();
    const { source } = await watch(ctx, `${site.origin}/notices`, "portal");
    await shows(ctx, all("open"));

    site.set({ gone: "Crane inspection" });
    await scanAgain(ctx, source.id);
    await shows(ctx, { ...all("open"), "Crane inspection": "unlisted" });
    site.set({ gone: "" });
    await scanAgain(ctx, source.id);
    await shows(ctx, all("open"));
    await site.close();
  },
);

test("nothing is called so while the list is broken, nor what its list only moved away from while its page stands", async () => {
  const site = await startSilentPortal(true);
  const ctx = await aWorkspace();
  const { source } = await watch(ctx, `${site.origin}/notices`, "portal");
  await shows(ctx, all("open"));

  site.set({ isBroken: true });
  await scanAgain(ctx, source.id);
  site.set({ isBroken: false, gone: "Harbour bells", answers: 200 });
  await scanAgain(ctx, source.id);
  // What is read after the run is done by the time that another tender is told as gone.
  site.set({ gone: "Quay lamps", answers: 404 });
  await scanAgain(ctx, source.id);
  await shows(ctx, { ...all("open"), "Quay lamps": "unlisted" });
  await site.close();
});
