import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { getDatabase } from "@/drizzle/client";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import {
  collectionMembers,
  collections,
  notices,
  notifications,
  opportunities,
  opportunityDeadlines,
  opportunityFields,
  opportunityWatchers,
  outbox,
} from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { mergeOpportunities, unmergeOpportunity } from "./merge-opportunities";
import { emptyNotice, type NoticeFacts } from "./notice-facts";
import { pasteNotices } from "./paste-notices";
import { recordNotices } from "./record-notices";
import { splitNotice } from "./split-notice";
import { statedInstant } from "./stated-instant";

openTestDatabase();

const readAt = new Date("2031-01-02T00:00:00Z");
const submission = (at: string) => statedInstant("submission", at);

function facts(key: string, more: Partial<NoticeFacts> = {}): NoticeFacts {
  return emptyNotice({
    scheme: "ocds",
    type: "tender",
    key,
    procedureKey: "ocds-test-1",
    status: "open",
    publishedAt: "2031-01-01T00:00:00.000Z",
    title: "Replacement of street lamps",
    buyer: "Riverton City Council",
    reference: "RC/2031/014",
    deadlines: [submission("2031-03-01T12:00:00Z")],
    value: { amount: "420000", currency: "EUR" },
    categories: [{ scheme: "CPV", code: "34993000", label: "Road lighting" }],
    ...more,
  });
}

type Ctx = WorkspaceContext & { collectionId: string };

const record = (ctx: Ctx, some: NoticeFacts[], more = {}) =>
  recordNotices(ctx, { collectionId: ctx.collectionId, notices: some.map((one) => ({ facts: one })), readAt, ...more });

async function opportunitiesOf(ctx: WorkspaceContext) {
  const { db } = await getDatabase();
  const rows = await db.select().from(opportunities).where(eq(opportunities.workspaceId, ctx.workspace.id));
  return rows.sort((one, other) => one.number - other.number);
}

async function deadlinesOf(ctx: WorkspaceContext) {
  const { db } = await getDatabase();
  const rows = await db
    .select()
    .from(opportunityDeadlines)
    .where(eq(opportunityDeadlines.workspaceId, ctx.workspace.id));
  return rows.map(({ localDate, state }) => `${localDate} ${state}`).sort();
}

async function noticesOf(ctx: WorkspaceContext) {
  const { db } = await getDatabase();
  return db.select().from(notices).where(eq(notices.workspaceId, ctx.workspace.id));
}

async function eventsOf(ctx: WorkspaceContext, name: string) {
  const { db } = await getDatabase();
  const rows = await db.select().from(outbox).where(eq(outbox.name, name));
  return rows.filter(({ data }) => (data as { workspaceId: string }).workspaceId === ctx.workspace.id);
}

test("a notice makes an opportunity with its fields, dates and place in lists", async () => {
  const ctx = await aWorkspace();
  expect(await record(ctx, [facts("1")])).toMatchObject({ added: 1, discovered: [expect.any(String)] });
  const [one] = await opportunitiesOf(ctx);
  expect(one).toMatchObject({
    number: 1,
    title: "Replacement of street lamps",
    buyer: "Riverton City Council",
    reference: "RC/2031/014",
    procedureStatus: "open",
    submissionAt: new Date("2031-03-01T12:00:00Z"),
    valueAmount: "420000.00",
    categories: ["CPV:34993000"],
  });
  const { db } = await getDatabase();
  const fields = await db.select().from(opportunityFields).where(eq(opportunityFields.workspaceId, ctx.workspace.id));
  expect(fields.every(({ noticeId, origin }) => noticeId !== null && origin === "notice")).toBe(true);
  expect(await eventsOf(ctx, "opportunity/discovered")).toHaveLength(1);
});

test("the same feed twice adds nothing", async () => {
  const ctx = await aWorkspace();
  const feed = [
    facts("1"),
    facts("2", { procedureKey: "ocds-test-2", title: "School meals", reference: "RC/2031/020" }),
  ];
  await record(ctx, feed);
  const before = await opportunitiesOf(ctx);
  expect(await record(ctx, feed)).toMatchObject({ added: 0, changed: 0, unchanged: 2, discovered: [], amended: [] });
  expect(await opportunitiesOf(ctx)).toEqual(before);
  expect(await eventsOf(ctx, "opportunity/changed")).toEqual([]);
});

