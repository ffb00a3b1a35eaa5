import { and, eq } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { collectionMembers, collections, members } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import type { Role } from "@/lib/vocabulary/workspaces";
import { inSystem, inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { findMembership, resolveJobContext } from ".";
import { listAudit } from "./audit/list-audit";
import { changeRole } from "./members/change-role";
import { listMembers } from "./members/list-members";
import { leaveWorkspace, removeMember } from "./members/remove-member";
import { suspendMember } from "./members/suspend-member";
import { transferOwnership } from "./members/transfer-ownership";

openTestDatabase();
afterEach(() => {
  vi.useRealTimers();
});

const roleOf = async (ctx: WorkspaceContext, userId: string) =>
  (await inWorkspace(ctx, (tx) => tx.select().from(members).where(eq(members.userId, userId))))[0]?.role;

test("the last owner cannot be demoted, suspended or removed, and cannot leave", async () => {
  const owner = await aWorkspace();
  const admin = await aMember(owner, "admin");
  const second = await aMember(owner, "owner");
  await suspendMember(owner, { userId: second.userId, isSuspended: true });
  const lastOwner = /last owner/;
  await expect(changeRole(owner, { userId: owner.userId, role: "member" })).rejects.toThrow(lastOwner);
  await expect(leaveWorkspace(owner)).rejects.toThrow(lastOwner);
  await expect(removeMember(admin, { userId: owner.userId })).rejects.toThrow(/Only an owner/);
  await expect(suspendMember(second, { userId: owner.userId, isSuspended: true })).rejects.toThrow(lastOwner);
  await expect(removeMember(second, { userId: owner.userId })).rejects.toThrow(lastOwner);
  expect(await roleOf(owner, owner.userId)).toBe("owner");
});

test("of two owners who remove each other at once, one stays", async () => {
  const first = await aWorkspace();
  const second = await aMember(first, "owner");
  await Promise.allSettled([
    removeMember(first, { userId: second.userId }),
    removeMember(second, { userId: first.userId }),
  ]);
  const left = await inSystem((tx) =>
    tx
      .select()
      .from(members)
      .where(and(eq(members.workspaceId, first.workspace.id), eq(members.role, "owner"))),
  );
  expect(left).toHaveLength(1);
});

const above: [Role, Role, Role][] = [
  ["admin", "owner", "member"],
  ["admin", "member", "owner"],
  ["member", "viewer", "viewer"],
  ["viewer", "viewer", "member"],
];
test.each(above)("a %s cannot make a %s a %s", async (actor, from, to) => {
  const owner = await aWorkspace();
  const acting = await aMember(owner, actor);
  const target = await aMember(owner, from);
  await expect(changeRole(acting, { userId: target.userId, role: to })).rejects.toMatchObject({ code: "forbidden" });
  expect(await roleOf(owner, target.userId)).toBe(from);
});

test("a removed member's work stays, and coming back opens nothing that was restricted", async () => {
  const owner = await aWorkspace();
  const leaver = await aMember(owner);
  const id = newId();
  await inWorkspace(leaver, (tx) =>
    tx.insert(collections).values({ workspaceId: owner.workspace.id, id, number: 1, name: "Made by the leaver" }),
  );
  await inWorkspace(owner, (tx) =>
    tx.insert(collectionMembers).values({ workspaceId: owner.workspace.id, collectionId: id, userId: leaver.userId }),
  );
  await removeMember(owner, { userId: leaver.userId });
  const names = await inWorkspace(owner, (tx) => tx.select({ name: collections.name }).from(collections));
  expect(names.map((one) => one.name)).toContain("Made by the leaver");
  expect(await inWorkspace(owner, (tx) => tx.select().from(collectionMembers))).toEqual([]);
  expect(await roleOf(owner, leaver.userId)).toBeUndefined();
});

test("who is removed or suspended is out at once here, and within 5 seconds in another process", async () => {
  const owner = await aWorkspace();
  const [first, second, third] = [await aMember(owner), await aMember(owner), await aMember(owner)];
  const { slug } = owner.workspace;
  for (const one of [first, second, third]) expect(await findMembership(one.userId, slug)).not.toBeNull();
  await removeMember(owner, { userId: first.userId });
  await suspendMember(owner, { userId: second.userId, isSuspended: true });
  expect(await findMembership(first.userId, slug)).toBeNull();
  expect(await findMembership(second.userId, slug)).toBeNull();
  // As another process would: nobody tells this one.
  await inSystem((tx) => tx.delete(members).where(eq(members.userId, third.userId)));
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 5_000 });
  expect(await findMembership(third.userId, slug)).toBeNull();
});

