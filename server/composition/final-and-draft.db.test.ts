import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { brokenRows } from "@/drizzle/checks/broken-rows";
import { aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import type { RunningEngine } from "@/server/jobs/engine";
import { getAmendment } from "@/server/opportunities/amendments/get-amendment";
import { getOpportunity } from "@/server/opportunities/detail/get-opportunity";
import { beginImport } from "@/server/opportunities/reading/import-tender";
import { startEngine } from "./testing/start-engine";
import { addFile, demands, untilRead } from "./testing/tenders";

// Reads files in a process of their own: a busy machine needs its time.
vi.setConfig({ testTimeout: 400_000 });
const database = openTestDatabase();
let engine: RunningEngine;
beforeAll(async () => {
  engine = await startEngine();
}, 120_000);
afterAll(() => engine.stop());

const work = (guards: string) => `## 2. Work

The contractor shall keep ${guards} engineers on call at night for the lifts of both terminals.

The contractor shall write a monthly report about all repairs to the harbour master.

The contractor shall grease the ropes of all eleven lifts every second week of the year.

The contractor shall insure every lift against flooding and storm surges.

The contractor shall train two people of the port in freeing passengers from a cabin.
`;
const request = (date: string, guards: string) => `# Request for Quotation: maintenance of harbour lifts

Port of Exampleton asks for quotations. Reference: POE-2031-07.

## 1. Submission

Quotations must be received no later than 16:00 Europe/Berlin on ${date}.

The technical quotation shall not exceed 10 pages.

The bidder shall name three customers whose lifts it has maintained for a year.

${work(guards)}`;

test("a final that is dropped onto its draft takes its place, and that of the draft's chapters which came on their own", async () => {
  const ctx = await aWorkspace();
  const { id, collectionId } = await beginImport(ctx, { name: "Lifts" });
  await addFile(ctx, "Draft/DRAFT RFQ lifts.md", request("XXXX X, 2031", "two"), collectionId);
  await addFile(ctx, "Draft/Work.md", `# Draft statement of work\n\n${work("two")}`, collectionId);
  await expect
    .poll(async () => (await getOpportunity(ctx, id)).documents.filter(({ isShredded }) => isShredded).length, {
      timeout: 120_000,
    })
    .toBe(2);
  const drafted = await untilRead(ctx, id);
  expect(drafted.documents.map(({ isDraft }) => isDraft)).toEqual([true, true]);

  await addFile(ctx, "FINAL RFQ lifts services.md", request("20 September 2031", "three"), collectionId);
  await expect.poll(async () => (await getOpportunity(ctx, id)).amendments.length, { timeout: 120_000 }).toBe(1);
  const opportunity = await untilRead(ctx, id);
  expect(opportunity.documents.map(({ path, isDraft }) => [path, isDraft])).toEqual([
    ["FINAL RFQ lifts services.md", false],
  ]);
  expect(opportunity.replaced.map(({ path }) => path)).toEqual(["Draft/DRAFT RFQ lifts.md", "Draft/Work.md"]);
  const { items } = await getAmendment(ctx, opportunity.amendments[0]?.id ?? "");
  expect(items.map(({ what, before, after }) => [what, before, after])).toEqual([
    ["deadline", null, expect.stringContaining("2031-09-20 16:00")],
    ["changed", expect.stringContaining("XXXX X, 2031"), expect.stringContaining("20 September 2031")],
    ["changed", expect.stringContaining("two engineers"), expect.stringContaining("three engineers")],
  ]);
  const texts = (await demands(ctx, id, { withDuplicates: true })).map(({ text }) => text);
  expect(texts.filter((text) => text.includes("engineers on call"))).toEqual([
    "The contractor shall keep three engineers on call at night for the lifts of both terminals.",
  ]);
  expect(await brokenRows(database(), "product")).toEqual([]);
});