test("an amendment moves the deadline, keeps the old one as history and tells those who watch", async () => {
  const ctx = await aWorkspace();
  const watcher = await aMember(ctx, "viewer");
  await record(ctx, [facts("1")]);
  const [one] = await opportunitiesOf(ctx);
  const { db } = await getDatabase();
  await db
    .insert(opportunityWatchers)
    .values({ workspaceId: ctx.workspace.id, opportunityId: one?.id ?? "", userId: watcher.userId });
  const moved = facts("2", {
    type: "amendment",
    publishedAt: "2031-02-01T00:00:00.000Z",
    deadlines: [submission("2031-03-15T12:00:00Z")],
  });
  expect(await record(ctx, [moved])).toMatchObject({ added: 1, discovered: [], amended: [one?.id] });
  expect((await opportunitiesOf(ctx))[0]?.submissionAt).toEqual(new Date("2031-03-15T12:00:00Z"));
  expect(await deadlinesOf(ctx)).toEqual(["2031-03-01 superseded", "2031-03-15 in_force"]);
  const [event] = await eventsOf(ctx, "opportunity/changed");
  expect(event?.data).toMatchObject({ opportunityId: one?.id });
  expect(JSON.parse(JSON.stringify(event?.data ?? {})).changes).toContainEqual({
    what: "deadline",
    before: "2031-03-01T12:00:00.000Z",
    after: "2031-03-15T12:00:00.000Z",
  });
  const told = await db.select().from(notifications).where(eq(notifications.workspaceId, ctx.workspace.id));
  expect(told.map(({ kind, userId }) => [kind, userId])).toEqual([["deadline_moved", watcher.userId]]);
});

test("a page that says another date than when it was read before moves the deadline and keeps the old one", async () => {
  const ctx = await aWorkspace();
  const page = (day: string) =>
    facts("https://p.example/1", { scheme: "portal", procedureKey: null, deadlines: [submission(day)] });
  await record(ctx, [page("2031-03-01T12:00:00Z")]);
  expect(await record(ctx, [page("2031-03-08T12:00:00Z")])).toMatchObject({ added: 0, changed: 1 });
  expect(await deadlinesOf(ctx)).toEqual(["2031-03-01 superseded", "2031-03-08 in_force"]);
});

test("one tender on two sources is one opportunity with both, lookalikes are two", async () => {
  const ctx = await aWorkspace();
  const [one, other] = [newId(), newId()];
  await record(ctx, [facts("1")], { sourceId: one });
  const portal = { scheme: "portal" as const, procedureKey: null, reference: "P-1", publishedAt: null };
  const same = facts("https://p.example/1", {
    ...portal,
    title: "Street lamps: replacement",
    buyer: "City of Riverton Council",
  });
  const lookalike = facts("https://p.example/2", {
    ...portal,
    reference: "P-2",
    title: "Replacement of street lamps, lot 2",
  });
  await record(ctx, [same, lookalike], { sourceId: other });
  expect(await opportunitiesOf(ctx)).toHaveLength(2);
  const joined = (await noticesOf(ctx)).filter(
    ({ sourceId, noticeKey }) => sourceId === one || noticeKey.endsWith("/1"),
  );
  expect(new Set(joined.map(({ opportunityId }) => opportunityId)).size).toBe(1);
  expect(joined.find(({ scheme }) => scheme === "portal")?.matchedBy.reasons.length).toBeGreaterThan(1);
});

test("two publishers that disagree about the deadline are a contradiction, and the earlier date drives", async () => {
  const ctx = await aWorkspace();
  await record(ctx, [facts("1")], { sourceId: newId() });
  const portal = facts("https://p.example/1", {
    scheme: "portal",
    procedureKey: null,
    deadlines: [submission("2031-03-04T12:00:00Z")],
  });
  await record(ctx, [portal], { sourceId: newId() });
  const rows = await opportunitiesOf(ctx);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ isSubmissionContradicted: true, submissionAt: new Date("2031-03-01T12:00:00Z") });
});

test("nothing that is cancelled or over is open", async () => {
  const ctx = await aWorkspace();
  await record(ctx, [
    facts("1"),
    facts("2", { type: "cancellation", status: "cancelled", publishedAt: "2031-01-20T00:00:00.000Z" }),
    facts("3", {
      procedureKey: "ocds-test-3",
      title: "Old bridge",
      reference: "RC/2019/001",
      deadlines: [submission("2019-03-01T12:00:00Z")],
    }),
  ]);
  expect((await opportunitiesOf(ctx)).map(({ procedureStatus }) => procedureStatus).sort()).toEqual([
    "cancelled",
    "closed",
  ]);
});

