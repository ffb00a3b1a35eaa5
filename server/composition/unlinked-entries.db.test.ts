import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { getDatabase } from "@/drizzle/client";
import { aWorkspace } from "@/drizzle/factories/context";
import { opportunities } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { startSite } from "@/e2e/sites/ground/start-site";
import type { RunningEngine } from "@/server/jobs/engine";
import { listChanges } from "@/server/sources/changes/list-changes";
import { listChangesInput } from "@/server/sources/changes/schemas";
import { listRecords } from "@/server/sources/records/list-records";
import { listRecordsInput } from "@/server/sources/schemas";
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

type Bid = [number: string, title: string, due: string];
const firstDay: Bid[] = [
  ["RFP 31-04", "Street sweeping services", "12 May 2031"],
  ["RFP 31-05", "Street sweeping services", "19 May 2031"],
  ["ITB 31-06", "Playground resurfacing at Elm Park", "2 June 2031"],
  ["RFQ 31-09", "On-call surveying", "9 June 2031"],
];
/** One title is put better and its day moves, one is over, one is new, and the order is another. */
const nextDay: Bid[] = [
  ["ITB 31-14", "Traffic signs and posts", "30 June 2031"],
  ["RFQ 31-09", "On-call land surveying", "16 June 2031"],
  ["RFP 31-05", "Street sweeping services", "19 May 2031"],
  ["ITB 31-06", "Playground resurfacing at Elm Park", "2 June 2031"],
];
const makes = {
  "a table of nothing but text": (bids: Bid[]) =>
    `<table><tr><th>Bid number</th><th>Title</th><th>Closing date</th></tr>${bids.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`,
  "parts that fold out": (bids: Bid[]) =>
    bids
      .map(
        ([number, title, due]) =>
          `<details><summary>${title}</summary><p>Bid number: ${number}</p><p>Closing date: ${due}</p><p>The town seeks a contractor. Bids go to the clerk in a sealed envelope.</p></details>`,
      )
      .join(""),
};

test.each(Object.entries(makes))(
  "entries without a link of their own are kept once, through changes: %s",
  async (_, make) => {
    let bids = firstDay;
    const site = await startSite(
      {},
      ({ path }) =>
        path === "/bids"
          ? {
              body: `<!doctype html><html lang="en"><head><title>Bids | Town of Elm</title></head><body><nav><a href="/">Home</a></nav><main><h1>Invitations to bid</h1><p>The town of Elm invites bids for what is listed below.</p>${make(bids)}</main></body></html>`,
            }
          : { status: 404 },
      () => {},
    );
    allowSite(site);
    const ctx = await aWorkspace();
    const { source } = await watch(ctx, `${site.origin}/bids`, "auto");
    expect(source.kind).toBe("portal");
    const kept = async () => {
      const { records } = await listRecords(ctx, listRecordsInput.parse({ sourceId: source.id }));
      return records.map(({ id, title, fields }) => ({ id, title, line: Object.values(fields).join(" ") }));
    };
    const { db } = await getDatabase();
    const told = async () =>
      (await db.select().from(opportunities).where(eq(opportunities.workspaceId, ctx.workspace.id)))
        .map(({ reference, title }) => `${reference} ${title}`)
        .sort();
    const names = (some: Bid[]) => some.map(([number, title]) => `${number} ${title}`).sort();
    const first = await kept();
    expect(first).toHaveLength(4);
    await expect.poll(told, { timeout: 240_000, interval: 500 }).toEqual(names(firstDay));

    await scanAgain(ctx, source.id);
    expect((await kept()).map(({ id }) => id).sort()).toEqual(first.map(({ id }) => id).sort());

    bids = nextDay;
    await scanAgain(ctx, source.id);
    const second = await kept();
    expect(second).toHaveLength(5);
    const surveying = second.find(({ line }) => line.includes("RFQ 31-09"));
    expect(surveying?.title).toBe("On-call land surveying");
    expect(surveying?.line).toContain("16 June 2031");
    expect(surveying?.id).toBe(first.find(({ line }) => line.includes("RFQ 31-09"))?.id);
    const { changes } = await listChanges(ctx, listChangesInput.parse({ sourceId: source.id }));
    expect(changes).toHaveLength(1);
    await expect
      .poll(told, { timeout: 240_000, interval: 500 })
      .toEqual([...names(firstDay).filter((name) => !name.startsWith("RFQ")), ...names(nextDay.slice(0, 2))].sort());
    await site.close();
  },
);
