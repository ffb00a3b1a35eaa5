import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { getDatabase } from "@/drizzle/client";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { anOpportunity } from "@/drizzle/factories/opportunity";
import { collectionMembers, collections, opportunities, opportunityDeadlines } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import { remindOfTasks } from "@/server/collaboration";
import { listNotifications } from "@/server/notifications/list-notifications";
import { alertSavedSearch, listAlertingSearches, readFeed, remindOfDeadlines } from "@/server/opportunities";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { resolveJobContext } from "@/server/workspaces";
import { removeMember } from "@/server/workspaces/members/remove-member";
import { asCaller, signedIn } from "./testing/as-caller";

vi.setConfig({ testTimeout: 400_000 });
const database = openTestDatabase();

type Person = WorkspaceContext & { userId: string };
const callerOf = async (person: Person) => asCaller(await signedIn(person.userId, person.workspace.slug));
const told = async (ctx: WorkspaceContext) => (await listNotifications(ctx, { limit: 50 })).notifications;
const asJobOf = (ctx: WorkspaceContext, userId: string | null = null) =>
  resolveJobContext({ data: { workspaceId: ctx.workspace.id, userId } }, "test");

type NewDeadline = Partial<typeof opportunityDeadlines.$inferInsert>;
async function aDeadline(ctx: WorkspaceContext, opportunityId: string, values: NewDeadline) {
  const { db } = await getDatabase();
  const id = newId();
  await db.insert(opportunityDeadlines).values({
    workspaceId: ctx.workspace.id,
    id,
    opportunityId,
    kind: "submission",
    state: "in_force",
    quote: "as stated",
    origin: "notice",
    createdAt: new Date("2030-01-01T00:00:00Z"),
    ...values,
  });
  return id;
}
async function zoneOf(ctx: Person, timeZone: string) {
  await (await callerOf(ctx)).members.setOwnTimeZone({ timeZone });
}

const at = new Date("2031-05-20T14:00:00Z");
const sevenDaysBefore = new Date("2031-05-13T09:00:00Z");

test("owner and watchers are reminded in their own morning, once for each day count; a moved deadline is told anew", async () => {
  const owner = await aWorkspace();
  const [west, idle] = [await aMember(owner), await aMember(owner)];
  await zoneOf(owner, "Europe/Berlin");
  await zoneOf(west, "America/Los_Angeles");
  const { id } = await anOpportunity(owner, { title: "Bridge", ownerId: owner.userId });
  const deadlineId = await aDeadline(owner, id, { at, localDate: "2031-05-20", localTime: "16:00" });
  await (await callerOf(west)).pipeline.watch({ id, isWatching: true });
  const job = await asJobOf(owner);
  await remindOfDeadlines(job, sevenDaysBefore);
  expect(await told(owner)).toMatchObject([
    {
      kind: "deadline_near",
      title: "Submission in 7 days: Bridge",
      body: "2031-05-20 at 16:00 your time (Europe/Berlin).",
      path: `/opportunities/${id}`,
    },
  ]);
  expect(await told(west)).toEqual([]);
  await remindOfDeadlines(job, new Date("2031-05-13T15:30:00Z"));
  expect(await told(west)).toMatchObject([{ body: "2031-05-20 at 07:00 your time (America/Los_Angeles)." }]);
  for (let run = 0; run < 3; run++) await remindOfDeadlines(job, new Date("2031-05-13T16:00:00Z"));
  expect([await told(owner), await told(west), await told(idle)].map(({ length }) => length)).toEqual([1, 1, 0]);
  await remindOfDeadlines(job, new Date("2031-05-17T16:00:00Z"));
  await remindOfDeadlines(job, new Date("2031-05-19T16:00:00Z"));
  expect((await told(owner)).map(({ title }) => title)).toEqual([
    "Submission tomorrow: Bridge",
    "Submission in 3 days: Bridge",
    "Submission in 7 days: Bridge",
  ]);
  await database().sql`update opportunity_deadlines set at = at + interval '7 days' where id = ${deadlineId}`;
  await remindOfDeadlines(job, new Date("2031-05-20T16:00:00Z"));
  expect((await told(owner))[0]?.title).toBe("Submission in 7 days: Bridge");
  expect(await told(owner)).toHaveLength(4);
});

