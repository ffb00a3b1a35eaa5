import { and, eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { getDatabase } from "@/drizzle/client";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { collectionMembers, collections, comments, opportunities, tasks } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import { recordActivity, rehomeSubject } from "@/server/collaboration";
import { listNotifications } from "@/server/notifications/list-notifications";
import { mergeOpportunities, unmergeOpportunity } from "@/server/opportunities";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { asCaller, signedIn } from "./testing/as-caller";

vi.setConfig({ testTimeout: 400_000 });
openTestDatabase();

type Person = WorkspaceContext & { userId: string };

async function callerOf(person: Person) {
  return asCaller(await signedIn(person.userId, person.workspace.slug));
}

let number = 0;
async function anOpportunity(ctx: WorkspaceContext, collectionId: string, title = "Bridge painting") {
  const id = newId();
  const { db } = await getDatabase();
  await db
    .insert(opportunities)
    .values({ workspaceId: ctx.workspace.id, id, collectionId, number: ++number, title, searchText: title });
  return { subjectKind: "opportunity", subjectId: id };
}

/** A workspace whose opportunity only its owner and one friend may see. */
async function aRestrictedWorld() {
  const owner = await aWorkspace();
  const [friend, outside] = [await aMember(owner), await aMember(owner, "admin")];
  const { db } = await getDatabase();
  const collectionId = newId();
  const workspaceId = owner.workspace.id;
  await db
    .insert(collections)
    .values({ workspaceId, id: collectionId, number: 1, name: "Quiet", visibility: "restricted" });
  for (const { userId } of [owner, friend]) {
    await db.insert(collectionMembers).values({ workspaceId, collectionId, userId });
  }
  return { owner, friend, outside, about: await anOpportunity(owner, collectionId), collectionId };
}

const unread = async (ctx: WorkspaceContext) => (await listNotifications(ctx, { limit: 50 })).notifications;

test("a comment tells the people it names, once, and nobody else", async () => {
  const owner = await aWorkspace();
  const [ben, cleo] = [await aMember(owner), await aMember(owner, "viewer")];
  const about = await anOpportunity(owner, owner.collectionId);
  const caller = await callerOf(owner);
  const said = await caller.comments.add({ ...about, body: "Look @Ben", mentions: [ben.userId, owner.userId] });
  expect(said).toMatchObject({ body: "Look @Ben", author: { id: owner.userId }, mayEdit: true, mayRemove: true });
  expect(await unread(ben)).toMatchObject([
    { kind: "mentioned", body: "Look @Ben", path: `/opportunities/${about.subjectId}#comment-${said.id}` },
  ]);
  expect(await unread(owner)).toEqual([]);
  await caller.comments.edit({ id: said.id, body: "Look @Ben @Cleo", mentions: [ben.userId, cleo.userId] });
  expect(await unread(ben)).toHaveLength(1);
  expect(await unread(cleo)).toHaveLength(1);
  const { comments: seen } = await (await callerOf(cleo)).comments.list(about);
  expect(seen).toMatchObject([{ id: said.id, body: "Look @Ben @Cleo", mayEdit: false, mayRemove: false }]);
  expect(seen[0]?.editedAt).not.toBeNull();
});

test("only the author changes a comment, within a day; an admin may take it away, and a tombstone stays", async () => {
  const owner = await aWorkspace();
  const [ben, admin] = [await aMember(owner), await aMember(owner, "admin")];
  const about = await anOpportunity(owner, owner.collectionId);
  const said = await (await callerOf(ben)).comments.add({ ...about, body: "secret words" });
  const adminCaller = await callerOf(admin);
  await expect(adminCaller.comments.edit({ id: said.id, body: "mine" })).rejects.toMatchObject({ code: "FORBIDDEN" });
  const { db } = await getDatabase();
  await db
    .update(comments)
    .set({ createdAt: new Date(Date.now() - 25 * 3_600_000) })
    .where(eq(comments.id, said.id));
  await expect((await callerOf(ben)).comments.edit({ id: said.id, body: "late" })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  await adminCaller.comments.remove({ id: said.id });
  const { comments: left } = await adminCaller.comments.list(about);
  expect(left).toMatchObject([{ id: said.id, body: "", author: { id: ben.userId } }]);
  expect(left[0]?.deletedAt).not.toBeNull();
  const [row] = await db.select().from(comments).where(eq(comments.id, said.id));
  expect(JSON.stringify(row)).not.toContain("secret words");
  await expect((await callerOf(ben)).comments.remove({ id: said.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("what is said and to be done about a restricted opportunity is unknown to those who may not see it", async () => {
  const { owner, friend, outside, about } = await aRestrictedWorld();
  const caller = await callerOf(owner);
  const said = await caller.comments.add({ ...about, body: "between us", mentions: [friend.userId, outside.userId] });
  const given = await caller.tasks.add({ ...about, title: "Quiet task", assigneeId: friend.userId });
  expect((await unread(friend)).map(({ kind }) => kind).sort()).toEqual(["mentioned", "task_assigned"]);
  expect(await unread(outside)).toEqual([]);
  await expect(caller.tasks.add({ ...about, title: "x", assigneeId: outside.userId })).rejects.toMatchObject({
    code: "BAD_REQUEST",
  });
  for (const stranger of [await callerOf(outside), await callerOf(await aWorkspace())]) {
    for (const attempt of [
      () => stranger.comments.list(about),
      () => stranger.comments.add({ ...about, body: "hello" }),
      () => stranger.comments.edit({ id: said.id, body: "hello" }),
      () => stranger.comments.remove({ id: said.id }),
      () => stranger.tasks.list(about),
      () => stranger.tasks.add({ ...about, title: "mine" }),
      () => stranger.tasks.update({ id: given.id, isDone: true }),
      () => stranger.tasks.move({ id: given.id, afterId: null }),
      () => stranger.tasks.remove({ id: given.id }),
      () => stranger.activities.list(about),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    expect((await stranger.tasks.mine({})).tasks).toEqual([]);
  }
  expect((await (await callerOf(friend)).activities.list(about)).items).toHaveLength(2);
});

test("a viewer reads and changes nothing", async () => {
  const owner = await aWorkspace();
  const about = await anOpportunity(owner, owner.collectionId);
  const caller = await callerOf(owner);
  const said = await caller.comments.add({ ...about, body: "words" });
  const given = await caller.tasks.add({ ...about, title: "work" });
  const viewer = await callerOf(await aMember(owner, "viewer"));
  expect((await viewer.comments.list(about)).comments).toHaveLength(1);
  expect((await viewer.tasks.list(about)).tasks).toHaveLength(1);
  for (const attempt of [
    () => viewer.comments.add({ ...about, body: "hello" }),
    () => viewer.comments.edit({ id: said.id, body: "hello" }),
    () => viewer.comments.remove({ id: said.id }),
    () => viewer.tasks.add({ ...about, title: "mine" }),
    () => viewer.tasks.update({ id: given.id, isDone: true }),
    () => viewer.tasks.move({ id: given.id, afterId: null }),
    () => viewer.tasks.remove({ id: given.id }),
  ]) {
    await expect(attempt()).rejects.toMatchObject({ code: "FORBIDDEN" });
  }
});

test("tasks are assigned, put in order, finished and reopened, and each deed is told in plain words", async () => {
  const owner = await aWorkspace();
  const ben = await aMember(owner);
  const about = await anOpportunity(owner, owner.collectionId, "School roofs");
  const caller = await callerOf(owner);
  const made = [];
  for (const title of ["one", "two", "three"]) made.push(await caller.tasks.add({ ...about, title }));
  const [one, two, three] = made.map(({ id }) => id) as [string, string, string];
  const titles = async () => (await caller.tasks.list(about)).tasks.map(({ title }) => title);
  await caller.tasks.move({ id: three, afterId: null });
  expect(await titles()).toEqual(["three", "one", "two"]);
  await caller.tasks.move({ id: three, afterId: one });
  expect(await titles()).toEqual(["one", "three", "two"]);
  // So often between the same two that no number is left in the middle.
  for (let round = 0; round < 60; round++) {
    await caller.tasks.move({ id: round % 2 ? two : three, afterId: one });
  }
  expect(await titles()).toEqual(["one", "two", "three"]);
  await caller.tasks.update({ id: two, assigneeId: ben.userId, dueAt: "2031-05-01T15:00:00+02:00" });
  const { tasks: own } = await (await callerOf(ben)).tasks.mine({});
  expect(own).toMatchObject([{ title: "two", subjectTitle: "School roofs", dueAt: "2031-05-01T13:00:00.000Z" }]);
  expect(await unread(ben)).toMatchObject([{ kind: "task_assigned", body: "School roofs" }]);
  await (await callerOf(ben)).tasks.update({ id: two, isDone: true });
  expect(await titles()).toEqual(["one", "three", "two"]);
  await caller.tasks.update({ id: two, isDone: false });
  const { items } = await caller.activities.list({ ...about, limit: 4 });
  expect(items.map((item) => (item.type === "activity" ? item.text : item.comment.body))).toEqual([
    "reopened the task “two”",
    "finished the task “two”",
    "gave the task “two” to Ada Example",
    "added the task “three”",
  ]);
});

test("deeds and comments stand in one list by time, page by page", async () => {
  const owner = await aWorkspace();
  const about = await anOpportunity(owner, owner.collectionId);
  const caller = await callerOf(owner);
  for (let turn = 0; turn < 4; turn++) {
    await caller.comments.add({ ...about, body: `words ${turn}` });
    await caller.tasks.add({ ...about, title: `task ${turn}` });
  }
  const seen: string[] = [];
  let before: string | undefined;
  for (let page = 0; page < 4; page++) {
    const { items, until } = await caller.activities.list({ ...about, limit: 3, ...(before ? { before } : {}) });
    seen.push(...items.map((item) => (item.type === "comment" ? item.comment.body : item.text)));
    if (!until) break;
    before = until;
  }
  expect(seen).toHaveLength(8);
  expect(seen[0]).toBe("added the task “task 3”");
  expect(seen.at(-1)).toBe("words 0");
});

test("when a subject becomes another or moves, what was said and done goes along", async () => {
  const { owner, outside, about, collectionId } = await aRestrictedWorld();
  const caller = await callerOf(owner);
  const open = await anOpportunity(owner, owner.collectionId);
  await caller.comments.add({ ...open, body: "said in the open" });
  await caller.tasks.add({ ...open, title: "open task" });
  await inWorkspace(owner, (tx) =>
    rehomeSubject(
      tx,
      owner,
      { kind: open.subjectKind, id: open.subjectId },
      { kind: about.subjectKind, id: about.subjectId, collectionId, path: `/opportunities/${about.subjectId}` },
    ),
  );
  expect((await caller.comments.list(about)).comments).toHaveLength(1);
  expect((await caller.activities.list(about)).items).toHaveLength(2);
  expect((await (await callerOf(outside)).comments.list(open)).comments).toEqual([]);
  const kept = await inWorkspace(outside, (tx) =>
    tx
      .select()
      .from(tasks)
      .where(and(eq(tasks.workspaceId, outside.workspace.id))),
  );
  expect(kept).toEqual([]);
});

test("what was said and done about merged opportunities is shown with the one they became, and goes back with them", async () => {
  const owner = await aWorkspace();
  const caller = await callerOf(owner);
  const [first, second, third] = [
    await anOpportunity(owner, owner.collectionId),
    await anOpportunity(owner, owner.collectionId),
    await anOpportunity(owner, owner.collectionId, "Bridge painting, again"),
  ];
  await caller.comments.add({ ...first, body: "said of the first" });
  await caller.tasks.add({ ...second, title: "task of the second" });
  await mergeOpportunities(owner, { fromId: first.subjectId, intoId: second.subjectId });
  await mergeOpportunities(owner, { fromId: second.subjectId, intoId: third.subjectId });

  expect((await caller.comments.list(third)).comments).toMatchObject([{ body: "said of the first" }]);
  expect((await caller.tasks.list(third)).tasks).toMatchObject([{ title: "task of the second" }]);
  const told = (await caller.activities.list(third)).items.map((item) => item.type);
  // Both merges, the task and the comment.
  expect(told).toEqual(["activity", "activity", "activity", "comment"]);
  expect(await caller.opportunities.get({ id: first.subjectId })).toMatchObject({ id: third.subjectId });

  await unmergeOpportunity(owner, second.subjectId);
  expect((await caller.tasks.list(third)).tasks).toEqual([]);
  expect((await caller.tasks.list(second)).tasks).toHaveLength(1);
  expect((await caller.comments.list(second)).comments).toHaveLength(1);
});

test("an activity cannot be written into another workspace's subject", async () => {
  const [here, there] = [await aWorkspace(), await aWorkspace()];
  const about = await anOpportunity(there, there.collectionId);
  await expect(
    inWorkspace(here, (tx) =>
      recordActivity(
        tx,
        here,
        { kind: about.subjectKind, id: about.subjectId, collectionId: there.collectionId },
        { deed: "stage.move", text: "moved it" },
      ),
    ),
  ).rejects.toThrow();
});