test("a wrong join is split and stays split; a merge is taken back", async () => {
  const ctx = await aWorkspace();
  const sourceId = newId();
  const second = facts("https://p.example/1", { scheme: "portal", procedureKey: null, value: null });
  await record(ctx, [facts("1")]);
  await record(ctx, [second], { sourceId });
  const wrong = (await noticesOf(ctx)).find(({ scheme }) => scheme === "portal");
  const { opportunityId } = await splitNotice(ctx, wrong?.id ?? "");
  const [first] = await opportunitiesOf(ctx);
  expect((await opportunitiesOf(ctx)).map(({ title }) => title)).toEqual([
    "Replacement of street lamps",
    "Replacement of street lamps",
  ]);
  await record(ctx, [{ ...second, summary: "Read again." }], { sourceId });
  expect((await noticesOf(ctx)).find(({ scheme }) => scheme === "portal")?.opportunityId).toBe(opportunityId);

  await mergeOpportunities(ctx, { fromId: opportunityId, intoId: first?.id ?? "" });
  const merged = await noticesOf(ctx);
  expect(merged.every((notice) => notice.opportunityId === first?.id)).toBe(true);
  expect((await opportunitiesOf(ctx))[1]?.mergedIntoId).toBe(first?.id);
  await unmergeOpportunity(ctx, opportunityId);
  expect((await opportunitiesOf(ctx))[1]).toMatchObject({ mergedIntoId: null, buyer: "Riverton City Council" });
  expect((await noticesOf(ctx)).filter((notice) => notice.opportunityId === opportunityId)).toHaveLength(1);
});

test("what somebody has removed stays removed when its buyer publishes again", async () => {
  const ctx = await aWorkspace();
  await record(ctx, [facts("1")]);
  const { db } = await getDatabase();
  await db.update(opportunities).set({ deletedAt: new Date() }).where(eq(opportunities.workspaceId, ctx.workspace.id));
  expect(await record(ctx, [facts("1", { title: "Street lamps, second edition" })])).toMatchObject({
    changed: 1,
    amended: [],
  });
  expect(await opportunitiesOf(ctx)).toMatchObject([
    { title: "Replacement of street lamps", deletedAt: expect.any(Date) },
  ]);
});

test("the only notice of an opportunity cannot be split off", async () => {
  const ctx = await aWorkspace();
  await record(ctx, [facts("1")]);
  const [only] = await noticesOf(ctx);
  await expect(splitNotice(ctx, only?.id ?? "")).rejects.toMatchObject({ code: "conflict" });
});

test("another workspace neither joins nor splits nor merges, and a viewer changes nothing", async () => {
  const [ctx, other] = [await aWorkspace(), await aWorkspace()];
  await record(ctx, [facts("1")]);
  expect(await record(other, [facts("1")])).toMatchObject({ added: 1 });
  expect(await opportunitiesOf(other)).toHaveLength(1);
  const [notice] = await noticesOf(ctx);
  const [theirs] = await opportunitiesOf(ctx);
  const [own] = await opportunitiesOf(other);
  await expect(splitNotice(other, notice?.id ?? "")).rejects.toMatchObject({ code: "not_found" });
  const pair = { fromId: theirs?.id ?? "", intoId: own?.id ?? "" };
  await expect(mergeOpportunities(other, pair)).rejects.toMatchObject({ code: "not_found" });
  await expect(unmergeOpportunity(other, pair.fromId)).rejects.toMatchObject({ code: "not_found" });
  const viewer = await aMember(ctx, "viewer");
  await expect(record({ ...viewer, collectionId: ctx.collectionId }, [facts("2")])).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(splitNotice(viewer, notice?.id ?? "")).rejects.toMatchObject({ code: "forbidden" });
  await expect(mergeOpportunities(viewer, pair)).rejects.toMatchObject({ code: "forbidden" });
});

