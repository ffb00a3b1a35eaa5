import { afterEach, expect, test, vi } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { fileStorage } from "@/server/platform/ports";
import { storageKey } from "@/server/platform/storage/storage";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { addDocument, deleteDocument, deleteUnnamedBytes, eraseDocument, withReceivedFile } from ".";

openTestDatabase();
afterEach(() => vi.restoreAllMocks());

const add = (ctx: WorkspaceContext, path: string) =>
  withReceivedFile(Buffer.from("The same words."), async (file) => ({
    ...(await addDocument(ctx, { path, origin: "upload", file })),
    key: storageKey(ctx.workspace.id, file.sha256),
  }));
const asWorkspace = (ctx: WorkspaceContext): WorkspaceContext => ({
  ...ctx,
  actor: { kind: "job", userId: null, jobId: "test" },
});

test("bytes that are erased while the same file is being added are there when it has been added", async () => {
  const ctx = await aWorkspace();
  const first = await add(ctx, "old.md");
  await deleteDocument(ctx, first.documentId);
  // The moment between "they are there" and the row that names them.
  const exists = fileStorage().exists.bind(fileStorage());
  vi.spyOn(fileStorage(), "exists").mockImplementationOnce(async (key) => {
    const found = await exists(key);
    await eraseDocument(asWorkspace(ctx), first.documentId);
    return found;
  });
  const { key } = await add(ctx, "new.md");
  expect(await exists(key)).toBe(true);
});

test("bytes go with the last document that has them, and not before", async () => {
  const ctx = await aWorkspace();
  const { documentId, key } = await add(ctx, "a.md");
  expect(await deleteUnnamedBytes(asWorkspace(ctx), [key])).toBe(0);
  expect(await fileStorage().exists(key)).toBe(true);
  await deleteDocument(ctx, documentId);
  await eraseDocument(asWorkspace(ctx), documentId);
  expect(await fileStorage().exists(key)).toBe(false);
  expect(await deleteUnnamedBytes(asWorkspace(ctx), [key])).toBe(1);
});

test("another workspace's bytes are its own", async () => {
  const [ctx, other] = [await aWorkspace(), await aWorkspace()];
  const { documentId } = await add(ctx, "a.md");
  const theirs = await add(other, "a.md");
  await deleteDocument(ctx, documentId);
  await eraseDocument(asWorkspace(ctx), documentId);
  expect(await fileStorage().exists(theirs.key)).toBe(true);
});
