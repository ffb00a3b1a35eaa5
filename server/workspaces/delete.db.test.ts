import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { users } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import { hashPassword } from "@/server/identity/passwords";
import { inSystem, inWorkspace } from "@/server/platform/workspace-context";
import { createApiKey } from "./api-keys/create-api-key";
import { deleteAccount } from "./delete-account";
import { deleteWorkspace } from "./delete-workspace";
import { findApiKey } from "./find-api-key";
import { findMembership } from "./find-membership";

const database = openTestDatabase();
const password = "plinth-otter-velvet-quay-17";
const caller = () => ({ address: newId(), userAgent: "test", requestId: newId() });

async function withPassword<T extends { userId: string }>(person: T): Promise<T> {
  const passwordHash = await hashPassword(password);
  await inSystem((tx) => tx.update(users).set({ passwordHash }).where(eq(users.id, person.userId)));
  return person;
}

/** Rows of a workspace in every table that has any, by table. */
async function rowsOf(workspaceId: string): Promise<Record<string, number>> {
  const sql = database().sql;
  const tables = await sql<{ name: string }[]>`
    select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and c.column_name = 'workspace_id' and t.table_type = 'BASE TABLE'`;
  const found: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await sql`select count(*)::int as n from ${sql(name)} where workspace_id = ${workspaceId}`;
    if (row?.n) found[name] = row.n;
  }
  const [jobs] = await sql`select count(*)::int as n from jobs.runs where share_key = ${workspaceId}`;
  if (jobs?.n) found.jobs = jobs.n;
  return found;
}

/** Some of everything: also a shelf and a conversation that the owner may not see, and jobs. */
async function furnish(ctx: Awaited<ReturnType<typeof aWorkspace>>) {
  const sql = database().sql;
  const other = await aMember(ctx);
  const [w, d, s, r, e, q, c, shelf] = [
    ctx.workspace.id,
    newId(),
    newId(),
    newId(),
    newId(),
    newId(),
    newId(),
    newId(),
  ];
  await sql`insert into collections (workspace_id, id, number, name, visibility) values (${w}, ${shelf}, 5, 'Board', 'restricted')`;
  await sql`insert into documents (workspace_id, id, collection_id, path, title, origin) values (${w}, ${d}, ${shelf}, 'a.md', 'a', 'upload')`;
  await sql`insert into snapshots (workspace_id, id, document_id, revision, file_name, sha256, byte_size, storage_key, status)
    values (${w}, ${s}, ${d}, 1, 'a.md', 'x', 1, ${`workspaces/${w}/aa/x`}, 'ready')`;
  await sql`insert into renditions (workspace_id, id, document_id, snapshot_id, extractor, version, text, blocks, pages, lines, warnings)
    values (${w}, ${r}, ${d}, ${s}, 'text', 1, 'words', '[]', '[]', '[]', '{}')`;
  await sql`insert into evidence (workspace_id, id, document_id, snapshot_id, rendition_id, start, "end", quote, quote_hash)
    values (${w}, ${e}, ${d}, ${s}, ${r}, 0, 5, 'words', 'h')`;
  await sql`insert into conversations (workspace_id, id, title, created_by) values (${w}, ${c}, 't', ${other.userId})`;
  await sql`insert into queries (workspace_id, id, conversation_id, position, question, created_by) values (${w}, ${q}, ${c}, 1, 'q', ${other.userId})`;
  await sql`insert into citations (workspace_id, query_id, number, evidence_id) values (${w}, ${q}, 1, ${e})`;
  await sql`insert into stream_events (workspace_id, stream_id, seq, generation, type, data) values (${w}, ${q}, 1, 0, 'phase', '{}')`;
  await sql`insert into jobs.runs (id, function_id, event_id, events, share_key, concurrency_keys, concurrency_limits, rank_at)
    values (${newId()}, 'f', 'e', '[]', ${w}, '{}', '{}', now())`;
  return { other };
}

test("a deleted workspace leaves no row, no job and no way in, and its files are to follow; others keep theirs", async () => {
  const owner = await withPassword(await aWorkspace());
  const neighbour = await aWorkspace();
  await furnish(owner);
  await furnish(neighbour);
  const before = await rowsOf(neighbour.workspace.id);
  expect(Object.keys(await rowsOf(owner.workspace.id)).length).toBeGreaterThan(10);
  await deleteWorkspace(owner, { name: owner.workspace.name, password }, caller());
  expect(await rowsOf(owner.workspace.id)).toEqual({});
  expect(await database().sql`select 1 from workspaces where id = ${owner.workspace.id}`).toHaveLength(0);
  expect(await rowsOf(neighbour.workspace.id)).toEqual(before);
  expect(await findMembership(owner.userId, owner.workspace.slug)).toBeNull();
  const events = await database().sql`select data from outbox where name = 'workspace/erased'`;
  expect(events.map((event) => event.data)).toEqual([{ keys: [`workspaces/${owner.workspace.id}/aa/x`] }]);
});

test("nobody but an owner who types name and password rightly deletes a workspace", async () => {
  const owner = await withPassword(await aWorkspace());
  const admin = await withPassword(await aMember(owner, "admin"));
  const { name } = owner.workspace;
  await expect(deleteWorkspace(admin, { name, password }, caller())).rejects.toMatchObject({ code: "forbidden" });
  await expect(deleteWorkspace(owner, { name: `${name} `, password }, caller())).rejects.toMatchObject({
    code: "invalid",
  });
  await expect(deleteWorkspace(owner, { name, password: "wrong" }, caller())).rejects.toMatchObject({
    code: "unauthenticated",
  });
  const byKey = {
    ...owner,
    actor: { kind: "apiKey" as const, userId: owner.userId, apiKeyId: newId(), scope: "admin" as const },
  };
  await expect(deleteWorkspace(byKey, { name, password }, caller())).rejects.toMatchObject({ code: "forbidden" });
  expect(await inWorkspace(owner, (tx) => tx.execute("select 1 from workspaces"))).toHaveLength(1);
});

test("an account goes with its sessions, memberships and keys; what it made stays", async () => {
  const owner = await aWorkspace();
  const leaver = await withPassword(await aMember(owner, "admin"));
  const { token } = await createApiKey(leaver, { name: "k", scope: "read" });
  expect(await findApiKey(token)).not.toBeNull();
  await expect(deleteAccount(leaver, { password: "wrong" }, caller())).rejects.toMatchObject({
    code: "unauthenticated",
  });
  await deleteAccount(leaver, { password }, caller());
  expect(await findApiKey(token)).toBeNull();
  expect(await findMembership(leaver.userId, owner.workspace.slug)).toBeNull();
  expect(await database().sql`select 1 from users where id = ${leaver.userId}`).toHaveLength(0);
  expect(await database().sql`select 1 from api_keys where created_by = ${leaver.userId}`).toHaveLength(1);
});

test("the last owner of a workspace cannot delete the account before somebody else owns it", async () => {
  const owner = await withPassword(await aWorkspace());
  await aMember(owner, "admin");
  await expect(deleteAccount(owner, { password }, caller())).rejects.toThrow(owner.workspace.name);
  await aMember(owner, "owner");
  await deleteAccount(owner, { password }, caller());
  expect(await findMembership(owner.userId, owner.workspace.slug)).toBeNull();
});
