import { expect, test, vi } from "vitest";
import { brokenRows } from "@/drizzle/checks/broken-rows";
import { aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { addDocument, cancelReading, getDocument, getRendition, updateDocument, withReceivedFile } from "../documents";
import { search } from "../retrieval";
import { indexSnapshot } from "./index-snapshot";
import { readSnapshot, recordUnreadable } from "./read-snapshot";

vi.setConfig({ testTimeout: 400_000 });
const database = openTestDatabase();

function add(ctx: WorkspaceContext, path: string, text: string) {
  return withReceivedFile(Buffer.from(text), (file) => addDocument(ctx, { path, origin: "upload", file }));
}

async function read(ctx: WorkspaceContext, snapshotId: string): Promise<string> {
  const result = await readSnapshot(ctx, snapshotId);
  if (result.outcome !== "read") throw new Error(`not read: ${result.outcome}`);
  return result.renditionId;
}

test("an older version that finishes late stays history", async () => {
  const ctx = await aWorkspace();
  const first = await add(ctx, "terms.md", "The plover fee is ten.");
  const second = await add(ctx, "terms.md", "The plover fee is twenty.");
  const newer = await read(ctx, second.snapshotId);
  await indexSnapshot(ctx, { snapshotId: second.snapshotId, renditionId: newer });
  const older = await read(ctx, first.snapshotId);
  await indexSnapshot(ctx, { snapshotId: first.snapshotId, renditionId: older });
  const document = await getDocument(ctx, first.documentId);
  expect(document.currentSnapshotId).toBe(second.snapshotId);
  expect(document.versions.map((version) => version.status)).toEqual(["ready", "ready"]);
  expect((await getRendition(ctx, { documentId: first.documentId })).text).toContain("twenty");
  expect((await search(ctx, { text: "plover fee" })).results.map((result) => result.text)).toEqual([
    expect.stringContaining("twenty"),
  ]);
  expect(await brokenRows(database(), "product")).toEqual([]);
});

test("both steps may run twice and leave the same rows", async () => {
  const ctx = await aWorkspace();
  const { snapshotId } = await add(ctx, "a.md", "The dunlin clause.");
  const renditionId = await read(ctx, snapshotId);
  expect(await read(ctx, snapshotId)).toBe(renditionId);
  const once = await indexSnapshot(ctx, { snapshotId, renditionId });
  expect(await indexSnapshot(ctx, { snapshotId, renditionId })).toEqual(once);
  expect((await search(ctx, { text: "dunlin clause" })).results).toHaveLength(1);
  expect(await brokenRows(database(), "product")).toEqual([]);
});

test("two runs of one version at the same time never take it out of search", async () => {
  const ctx = await aWorkspace();
  const { snapshotId } = await add(ctx, "a.md", "The godwit clause.");
  const renditionId = await read(ctx, snapshotId);
  await indexSnapshot(ctx, { snapshotId, renditionId });
  let isOver = false;
  const again = (async () => {
    for (let run = 0; run < 8; run++) await indexSnapshot(ctx, { snapshotId, renditionId });
    isOver = true;
  })();
  const found: number[] = [];
  while (!isOver) found.push((await search(ctx, { text: "godwit clause" })).results.length);
  await again;
  expect(new Set(found)).toEqual(new Set([1]));
  expect(await brokenRows(database(), "product")).toEqual([]);
});

test("what was called off between the two steps does not become current", async () => {
  const ctx = await aWorkspace();
  const { documentId, snapshotId } = await add(ctx, "a.md", "The knot clause.");
  const renditionId = await read(ctx, snapshotId);
  await cancelReading(ctx, snapshotId);
  expect(await indexSnapshot(ctx, { snapshotId, renditionId })).toMatchObject({ chunks: 0 });
  expect(await readSnapshot(ctx, snapshotId)).toEqual({ outcome: "cancelled" });
  expect((await getDocument(ctx, documentId)).currentSnapshotId).toBeNull();
  expect((await search(ctx, { text: "knot clause" })).results).toEqual([]);
});

test("a document is called by its newest version's own title, until a person renames it", async () => {
  const ctx = await aWorkspace();
  const takeIn = async (text: string) => {
    const { documentId, snapshotId } = await add(ctx, "terms.md", text);
    await indexSnapshot(ctx, { snapshotId, renditionId: await read(ctx, snapshotId) });
    return getDocument(ctx, documentId);
  };
  expect((await takeIn("# First terms\n\nThe fee is ten.")).title).toBe("First terms");
  const { id, title } = await takeIn("# Second terms\n\nThe fee is twenty.");
  expect(title).toBe("Second terms");
  await updateDocument(ctx, { id, title: "What we agreed" });
  expect((await takeIn("# Third terms\n\nThe fee is thirty.")).title).toBe("What we agreed");
});

test("a version that was cancelled stays so when its reading fails afterwards", async () => {
  const ctx = await aWorkspace();
  const { documentId, snapshotId } = await add(ctx, "a.md", "The sanderling clause.");
  await cancelReading(ctx, snapshotId);
  await recordUnreadable(ctx, { id: snapshotId, documentId }, "failed", "It failed several times.");
  expect((await getDocument(ctx, documentId)).latest).toMatchObject({ status: "cancelled", failureReason: null });
});
