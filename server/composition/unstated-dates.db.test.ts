import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { getDatabase } from "@/drizzle/client";
import { aWorkspace } from "@/drizzle/factories/context";
import { amendments, opportunities } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { startSite } from "@/e2e/sites/ground/start-site";
import type { RunningEngine } from "@/server/jobs/engine";
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

const subjects = ["Quay lamps", "Dredging of the basin", "Crane inspection", "Rope and tackle"];

/** A portal whose list states the closing dates, and whose pages call them by a name of their own after a while. */
async function startPortal() {
  const state = { label: "Closing date", warranty: 24 };
  const page = (title: string, main: string) =>
    `<!doctype html><html lang="en"><head><title>${title}</title></head><body><main><h1>${title}</h1>${main}</main></body></html>`;
  const site = await startSite(
    {},
    ({ path }) => {
      const rows = subjects.map(
        (subject, id) =>
          `<tr><td><a href="/notice/${id}">${subject}</a></td><td>PX-${70 + id}</td><td>Port of Exampleton</td><td>14 March 2031, 12:00</td></tr>`,
      );
      const heads = "<tr><th>Title</th><th>Reference</th><th>Buyer</th><th>Closing date</th></tr>";
      if (path === "/notices") return { body: page("Open tenders", `<table>${heads}${rows.join("")}</table>`) };
      const subject = subjects[Number(path.split("/").at(-1))];
      return subject && path.startsWith("/notice/")
        ? {
            body: page(
              subject,
              `<dl><dt>Buyer</dt><dd>Port of Exampleton</dd><dt>${state.label}</dt><dd>14 March 2031, 12:00</dd></dl><h2>Requirements</h2><ul><li>The supplier must give a warranty of ${state.warranty} months.</li><li>The supplier must name a foreman who speaks English.</li></ul>`,
            ),
          }
        : { status: 404 };
    },
    (change: Partial<typeof state>) => Object.assign(state, change),
  );
  allowSite(site);
  return site;
}

test("a date that a page calls by another name, while its list states it, is not told as taken back", async () => {
  const site = await startPortal();
  const ctx = await aWorkspace();
  const { source } = await watch(ctx, `${site.origin}/notices`, "portal");
  const { db } = await getDatabase();
  const found = () => db.select().from(opportunities).where(eq(opportunities.workspaceId, ctx.workspace.id));
  await expect.poll(async () => (await found()).length, { timeout: 120_000, interval: 300 }).toBe(subjects.length);
  for (const { id } of await found()) await untilRead(ctx, id);

  site.set({ label: "The box is emptied", warranty: 36 });
  await scanAgain(ctx, source.id);
  const told = () => db.select().from(amendments).where(eq(amendments.workspaceId, ctx.workspace.id));
  await expect.poll(async () => (await told()).length, { timeout: 120_000, interval: 300 }).toBe(subjects.length);
  for (const { id } of await found()) await untilRead(ctx, id);
  const items = (await told()).flatMap(({ items }) => items);
  expect(items.filter(({ what }) => what === "deadline")).toEqual([]);
  expect(items.filter(({ after }) => after?.includes("36 months"))).toHaveLength(subjects.length);
  expect((await found()).map(({ submissionDate }) => submissionDate)).toEqual(subjects.map(() => "2031-03-14"));
  await site.close();
});