test("what a few may see does not join what all see", async () => {
  const ctx = await aWorkspace();
  const { db } = await getDatabase();
  const restricted = newId();
  await db
    .insert(collections)
    .values({ workspaceId: ctx.workspace.id, id: restricted, number: 1, name: "Secret", visibility: "restricted" });
  await db
    .insert(collectionMembers)
    .values({ workspaceId: ctx.workspace.id, collectionId: restricted, userId: ctx.userId });
  await record(ctx, [facts("1")]);
  await record({ ...ctx, collectionId: restricted }, [facts("2")]);
  const rows = await opportunitiesOf(ctx);
  expect(rows.map(({ collectionId }) => collectionId).sort()).toEqual([ctx.collectionId, restricted].sort());
  const outsider = await aMember(ctx, "admin");
  const seen = rows.find(({ collectionId }) => collectionId === restricted);
  const pair = {
    fromId: seen?.id ?? "",
    intoId: rows.find(({ collectionId }) => collectionId === ctx.collectionId)?.id ?? "",
  };
  await expect(mergeOpportunities(outsider, pair)).rejects.toMatchObject({ code: "not_found" });
  await expect(mergeOpportunities(ctx, pair)).rejects.toMatchObject({ code: "conflict" });
});

test("a person's own entry stands against what notices say", async () => {
  const ctx = await aWorkspace();
  await record(ctx, [facts("1")]);
  const { db } = await getDatabase();
  const [one] = await opportunitiesOf(ctx);
  await db.insert(opportunityFields).values({
    workspaceId: ctx.workspace.id,
    id: newId(),
    opportunityId: one?.id ?? "",
    name: "title",
    value: "Lamps, as we call it",
    text: "Lamps, as we call it",
    origin: "person",
  });
  await record(ctx, [facts("1", { title: "Replacement of all street lamps" })]);
  expect((await opportunitiesOf(ctx))[0]?.title).toBe("Lamps, as we call it");
  const stated = await db
    .select({ text: opportunityFields.text })
    .from(opportunityFields)
    .where(and(eq(opportunityFields.workspaceId, ctx.workspace.id), eq(opportunityFields.name, "title")));
  expect(stated.map(({ text }) => text).sort()).toEqual(["Lamps, as we call it", "Replacement of all street lamps"]);
});

test("a pasted text becomes an opportunity once, a pasted file all of its notices, and what is none is refused", async () => {
  const ctx = await aWorkspace();
  const text =
    "Snow clearing of mountain roads\nBuyer: Town of Elk\nReference: TE-31-9\nDeadline: 12 June 2031 14:00 UTC";
  expect(await pasteNotices(ctx, { text })).toMatchObject({ added: 1, refused: [] });
  expect(await pasteNotices(ctx, { text: `${text}\n` })).toMatchObject({ added: 0, unchanged: 1 });
  expect(await opportunitiesOf(ctx)).toMatchObject([
    { title: "Snow clearing of mountain roads", reference: "TE-31-9" },
  ]);
  const release = { ocid: "ocds-p-1", id: "1", tag: ["tender"], tender: { title: "Lamps", status: "active" } };
  const file = JSON.stringify({ releases: [release, { id: "2", tender: {} }] });
  expect(await pasteNotices(ctx, { text: file })).toMatchObject({ added: 1, refused: [{ key: "2" }] });
  await expect(pasteNotices(await aMember(ctx, "viewer"), { text })).rejects.toMatchObject({ code: "forbidden" });
});

test("notices that come together say what they would say one by one, and those about one tender make one opportunity", async () => {
  const some = [
    facts("release-1"),
    facts("release-2", {
      deadlines: [submission("2031-03-08T12:00:00Z")],
      publishedAt: "2031-01-05T00:00:00.000Z",
      status: "cancelled",
    }),
    facts("other-1", { procedureKey: "ocds-test-2", title: "Dredging of the north basin", reference: "RC/2031/077" }),
  ];
  const together = { ...(await aWorkspace()) };
  await record(together, some);
  const single = await aWorkspace();
  for (const one of some) await record(single, [one]);
  const seen = async (ctx: WorkspaceContext) => ({
    rows: (await opportunitiesOf(ctx)).map(
      ({ id, workspaceId, collectionId, createdBy, firstSeenAt, createdAt, updatedAt, ...rest }) => rest,
    ),
    deadlines: await deadlinesOf(ctx),
    notices: (await noticesOf(ctx)).map(({ noticeKey, matchedBy }) => `${noticeKey} ${matchedBy?.how}`).sort(),
  });
  expect(await seen(together)).toEqual(await seen(single));
  expect((await opportunitiesOf(together)).map(({ title }) => title)).toEqual([
    "Replacement of street lamps",
    "Dredging of the north basin",
  ]);
  expect(await eventsOf(together, "opportunity/discovered")).toHaveLength(2);
});
