import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import type { RunningEngine } from "@/server/jobs/engine";
import { getAmendment } from "@/server/opportunities/amendments/get-amendment";
import { beginImport } from "@/server/opportunities/reading/import-tender";
import { asCaller, signedIn } from "./testing/as-caller";
import { startEngine } from "./testing/start-engine";
import { addFile, demands, untilRead } from "./testing/tenders";

// Reads files in a process of their own: a busy machine needs its time.
vi.setConfig({ testTimeout: 400_000 });
openTestDatabase();
let engine: RunningEngine;
beforeAll(async () => {
  engine = await startEngine();
}, 120_000);
afterAll(() => engine.stop());

const guard = "The contractor shall keep two engineers on call at night for all lifts.";
const guarded = "The contractor shall keep three engineers on call at night for all lifts.";
const report = "The contractor shall write a monthly report about all repairs to the harbour master.";
const insured = "The contractor shall insure every lift against flooding and storm surges.";
const page = (lines: string[]) => `# Maintenance of lifts

Port of Exampleton invites proposals. Proposals must be received by 16:00 Europe/Berlin on 20 September 2031.

## Requirements

${lines.map((line) => `- ${line}`).join("\n")}
`;
const paper = (lines: string[]) => `# Statement of Work: maintenance of lifts in the harbour

## 1. Background

The port runs eleven lifts, of which four stand outside. The oldest was built in 1971 by a firm that is no more. Two serve the ferry hall, and one carries
cars to the upper quay. In winter the outer ones freeze about twice a month. Until now each was looked after by whoever had built it. Visitors like the
glass cabin beside the lighthouse best. Plans of all shafts hang in the harbour master's office.

## 2. Terms

Invoices are paid within 30 days. The law of the state holds. Both sides may end the contract at the end of a year.

## 3. Work

${lines.map((line, at) => `3.${at + 1} ${line}`).join("\n\n")}
`;

test("a demand that stands on a page and again in its paper is told once when it changes, and no news when the other says it later", async () => {
  const ctx = await aWorkspace();
  const caller = await asCaller(await signedIn(ctx.userId, ctx.workspace.slug));
  const { id, collectionId } = await beginImport(ctx, { name: "Lifts" });
  const all = () => demands(ctx, id, { withDuplicates: true });
  const texts = async () => (await all()).map(({ text }) => text);
  const untilSaid = (words: string, times: number) =>
    expect
      .poll(async () => (await texts()).filter((text) => text.includes(words)).length, { timeout: 60_000 })
      .toBe(times);
  await addFile(ctx, "Notice.md", page([guard, report]), collectionId);
  await untilRead(ctx, id);
  await addFile(ctx, "Statement of Work.md", paper([guard, report, insured]), collectionId);
  await untilSaid("contractor", 5);
  const findTwin = async () =>
    (await all()).find(({ text, duplicateOf }) => text.includes("two engineers") && duplicateOf);
  await expect.poll(findTwin, { timeout: 60_000 }).toBeDefined();
  await untilRead(ctx, id);
  const twin = await findTwin();
  await caller.requirements.edit({ id: twin?.id ?? "", note: "Our fitters do this." });

  await addFile(ctx, "Notice.md", page([guarded, report]), collectionId);
  await expect
    .poll(async () => (await caller.opportunities.get({ id })).amendments.length, { timeout: 60_000 })
    .toBe(1);
  await untilRead(ctx, id);
  await addFile(ctx, "Statement of Work.md", paper([guarded, report, insured]), collectionId);
  await untilSaid("three", 2);
  const amended = await untilRead(ctx, id);
  expect(amended.amendments).toHaveLength(1);
  const { items } = await getAmendment(ctx, amended.amendments[0]?.id ?? "");
  expect(items.map(({ what, after }) => [what, after])).toEqual([["changed", guarded]]);
  // What was written beside either of the two is opened again, whichever paper told it.
  const reopened = (await caller.opportunities.get({ id })).reopened;
  expect(reopened.map(({ kind }) => kind)).toEqual(["requirement"]);

  // The page now lists what the paper has demanded from the first: nothing new is asked for.
  await addFile(ctx, "Notice.md", page([guarded, report, insured]), collectionId);
  await untilSaid("flooding", 2);
  expect((await untilRead(ctx, id)).amendments).toHaveLength(1);
});
