import { eq } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { apiKeys, members, users } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import { inSystem, inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { findApiKey } from ".";
import { createApiKey } from "./api-keys/create-api-key";
import { listApiKeys } from "./api-keys/list-api-keys";
import { revokeApiKey } from "./api-keys/revoke-api-key";
import { changeRole } from "./members/change-role";
import { removeMember } from "./members/remove-member";
import { suspendMember } from "./members/suspend-member";

openTestDatabase();
afterEach(() => {
  vi.useRealTimers();
});
const aKey = (ctx: WorkspaceContext, scope: "read" | "write" | "admin" = "admin") =>
  createApiKey(ctx, { name: "script", scope });

test("a key acts for its maker, with the lesser of role and scope", async () => {
  const owner = await aWorkspace();
  const admin = await aMember(owner, "admin");
  expect(await findApiKey((await aKey(owner, "read")).token)).toMatchObject({ userId: owner.userId, role: "viewer" });
  expect(await findApiKey((await aKey(owner, "admin")).token)).toMatchObject({ role: "admin" });
  const { token } = await aKey(admin, "admin");
  await changeRole(owner, { userId: admin.userId, role: "viewer" });
  expect(await findApiKey(token)).toMatchObject({ role: "viewer" });
});

test("the key is shown once: only its hash is stored, and no list tells it", async () => {
  const owner = await aWorkspace();
  const { token } = await aKey(owner);
  expect(token).toMatch(/^ork_[\w-]{43}$/);
  expect(JSON.stringify(await inWorkspace(owner, (tx) => tx.select().from(apiKeys)))).not.toContain(token);
  const listed = JSON.stringify(await listApiKeys(owner));
  expect(listed).not.toContain(token);
  expect(listed).not.toMatch(/hash/i);
});

test("a revoked key is refused at once here, and within 5 seconds in another process", async () => {
  const owner = await aWorkspace();
  const [first, second] = [await aKey(owner), await aKey(owner)];
  for (const { token } of [first, second]) expect(await findApiKey(token)).not.toBeNull();
  await revokeApiKey(owner, { id: first.apiKey.id });
  expect(await findApiKey(first.token)).toBeNull();
  await inSystem((tx) => tx.update(apiKeys).set({ revokedAt: new Date() }).where(eq(apiKeys.id, second.apiKey.id)));
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 5_000 });
  expect(await findApiKey(second.token)).toBeNull();
});

test("a key stops when its maker is suspended or leaves, and stays stopped", async () => {
  const owner = await aWorkspace();
  const [suspended, removed] = [await aMember(owner, "admin"), await aMember(owner, "admin")];
  const [one, other] = [await aKey(suspended), await aKey(removed)];
  await suspendMember(owner, { userId: suspended.userId, isSuspended: true });
  expect(await findApiKey(one.token)).toBeNull();
  const [row] = await inWorkspace(owner, (tx) => tx.select().from(members).where(eq(members.userId, removed.userId)));
  await removeMember(owner, { userId: removed.userId });
  expect(await findApiKey(other.token)).toBeNull();
  if (row) await inSystem((tx) => tx.insert(members).values(row));
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 5_000 });
  expect(await findApiKey(other.token)).toBeNull();
});

test("a key stops when the account of its maker is suspended, and is good again with it", async () => {
  const owner = await aWorkspace();
  const maker = await aMember(owner);
  const { token } = await aKey(maker, "write");
  const later = async (seconds: number) => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + seconds * 1_000 });
    return findApiKey(token);
  };
  const suspend = (suspendedAt: Date | null) =>
    inSystem((tx) => tx.update(users).set({ suspendedAt }).where(eq(users.id, maker.userId)));
  expect(await findApiKey(token)).not.toBeNull();
  await suspend(new Date());
  expect(await later(5)).toBeNull();
  await suspend(null);
  expect(await later(10)).not.toBeNull();
});

test("a key ends on its day", async () => {
  const owner = await aWorkspace();
  const { token } = await createApiKey(owner, { name: "short", scope: "read", expiresInDays: 1 });
  expect(await findApiKey(token)).not.toBeNull();
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 25 * 60 * 60_000 });
  expect(await findApiKey(token)).toBeNull();
});

test("a key makes no keys, and nobody makes one without the right", async () => {
  const owner = await aWorkspace();
  const { apiKey } = await aKey(owner);
  const asKey: WorkspaceContext = {
    ...owner,
    role: "admin",
    actor: { kind: "apiKey", userId: owner.userId, apiKeyId: apiKey.id, scope: "admin" },
  };
  await expect(aKey(asKey, "read")).rejects.toMatchObject({ code: "forbidden" });
  await expect(aKey(await aMember(owner, "viewer"), "read")).rejects.toMatchObject({ code: "forbidden" });
  await expect(aKey(await aMember(owner), "admin")).rejects.toMatchObject({ code: "forbidden" });
});

test("a member has keys of their own, sees and ends no others, and whoever manages them sees and ends all", async () => {
  const owner = await aWorkspace();
  const [one, other] = [await aMember(owner), await aMember(owner)];
  const own = await aKey(one, "write");
  const theirs = await aKey(other, "read");
  const admins = await aKey(owner, "admin");
  expect(await findApiKey(own.token)).toMatchObject({ userId: one.userId, role: "member" });
  // What was made with more is worth no more than its maker is now, at once.
  await changeRole(owner, { userId: one.userId, role: "viewer" });
  expect(await findApiKey(own.token)).toMatchObject({ role: "viewer" });
  await changeRole(owner, { userId: one.userId, role: "member" });
  const ids = async (ctx: WorkspaceContext) => (await listApiKeys(ctx)).map(({ id }) => id).sort();
  expect(await ids(one)).toEqual([own.apiKey.id]);
  expect(await ids(owner)).toEqual([own, theirs, admins].map(({ apiKey }) => apiKey.id).sort());
  for (const { apiKey } of [theirs, admins]) {
    await expect(revokeApiKey(one, { id: apiKey.id })).rejects.toMatchObject({ code: "not_found" });
  }
  await revokeApiKey(one, { id: own.apiKey.id });
  await revokeApiKey(owner, { id: theirs.apiKey.id });
  expect(await findApiKey(own.token)).toBeNull();
  expect(await findApiKey(theirs.token)).toBeNull();
  expect(await findApiKey(admins.token)).not.toBeNull();
});

test("another workspace's key is unknown here", async () => {
  const [here, there] = [await aWorkspace(), await aWorkspace()];
  const { apiKey, token } = await aKey(there);
  const said = (id: string) => revokeApiKey(here, { id }).catch((error: Error) => error.message);
  expect(await said(apiKey.id)).toBe(await said(newId()));
  expect(await listApiKeys(here)).toEqual([]);
  expect(await findApiKey(token)).not.toBeNull();
});