test("without owner and watchers those who may decide are told, and of what is restricted those who see it", async () => {
  const owner = await aWorkspace();
  const [member, viewer] = [await aMember(owner), await aMember(owner, "viewer")];
  const { db } = await getDatabase();
  const collectionId = newId();
  const workspaceId = owner.workspace.id;
  await db
    .insert(collections)
    .values({ workspaceId, id: collectionId, number: 1, name: "Quiet", visibility: "restricted" });
  await db.insert(collectionMembers).values({ workspaceId, collectionId, userId: owner.userId });
  await aDeadline(owner, (await anOpportunity(owner, { title: "Open" })).id, { at });
  const quiet = await anOpportunity(owner, { title: "Quiet", collectionId, ownerId: member.userId });
  await aDeadline(owner, quiet.id, { at });
  await remindOfDeadlines(await asJobOf(owner), sevenDaysBefore);
  expect((await told(member)).map(({ title }) => title)).toEqual(["Submission in 7 days: Open"]);
  expect(await told(viewer)).toEqual([]);
  expect(await told(owner)).toHaveLength(2);
});

test("the earlier of two dates that disagree is told of, blanks and what is over are not", async () => {
  const owner = await aWorkspace();
  const remind = async () => remindOfDeadlines(await asJobOf(owner), sevenDaysBefore);
  const two = await anOpportunity(owner, { title: "Two dates" });
  await aDeadline(owner, two.id, { at, state: "contradicted" });
  await aDeadline(owner, two.id, { at: new Date("2031-05-20T18:00:00Z"), state: "contradicted" });
  await aDeadline(owner, two.id, { kind: "questions", at: null, localDate: null, flags: ["blank"] });
  await aDeadline(owner, two.id, { kind: "award", at });
  await aDeadline(owner, two.id, { kind: "site_visit", localDate: "2031-05-20" });
  for (const over of [
    { archivedAt: new Date() },
    { decision: "no_go" as const },
    { outcome: "won" as const },
    { procedureStatus: "cancelled" as const },
    { deletedAt: new Date() },
  ]) {
    await aDeadline(owner, (await anOpportunity(owner, over)).id, { at });
  }
  for (const state of ["rejected", "superseded"] as const)
    await aDeadline(owner, two.id, { at, state, kind: "questions" });
  expect(await remind()).toEqual({ reminders: 2 });
  const news = await told(owner);
  expect(news.map(({ title }) => title).sort()).toEqual([
    "Site visit in 7 days: Two dates",
    "Submission in 7 days: Two dates",
  ]);
  expect(news.find(({ title }) => title.startsWith("Sub"))?.body).toContain("Documents disagree");
});

test("an assignee is told on the day a task is due, in the own zone, once for each due time", async () => {
  const owner = await aWorkspace();
  const ben = await aMember(owner);
  await zoneOf(ben, "America/New_York");
  const { id } = await anOpportunity(owner, {});
  const caller = await callerOf(owner);
  const task = await caller.tasks.add({
    subjectKind: "opportunity",
    subjectId: id,
    title: "Price sheet",
    assigneeId: ben.userId,
    dueAt: "2031-05-20T20:00:00Z",
  });
  const due = async () => (await told(ben)).filter(({ kind }) => kind === "task_due");
  const job = await asJobOf(owner);
  await remindOfTasks(job, new Date("2031-05-20T11:00:00Z"));
  expect(await due()).toEqual([]);
  for (const now of ["2031-05-20T12:00:00Z", "2031-05-20T13:00:00Z"]) await remindOfTasks(job, new Date(now));
  expect(await due()).toMatchObject([
    {
      title: "Due today: Price sheet",
      body: "By 16:00 on 2031-05-20 (America/New_York).",
      path: `/opportunities/${id}`,
    },
  ]);
  await caller.tasks.update({ id: task.id, dueAt: "2031-05-21T20:00:00Z" });
  await remindOfTasks(job, new Date("2031-05-21T12:30:00Z"));
  expect(await due()).toHaveLength(2);
  await caller.tasks.update({ id: task.id, dueAt: "2031-05-22T20:00:00Z", isDone: true });
  await remindOfTasks(job, new Date("2031-05-22T12:30:00Z"));
  expect(await due()).toHaveLength(2);
});