test("a suspended member can be let in again, with the same role", async () => {
  const owner = await aWorkspace();
  const member = await aMember(owner, "admin");
  await suspendMember(owner, { userId: member.userId, isSuspended: true });
  await suspendMember(owner, { userId: member.userId, isSuspended: false });
  expect(await findMembership(member.userId, owner.workspace.slug)).toMatchObject({ role: "admin" });
});

test("handing over makes the other one owner and the giver admin", async () => {
  const owner = await aWorkspace();
  const next = await aMember(owner, "viewer");
  await transferOwnership(owner, { userId: next.userId });
  expect([await roleOf(owner, next.userId), await roleOf(owner, owner.userId)]).toEqual(["owner", "admin"]);
  // The context still says owner, as a request that began before would.
  await expect(transferOwnership(owner, { userId: owner.userId })).rejects.toMatchObject({ code: "forbidden" });
  await expect(transferOwnership(await aMember(owner, "admin"), { userId: owner.userId })).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("another workspace's member is unknown here", async () => {
  const [here, there] = [await aWorkspace(), await aWorkspace()];
  const said = (attempt: Promise<unknown>) => attempt.catch((error: Error) => error.message);
  for (const userId of [there.userId, newId()]) {
    for (const attempt of [
      () => changeRole(here, { userId, role: "viewer" }),
      () => removeMember(here, { userId }),
      () => suspendMember(here, { userId, isSuspended: true }),
      () => transferOwnership(here, { userId }),
    ]) {
      expect(await said(attempt())).toBe("This member does not exist, or you may not see it.");
    }
  }
  expect((await listMembers(here)).map((one) => one.userId)).toEqual([here.userId]);
  expect(await roleOf(there, there.userId)).toBe("owner");
});

test("each change of members is written down", async () => {
  const owner = await aWorkspace();
  const member = await aMember(owner);
  await changeRole(owner, { userId: member.userId, role: "admin" });
  await suspendMember(owner, { userId: member.userId, isSuspended: true });
  await removeMember(owner, { userId: member.userId });
  const { entries } = await listAudit(
    owner,
    { names: async () => new Map(), idsLike: async () => [] },
    { order: "oldest", limit: 50, offset: 0 },
  );
  expect(entries.map(({ action, actorId, subjectId }) => ({ action, actorId, subjectId }))).toEqual(
    ["member.change_role", "member.suspend", "member.remove"].map((action) => ({
      action,
      actorId: owner.userId,
      subjectId: member.userId,
    })),
  );
});

test("a job works with what its person may do now, and not at all for who is gone", async () => {
  const owner = await aWorkspace();
  const member = await aMember(owner);
  const event = (userId: string | null, workspaceId = owner.workspace.id) => ({ data: { workspaceId, userId } });
  expect(await resolveJobContext(event(member.userId), "job-1")).toMatchObject({
    workspace: owner.workspace,
    role: "member",
    actor: { kind: "job", userId: member.userId, jobId: "job-1" },
  });
  await inSystem((tx) => tx.update(members).set({ role: "viewer" }).where(eq(members.userId, member.userId)));
  expect(await resolveJobContext(event(member.userId), "job-1")).toMatchObject({ role: "viewer" });
  await inSystem((tx) => tx.update(members).set({ suspendedAt: new Date() }).where(eq(members.userId, member.userId)));
  const stopped = { retry: "never" };
  await expect(resolveJobContext(event(member.userId), "job-1")).rejects.toMatchObject(stopped);
  const outsider = await aWorkspace();
  await expect(resolveJobContext(event(outsider.userId), "job-1")).rejects.toMatchObject(stopped);
  const { entries } = await listAudit(
    owner,
    { names: async () => new Map(), idsLike: async () => [] },
    { order: "newest", limit: 1, offset: 0, action: "job.refuse" },
  );
  expect(entries).toMatchObject([{ actorKind: "job", detail: { jobId: "job-1", userId: outsider.userId } }]);
  await expect(resolveJobContext(event(null, newId()), "job-1")).rejects.toMatchObject(stopped);
  expect(await resolveJobContext(event(null), "job-1")).toMatchObject({ actor: { userId: null } });
});
