import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { brokenRows } from "@/drizzle/checks/broken-rows";
import { aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import type { RunningEngine } from "@/server/jobs/engine";
import { mergeOpportunities, unmergeOpportunity } from "@/server/opportunities";
import { compareVersions } from "@/server/opportunities/amendments/compare-versions";
import { getAmendment } from "@/server/opportunities/amendments/get-amendment";
import { beginImport } from "@/server/opportunities/reading/import-tender";
import { NotFoundError } from "@/server/platform/errors";
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

const draftOf = (submission: string, guard: string, more = "") => `# Request for Quotation: Quay lamps

The harbour of Exampleton buys lamps for its north quay in one lot.

Quotations must be received no later than ${submission}.

The contractor shall mount each lamp at a height of six metres.

The contractor shall ${guard} while the cranes are at work.

The contractor shall paint every mast in the colours of the harbour.

The contractor shall hand over drawings of all cables laid.

The contractor shall answer calls about faults within two hours.

The bidder shall name three references for lamps on quays.

The bidder shall enclose a signed price sheet with its quotation.
${more}`;

test("a draft and a final request that meet by merging are told as an amendment, while both go on standing", async () => {
  const ctx = await aWorkspace();
  const into = await beginImport(ctx, { name: "Quay lamps, draft" });
  const from = await beginImport(ctx, { name: "Quay lamps" });
  const draft = await addFile(
    ctx,
    "RFQ draft.md",
    draftOf("16:00 Europe/Berlin on 20 September 2031", "post one guard"),
    into.collectionId,
  );
  const final = await addFile(
    ctx,
    "RFQ.md",
    draftOf(
      "16:00 Europe/Berlin on 27 September 2031",
      "post two guards",
      "\nThe bidder shall hold insurance of 2 million euros.\n",
    ),
    from.collectionId,
  );
  await untilRead(ctx, into.id);
  await untilRead(ctx, from.id);
  await mergeOpportunities(ctx, { fromId: from.id, intoId: into.id });
  const merged = await untilRead(ctx, into.id);
  expect(merged.documents).toHaveLength(2);
  expect(merged.amendments).toHaveLength(1);
  const amendment = await getAmendment(ctx, merged.amendments[0]?.id ?? "");
  expect(amendment.document?.id).toBe(final.documentId);
  expect(amendment.items).toMatchObject([
    { what: "deadline", before: "2031-09-20 16:00 Europe/Berlin", after: "2031-09-27 16:00 Europe/Berlin" },
    {
      what: "changed",
      before: expect.stringContaining("20 September"),
      after: expect.stringContaining("27 September"),
    },
    { what: "changed", before: expect.stringContaining("one guard"), after: expect.stringContaining("two guards") },
    { what: "added", before: null, after: expect.stringContaining("insurance of 2 million") },
  ]);
  expect(amendment.items[0]?.quotes?.before).toContain("20 September 2031");
  expect(amendment.items[1]?.requirement).not.toBeNull();
  expect((await demands(ctx, into.id)).filter(({ text }) => text.includes("guard"))).toHaveLength(2);

  const sets = await compareVersions(ctx, {
    before: { documents: [{ documentId: draft.documentId }] },
    after: { documents: [{ documentId: final.documentId }] },
  });
  expect(sets.counts).toMatchObject({ added: 1, removed: 0, changed: 2 });
  await unmergeOpportunity(ctx, from.id);
  expect((await untilRead(ctx, into.id)).amendments).toEqual([]);
  const packages = await compareVersions(ctx, {
    before: { opportunityId: into.id },
    after: { opportunityId: from.id },
  });
  expect(packages).toMatchObject({ counts: { added: 1, removed: 0 }, after: [{ documentId: final.documentId }] });
  const stranger = await aWorkspace();
  await expect(
    compareVersions(stranger, { before: { opportunityId: into.id }, after: { opportunityId: from.id } }),
  ).rejects.toThrow(NotFoundError);
  expect(await brokenRows(database(), "product")).toEqual([]);
});