test("a saved search tells of what is new and what it finds, once, and only of what its person may see", async () => {
  const owner = await aWorkspace();
  const ben = await aMember(owner);
  const caller = await callerOf(ben);
  await anOpportunity(owner, { title: "Old bridge" });
  const search = await caller.savedSearches.save({
    name: "Bridges",
    filters: { text: "bridge", sort: "seen", limit: 5 },
    hasAlert: true,
  });
  expect(search.filters).not.toHaveProperty("limit");
  await expect(caller.savedSearches.save({ name: "Odd", filters: { colour: "red" } })).rejects.toMatchObject({
    code: "BAD_REQUEST",
  });
  const { db } = await getDatabase();
  const collectionId = newId();
  const workspaceId = owner.workspace.id;
  await db
    .insert(collections)
    .values({ workspaceId, id: collectionId, number: 1, name: "Quiet", visibility: "restricted" });
  await db.insert(collectionMembers).values({ workspaceId, collectionId, userId: owner.userId });
  const firstSeenAt = new Date(Date.now() + 60_000);
  const bridge = await anOpportunity(owner, { title: "New bridge", firstSeenAt });
  await anOpportunity(owner, { title: "Quiet bridge", collectionId, firstSeenAt });
  await anOpportunity(owner, { title: "New tunnel", firstSeenAt });
  expect(await listAlertingSearches(await asJobOf(owner))).toEqual([{ id: search.id, userId: ben.userId }]);
  const alert = async (now = new Date()) => alertSavedSearch(await asJobOf(owner, ben.userId), search.id, now);
  expect([await alert(), await alert()]).toEqual([{ told: 1 }, { told: 0 }]);
  expect(await told(ben)).toMatchObject([
    { kind: "opportunity_found", title: "New for “Bridges”: New bridge", path: `/opportunities/${bridge.id}` },
  ]);
  // In somebody else's name it tells nobody anything.
  expect(await alertSavedSearch(await asJobOf(owner, owner.userId), search.id, new Date())).toEqual({ told: 0 });
  await caller.savedSearches.update({ id: search.id, hasAlert: false });
  await anOpportunity(owner, { title: "Third bridge", firstSeenAt });
  expect(await alert()).toEqual({ told: 0 });
});

