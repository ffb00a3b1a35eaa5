import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { getDatabase } from "@/drizzle/client";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { amendments, notifications, opportunities, opportunityFields, opportunityWatchers } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import { deadlinesOf, eventsOf, lampFacts, noticesOf, opportunitiesOf, record, submission } from "./testing/recorded";

openTestDatabase();

test("a notice makes an opportunity with its fields, dates and place in lists", async () => {
  const ctx = await aWorkspace();
  expect(await record(ctx, [lampFacts("1")])).toMatchObject({ added: 1, discovered: [expect.any(String)] });
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
    lampFacts("1"),
    lampFacts("2", { procedureKey: "ocds-test-2", title: "School meals", reference: "RC/2031/020" }),
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
  await record(ctx, [lampFacts("1")]);
  const [one] = await opportunitiesOf(ctx);
  const { db } = await getDatabase();
  await db
    .insert(opportunityWatchers)
    .values({ workspaceId: ctx.workspace.id, opportunityId: one?.id ?? "", userId: watcher.userId });
  const moved = lampFacts("2", {
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
  // It waits for approval like any other amendment.
  const amended = await db.select().from(amendments).where(eq(amendments.workspaceId, ctx.workspace.id));
  expect(amended).toMatchObject([
    {
      state: "to_review",
      noticeId: expect.any(String),
      summary: "Submission date moved from 2031-03-01 12:00 UTC to 2031-03-15 12:00 UTC. No requirement changed.",
    },
  ]);
});

test("a page that says another date than when it was read before moves the deadline and keeps the old one", async () => {
  const ctx = await aWorkspace();
  const page = (day: string) =>
    lampFacts("https://p.example/1", { scheme: "portal", procedureKey: null, deadlines: [submission(day)] });
  await record(ctx, [page("2031-03-01T12:00:00Z")]);
  expect(await record(ctx, [page("2031-03-08T12:00:00Z")])).toMatchObject({ added: 0, changed: 1 });
  expect(await deadlinesOf(ctx)).toEqual(["2031-03-01 superseded", "2031-03-08 in_force"]);
});

test("one tender on two sources is one opportunity with both, lookalikes are two", async () => {
  const ctx = await aWorkspace();
  const [one, other] = [newId(), newId()];
  await record(ctx, [lampFacts("1")], { sourceId: one });
  const portal = { scheme: "portal" as const, procedureKey: null, reference: "P-1", publishedAt: null };
  const same = lampFacts("https://p.example/1", {
    ...portal,
    title: "Street lamps: replacement",
    buyer: "City of Riverton Council",
  });
  const lookalike = lampFacts("https://p.example/2", {
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
  await record(ctx, [lampFacts("1")], { sourceId: newId() });
  const portal = lampFacts("https://p.example/1", {
    scheme: "portal",
    procedureKey: null,
    deadlines: [submission("2031-03-04T12:00:00Z")],
  });
  await record(ctx, [portal], { sourceId: newId() });
  const rows = await opportunitiesOf(ctx);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    isSubmissionContradicted: true,
    submissionAt: new Date("2031-03-01T12:00:00Z"),
    submissionLastAt: new Date("2031-03-04T12:00:00Z"),
  });
});

test("where publishers disagree a tender is open until the latest of their dates has passed", async () => {
  const ctx = await aWorkspace();
  const stated = (later: string) => [
    lampFacts("1", { deadlines: [submission("2019-03-01T12:00:00Z")] }),
    lampFacts("https://p.example/1", { scheme: "portal", procedureKey: null, deadlines: [submission(later)] }),
  ];
  for (const facts of stated("2031-03-04T12:00:00Z")) await record(ctx, [facts], { sourceId: newId() });
  expect(await opportunitiesOf(ctx)).toMatchObject([{ isSubmissionContradicted: true, procedureStatus: "open" }]);
  const other = await aWorkspace();
  for (const facts of stated("2019-03-04T12:00:00Z")) await record(other, [facts], { sourceId: newId() });
  expect(await opportunitiesOf(other)).toMatchObject([{ isSubmissionContradicted: true, procedureStatus: "closed" }]);
});

test("nothing that is cancelled or over is open", async () => {
  const ctx = await aWorkspace();
  await record(ctx, [
    lampFacts("1"),
    lampFacts("2", { type: "cancellation", status: "cancelled", publishedAt: "2031-01-20T00:00:00.000Z" }),
    lampFacts("3", {
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

test("what somebody has removed stays removed when its buyer publishes again", async () => {
  const ctx = await aWorkspace();
  await record(ctx, [lampFacts("1")]);
  const { db } = await getDatabase();
  await db.update(opportunities).set({ deletedAt: new Date() }).where(eq(opportunities.workspaceId, ctx.workspace.id));
  expect(await record(ctx, [lampFacts("1", { title: "Street lamps, second edition" })])).toMatchObject({
    changed: 1,
    amended: [],
  });
  expect(await opportunitiesOf(ctx)).toMatchObject([
    { title: "Replacement of street lamps", deletedAt: expect.any(Date) },
  ]);
});

test("a person's own entry stands against what notices say", async () => {
  const ctx = await aWorkspace();
  await record(ctx, [lampFacts("1")]);
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
  await record(ctx, [lampFacts("1", { title: "Replacement of all street lamps" })]);
  expect((await opportunitiesOf(ctx))[0]?.title).toBe("Lamps, as we call it");
  const stated = await db
    .select({ text: opportunityFields.text })
    .from(opportunityFields)
    .where(and(eq(opportunityFields.workspaceId, ctx.workspace.id), eq(opportunityFields.name, "title")));
  expect(stated.map(({ text }) => text).sort()).toEqual(["Lamps, as we call it", "Replacement of all street lamps"]);
});
