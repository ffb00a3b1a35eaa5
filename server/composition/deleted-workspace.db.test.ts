import { eq } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { users } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import { hashPassword } from "@/server/identity/passwords";
import type { RunningEngine } from "@/server/jobs/engine";
import { addDocument, withReceivedFile } from "@/server/knowledge/documents";
import { fileStorage } from "@/server/platform/ports";
import { inSystem } from "@/server/platform/workspace-context";
import { deleteWorkspace } from "@/server/workspaces/delete-workspace";
import { startEngine } from "./testing/start-engine";

vi.setConfig({ testTimeout: 400_000 });
const database = openTestDatabase();
let engine: RunningEngine | undefined;
afterAll(() => engine?.stop());

test("the files of a deleted workspace are removed, and what it had announced is not done any more", async () => {
  const owner = await aWorkspace();
  const password = "plinth-otter-velvet-quay-17";
  const passwordHash = await hashPassword(password);
  await inSystem((tx) => tx.update(users).set({ passwordHash }).where(eq(users.id, owner.userId)));
  await withReceivedFile(Buffer.from(`# Words of ${newId()}`), (file) =>
    addDocument(owner, { path: "a.md", origin: "upload", file }),
  );
  const [stored] = await database()
    .sql`select storage_key as key from snapshots where workspace_id = ${owner.workspace.id}`;
  expect(await fileStorage().exists(stored?.key)).toBe(true);
  const caller = { address: newId(), userAgent: "test", requestId: newId() };
  await deleteWorkspace(owner, { name: owner.workspace.name, password }, caller);
  engine = await startEngine();
  await expect.poll(() => fileStorage().exists(stored?.key), { timeout: 240_000 }).toBe(false);
  expect(await database().sql`select 1 from jobs.runs where share_key = ${owner.workspace.id}`).toHaveLength(0);
});
