import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { captures, changes, documents, evidence, renditions, snapshots, sourcePages } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import { deleteUnnamedBytes, openFile } from "@/server/knowledge/documents";
import { fileStorage } from "@/server/platform/ports";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { archiveChanges } from "@/server/sources/changes/archive-changes";
import { getChange } from "@/server/sources/changes/get-change";
import { listChanges } from "@/server/sources/changes/list-changes";
import { listChangesInput } from "@/server/sources/changes/schemas";
import { createSource } from "@/server/sources/create-source";
import { keepCapture } from "@/server/sources/pages/keep-capture";
import { applyRetention } from "@/server/sources/retention/apply-retention";
import { updateWorkspaceRetention } from "@/server/sources/retention/workspace-retention";
import { createSourceInput } from "@/server/sources/schemas";
import { updateSource } from "@/server/sources/update-source";

openTestDatabase();

const day = 86_400_000;
const now = new Date("2026-11-01T03:40:00Z");

/** A source with one page and so many revisions of it, one a day, the last of them now; each with text and a picture. */
async function aWatchedPage(ctx: WorkspaceContext, revisions: number) {
  const url = `https://${newId()}.example.com/prices`;
  const source = await createSource(ctx, createSourceInput.parse({ url, kind: "pricing", scanNow: false }));
  const page = await inWorkspace(ctx, async (tx) => {
    const [row] = await tx
      .insert(sourcePages)
      .values({ workspaceId: ctx.workspace.id, id: newId(), sourceId: source.id, url, urlHash: newId(), kind: "root" })
      .returning();
    if (!row) throw new Error("no page");
    return row;
  });
  const kept: { id: string; key: string; picture: string }[] = [];
  for (let number = 1; number <= revisions; number++) {
    const text = `<p>revision ${number} of ${url}</p>`;
    const { snapshotId, documentId } = await keepCapture(
      ctx,
      page,
      { sourceId: source.id, runId: newId(), collectionId: source.collectionId },
      {
        url,
        finalUrl: url,
        redirects: [],
        status: 200,
        headers: { "content-type": "text/html" },
        mime: "text/html",
        charset: "utf-8",
        body: Buffer.from(text),
        text,
        rung: "browser",
        fetchedAt: new Date(now.getTime() - (revisions - number) * day),
        ms: 1,
        bytes: text.length,
        screenshot: Buffer.from(`picture ${number} of ${url}`),
      },
      "Prices",
    );
    kept.push(
      await inWorkspace(ctx, async (tx) => {
        const mine = and(eq(snapshots.workspaceId, ctx.workspace.id), eq(snapshots.id, snapshotId));
        const [row] = await tx.update(snapshots).set({ status: "ready" }).where(mine).returning();
        await tx.insert(renditions).values({
          ...{ workspaceId: ctx.workspace.id, id: newId(), documentId, snapshotId, extractor: "html", version: 1 },
          ...{ text, blocks: [], pages: [], lines: [], title: null, warnings: [] },
        });
        await tx.update(documents).set({ currentSnapshotId: snapshotId }).where(eq(documents.id, documentId));
        await tx.update(sourcePages).set({ snapshotId, documentId }).where(eq(sourcePages.id, page.id));
        const [capture] = await tx.select().from(captures).where(eq(captures.snapshotId, snapshotId));
        return { id: snapshotId, key: row?.storageKey ?? "", picture: capture?.screenshotKey ?? "" };
      }),
    );
  }
  return { source, page, kept };
}

/** Which revisions, by number, are still whole. */
async function whole(ctx: WorkspaceContext, kept: { id: string }[]) {
  const rows = await inWorkspace(ctx, (tx) =>
    tx
      .select({ id: snapshots.id, removedAt: snapshots.removedAt, text: renditions.id })
      .from(snapshots)
      .leftJoin(renditions, eq(renditions.snapshotId, snapshots.id))
      .where(eq(snapshots.workspaceId, ctx.workspace.id)),
  );
  return kept.flatMap(({ id }, index) => {
    const row = rows.find((one) => one.id === id);
    expect(row?.removedAt === null).toBe(row?.text !== null);
    return row?.removedAt === null ? [index + 1] : [];
  });
}

async function tell(
  ctx: WorkspaceContext,
  at: Awaited<ReturnType<typeof aWatchedPage>>,
  before: number,
  after: number,
) {
  const id = newId();
  await inWorkspace(ctx, (tx) =>
    tx.insert(changes).values({
      ...{ workspaceId: ctx.workspace.id, id, sourceId: at.source.id, runId: newId(), pageId: at.page.id },
      ...{ documentId: newId(), verdict: "wording", severity: "high", kinds: ["text"], summary: "s", items: [] },
      beforeSnapshotId: at.kept[before - 1]?.id ?? "",
      afterSnapshotId: at.kept[after - 1]?.id ?? "",
      detectedAt: now,
    }),
  );
  return id;
}