test("a shared search is read by all and changed by its owner; one's own is nobody else's business", async () => {
  const owner = await aWorkspace();
  const [ben, viewer] = [await callerOf(await aMember(owner)), await callerOf(await aMember(owner, "viewer"))];
  const mine = await ben.savedSearches.save({ name: "Mine", filters: {} });
  const shared = await ben.savedSearches.save({ name: "Ours", filters: { stage: ["review"] }, isShared: true });
  const own = await viewer.savedSearches.save({ name: "Ours", filters: {} });
  expect((await viewer.savedSearches.list({})).searches.map(({ name, isOwn }) => [name, isOwn])).toEqual([
    ["Ours", true],
    ["Ours", false],
  ]);
  await expect(viewer.savedSearches.update({ id: shared.id, name: "x" })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(viewer.savedSearches.remove({ id: shared.id })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(viewer.savedSearches.remove({ id: mine.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(ben.savedSearches.save({ name: "mine", filters: {} })).rejects.toMatchObject({ code: "CONFLICT" });
  await viewer.savedSearches.remove({ id: own.id });
  const other = await callerOf(await aWorkspace());
  expect((await other.savedSearches.list({})).searches).toEqual([]);
  await expect(other.savedSearches.update({ id: shared.id, name: "x" })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a month shows dates in the asked zone, days without hours, contradictions and tasks", async () => {
  const owner = await aWorkspace();
  const { id } = await anOpportunity(owner, { title: "Bridge" });
  await aDeadline(owner, id, { at: new Date("2031-05-31T22:30:00Z"), localDate: "2031-05-31" });
  await aDeadline(owner, id, { kind: "site_visit", localDate: "2031-05-09" });
  // The same date, told once more and less exactly.
  await aDeadline(owner, id, { at: new Date("2031-05-31T22:30:00Z"), localDate: "2031-05-31", origin: "document" });
  await aDeadline(owner, id, { localDate: "2031-05-31" });
  const caller = await callerOf(owner);
  await caller.tasks.add({ subjectKind: "opportunity", subjectId: id, title: "T", dueAt: "2031-05-10T10:00:00Z" });
  const month = async (zone?: string) =>
    (await caller.calendar.get({ from: "2031-05-01", to: "2031-05-31", ...(zone ? { zone } : {}) })).entries.map(
      (entry) => [entry.type === "task" ? entry.title : entry.kind, entry.date],
    );
  expect(await month("UTC")).toEqual([
    ["site_visit", "2031-05-09"],
    ["T", "2031-05-10"],
    ["submission", "2031-05-31"],
  ]);
  await zoneOf(owner, "Europe/Berlin");
  expect(await month()).toHaveLength(2);
  const stranger = await callerOf(await aWorkspace());
  expect((await stranger.calendar.get({ from: "2031-05-01", to: "2031-05-31" })).entries).toEqual([]);
});

test("a feed is read with nothing but its address, shows what its person may see now, and stops when it is revoked", async () => {
  const owner = await aWorkspace();
  const ben = await aMember(owner);
  const { id } = await anOpportunity(owner, { title: "Bridge" });
  await aDeadline(owner, id, { at });
  const { db } = await getDatabase();
  const caller = await callerOf(ben);
  const { id: feedId, address } = await caller.calendar.createFeed({});
  const token = /\/api\/calendar\/([\w-]+)\.ics$/.exec(address)?.[1] ?? "";
  const caller1 = { address: "203.0.113.9" };
  const first = await readFeed(token, caller1);
  expect(first).toContain("DTSTART:20310520T140000Z");
  expect(first).toContain(`UID:deadline-${id}-submission@outrider`.slice(0, 75));
  const sequence = (ics: string) => Number(/SEQUENCE:(\d+)/.exec(ics)?.[1]);
  const uid = (ics: string) => /UID:[\s\S]*?\r\n(?! )/.exec(ics)?.[0];
  await db
    .update(opportunityDeadlines)
    .set({ at: new Date("2031-06-01T10:00:00Z"), updatedAt: new Date(Date.now() + 5000) });
  const moved = await readFeed(token, caller1);
  expect(moved).toContain("DTSTART:20310601T100000Z");
  expect(uid(moved)).toBe(uid(first));
  expect(sequence(moved)).toBeGreaterThan(sequence(first));
  await db
    .update(opportunities)
    .set({ procedureStatus: "cancelled", updatedAt: new Date(Date.now() + 9000) })
    .where(eq(opportunities.id, id));
  const cancelled = await readFeed(token, caller1);
  expect(cancelled).toContain("STATUS:CANCELLED");
  expect(sequence(cancelled)).toBeGreaterThan(sequence(moved));
  expect(JSON.stringify(await caller.calendar.feeds({}))).not.toContain(token);
  const rows = await database().sql`select token_hash from calendar_feeds where id = ${feedId}`;
  expect(rows[0]?.token_hash).not.toContain(token);
  await expect((await callerOf(owner)).calendar.revokeFeed({ id: feedId })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  expect((await (await callerOf(owner)).calendar.feeds({})).feeds).toEqual([]);
  await caller.calendar.revokeFeed({ id: feedId });
  await expect(readFeed(token, caller1)).rejects.toMatchObject({ code: "not_found" });
  await expect(readFeed("x".repeat(43), caller1)).rejects.toMatchObject({ code: "not_found" });
  const again = await caller.calendar.createFeed({});
  const next = /\/([\w-]+)\.ics$/.exec(again.address)?.[1] ?? "";
  await removeMember(owner, { userId: ben.userId });
  await expect(readFeed(next, caller1)).rejects.toMatchObject({ code: "not_found" });
});

test("an entry of a feed keeps its name when an earlier one of its kind has passed", async () => {
  const owner = await aWorkspace();
  const { id } = await anOpportunity(owner, { title: "Bridge" });
  const soon = new Date(Date.now() + 86_400_000);
  await aDeadline(owner, id, { kind: "site_visit", at: soon, localDate: soon.toISOString().slice(0, 10) });
  const later = new Date(Date.now() + 5 * 86_400_000);
  await aDeadline(owner, id, { kind: "site_visit", at: later, localDate: later.toISOString().slice(0, 10) });
  const { address } = await (await callerOf(owner)).calendar.createFeed({});
  const token = /\/api\/calendar\/([\w-]+)\.ics$/.exec(address)?.[1] ?? "";
  const uids = async () =>
    [...(await readFeed(token, { address: "203.0.113.10" })).replaceAll("\r\n ", "").matchAll(/UID:(\S+)/g)].map(
      ([, uid]) => uid,
    );
  const both = [`deadline-${id}-site_visit@outrider`, `deadline-${id}-site_visit-2@outrider`];
  expect(await uids()).toEqual(both);
  const { db } = await getDatabase();
  const past = new Date(Date.now() - 60 * 86_400_000);
  await db.update(opportunityDeadlines).set({ at: past }).where(eq(opportunityDeadlines.at, soon));
  expect(await uids()).toEqual(both.slice(1));
});

test("a token cannot be guessed at speed", async () => {
  const tries = [];
  for (let guess = 0; guess < 310; guess++) {
    tries.push(await readFeed(`guess-${guess}`, { address: "198.51.100.77" }).catch((error) => error.code));
  }
  expect(tries.at(0)).toBe("not_found");
  expect(tries.at(-1)).toBe("rate_limited");
});

test("the list is exported as it is narrowed, and no cell runs in a spreadsheet", async () => {
  const owner = await aWorkspace();
  await anOpportunity(owner, { title: '=HYPERLINK("http://evil")', stage: "review" });
  await anOpportunity(owner, { title: "Other" });
  const caller = await callerOf(owner);
  const { text, entries } = await caller.calendar.exportOpportunities({ filters: { stage: ["review"] } });
  expect(entries).toBe(1);
  expect(text?.split("\r\n")[1]).toContain(`"'=HYPERLINK(""http://evil"")"`);
  expect(text).not.toContain("Other");
  const none = await (await callerOf(await aWorkspace())).calendar.exportOpportunities({});
  expect(none.entries).toBe(0);
});

test("a zone that is none is refused, and everybody tells only the own", async () => {
  const owner = await aWorkspace();
  const viewer = await aMember(owner, "viewer");
  await expect((await callerOf(viewer)).members.setOwnTimeZone({ timeZone: "Mars" })).rejects.toMatchObject({
    code: "BAD_REQUEST",
  });
  await zoneOf(viewer, "Asia/Tokyo");
  const rows = await database().sql`select time_zone from members where user_id = ${owner.userId}`;
  expect(rows[0]?.time_zone).toBeNull();
});