test("everything is kept unless somebody says otherwise", async () => {
  const ctx = await aWorkspace();
  const { kept } = await aWatchedPage(ctx, 3);
  expect(await applyRetention(ctx, new Date(now.getTime() + 4_000 * day))).toBe(0);
  expect(await whole(ctx, kept)).toEqual([1, 2, 3]);
});

test("the newest revisions stay, what goes leaves a tombstone, and its files go", async () => {
  const ctx = await aWorkspace();
  const { source, kept } = await aWatchedPage(ctx, 5);
  await updateSource(ctx, { id: source.id, retention: { keep: "last", revisions: 2 } });
  expect(await applyRetention(ctx, now)).toBe(3);
  expect(await whole(ctx, kept)).toEqual([4, 5]);
  await expect(openFile(ctx, kept[0]?.id ?? "")).rejects.toThrow("no longer kept");
  expect(await applyRetention(ctx, now)).toBe(0);
  const keys = kept.flatMap(({ key, picture }) => [key, picture]);
  expect(await deleteUnnamedBytes(ctx, keys)).toBe(6);
  const exist = await Promise.all(keys.map((key) => fileStorage().exists(key)));
  expect(exist).toEqual([false, false, false, false, false, false, true, true, true, true]);
});

test("days count from when a revision was replaced, by the workspace's rule where the source has none", async () => {
  const ctx = await aWorkspace();
  const { source, kept } = await aWatchedPage(ctx, 4);
  await updateWorkspaceRetention(ctx, { keep: "days", days: 2 });
  // The first was replaced two days ago, a moment too early to go.
  expect(await applyRetention(ctx, new Date(now.getTime() - 1))).toBe(0);
  expect(await applyRetention(ctx, new Date(now.getTime() + 1))).toBe(1);
  expect(await whole(ctx, kept)).toEqual([2, 3, 4]);
  await updateSource(ctx, { id: source.id, retention: { keep: "all" } });
  expect(await applyRetention(ctx, new Date(now.getTime() + 99 * day))).toBe(0);
  await updateSource(ctx, { id: source.id, retention: null });
  expect(await applyRetention(ctx, new Date(now.getTime() + 99 * day))).toBe(2);
  expect(await whole(ctx, kept)).toEqual([4]);
});

test("what is quoted, and both sides of a change that nobody has archived, stay", async () => {
  const ctx = await aWorkspace();
  const watched = await aWatchedPage(ctx, 5);
  const { source, kept } = watched;
  await updateSource(ctx, { id: source.id, retention: { keep: "last", revisions: 1 } });
  await inWorkspace(ctx, async (tx) => {
    const [rendition] = await tx
      .select()
      .from(renditions)
      .where(eq(renditions.snapshotId, kept[0]?.id ?? ""));
    if (!rendition) throw new Error("no rendition");
    await tx.insert(evidence).values({
      ...{ workspaceId: ctx.workspace.id, id: newId(), documentId: rendition.documentId },
      ...{
        snapshotId: rendition.snapshotId,
        renditionId: rendition.id,
        start: 0,
        end: 3,
        quote: "<p>",
        quoteHash: "x",
      },
    });
  });
  const change = await tell(ctx, watched, 2, 3);
  expect(await applyRetention(ctx, now)).toBe(1);
  expect(await whole(ctx, kept)).toEqual([1, 2, 3, 5]);

  await archiveChanges(ctx, { ids: [change], isArchived: true });
  expect((await listChanges(ctx, listChangesInput.parse({}))).changes).toEqual([]);
  expect((await listChanges(ctx, listChangesInput.parse({ archived: "only" }))).changes).toHaveLength(1);
  expect(await applyRetention(ctx, now)).toBe(2);
  expect(await whole(ctx, kept)).toEqual([1, 5]);
  // The change can still be read, and says that its revisions are no longer there.
  const told = await getChange(ctx, change);
  expect(told).toMatchObject({ isArchived: true, rows: [], before: { removedAt: now, screenshot: null } });
  await archiveChanges(ctx, { ids: [change], isArchived: false });
  expect((await listChanges(ctx, listChangesInput.parse({}))).changes).toHaveLength(1);
});

test("another workspace's revisions, rule and changes are out of reach, and a viewer changes nothing", async () => {
  const [ctx, other] = [await aWorkspace(), await aWorkspace()];
  const watched = await aWatchedPage(ctx, 3);
  await updateWorkspaceRetention(other, { keep: "last", revisions: 1 });
  const change = await tell(ctx, watched, 1, 2);
  await archiveChanges(other, { ids: [change], isArchived: true });
  expect(await applyRetention(other, new Date(now.getTime() + 99 * day))).toBe(0);
  expect(await deleteUnnamedBytes(other, [])).toBe(0);
  expect(await whole(ctx, watched.kept)).toEqual([1, 2, 3]);
  expect((await listChanges(ctx, listChangesInput.parse({}))).changes).toHaveLength(1);
  const viewer = await aMember(ctx, "viewer");
  await expect(archiveChanges(viewer, { ids: [change], isArchived: true })).rejects.toThrow();
  await expect(updateWorkspaceRetention(viewer, { keep: "all" })).rejects.toThrow();
});
