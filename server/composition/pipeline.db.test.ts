import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { getDatabase } from "@/drizzle/client";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { anOpportunity } from "@/drizzle/factories/opportunity";
import { collectionMembers, collections, opportunities } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import { listNotifications } from "@/server/notifications/list-notifications";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { asCaller, signedIn } from "./testing/as-caller";

vi.setConfig({ testTimeout: 400_000 });
const database = openTestDatabase();

type Person = WorkspaceContext & { userId: string };
const callerOf = async (person: Person) => asCaller(await signedIn(person.userId, person.workspace.slug));
const unread = async (ctx: WorkspaceContext) => (await listNotifications(ctx, { limit: 50 })).notifications;

async function aRestrictedCollection(ctx: Person, ...others: Person[]): Promise<string> {
  const { db } = await getDatabase();
  const id = newId();
  const workspaceId = ctx.workspace.id;
  await db.insert(collections).values({ workspaceId, id, number: 1, name: "Quiet", visibility: "restricted" });
  for (const { userId } of [ctx, ...others]) {
    await db.insert(collectionMembers).values({ workspaceId, collectionId: id, userId });
  }
  return id;
}

test("stages are added, renamed and put in order; a removed one hands its cards on, also those that the actor cannot see", async () => {
  const owner = await aWorkspace();
  const admin = await aMember(owner, "admin");
  const hidden = await anOpportunity(owner, { stage: "review", collectionId: await aRestrictedCollection(owner) });
  const open = await anOpportunity(owner, { stage: "review" });
  const caller = await callerOf(admin);
  const stages = async () => (await caller.pipeline.stages({})).stages.map(({ name }) => name);
  expect(await stages()).toEqual(["New", "Qualifying", "Preparing", "Review", "Submitted"]);
  expect(await caller.pipeline.addStage({ name: "Legal check", afterKey: "preparing" })).toEqual({
    key: "legal_check",
    name: "Legal check",
  });
  await expect(caller.pipeline.addStage({ name: "legal CHECK" })).rejects.toMatchObject({ code: "CONFLICT" });
  await caller.pipeline.renameStage({ key: "new", name: "Inbox" });
  expect(await stages()).toEqual(["Inbox", "Qualifying", "Preparing", "Legal check", "Review", "Submitted"]);
  await expect(caller.pipeline.reorderStages({ keys: ["review", "new"] })).rejects.toMatchObject({
    code: "BAD_REQUEST",
  });
  await caller.pipeline.reorderStages({
    keys: ["review", "new", "qualifying", "preparing", "legal_check", "submitted"],
  });
  await expect(caller.pipeline.removeStage({ key: "new", moveTo: "review" })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  expect(await caller.pipeline.removeStage({ key: "review", moveTo: "legal_check" })).toEqual({ moved: 2 });
  expect(await stages()).toEqual(["Inbox", "Qualifying", "Preparing", "Legal check", "Submitted"]);
  const { db } = await getDatabase();
  for (const { id } of [hidden, open]) {
    const [row] = await db.select().from(opportunities).where(eq(opportunities.id, id));
    expect(row?.stage).toBe("legal_check");
  }
  const other = await callerOf(await aWorkspace());
  expect((await other.pipeline.stages({})).stages.map(({ name }) => name)).toContain("Review");
});

test("a card is put between two others, wherever these have gone meanwhile, and the column can be sorted without end", async () => {
  const owner = await aWorkspace();
  const caller = await callerOf(owner);
  const [a, b, c, d] = [
    await anOpportunity(owner, { title: "a", submissionAt: new Date("2031-01-01") }),
    await anOpportunity(owner, { title: "b", submissionAt: new Date("2031-01-02") }),
    await anOpportunity(owner, { title: "c", submissionAt: new Date("2031-01-03") }),
    await anOpportunity(owner, { title: "d", stage: "review" }),
  ];
  const column = async (key: string) =>
    (await caller.opportunities.board({})).columns
      .find((one) => one.key === key)
      ?.cards.map(({ title }) => title)
      .join("");
  expect(await column("new")).toBe("abc");
  await caller.pipeline.move({ id: d.id, stage: "new", afterId: a.id, beforeId: b.id, fromStage: "review" });
  expect(await column("new")).toBe("adbc");
  await caller.pipeline.move({ id: c.id, stage: "new" });
  expect(await column("new")).toBe("cadb");
  await caller.pipeline.move({ id: c.id, stage: "new", afterId: b.id });
  expect(await column("new")).toBe("adbc");
  // Its upper neighbour has left: the lower one decides.
  await caller.pipeline.move({ id: a.id, stage: "review" });
  await caller.pipeline.move({ id: c.id, stage: "new", afterId: a.id, beforeId: b.id });
  expect(await column("new")).toBe("dcb");
  for (let round = 0; round < 40; round++) {
    await caller.pipeline.move({ id: round % 2 ? b.id : c.id, stage: "new", afterId: d.id });
  }
  expect(await column("new")).toBe("dbc");
  const late = await caller.pipeline.move({ id: a.id, stage: "submitted", fromStage: "new" });
  expect(late).toMatchObject({ hasMoved: false, stage: "review" });
  expect(late.note).toContain("Review");
  const { items } = await caller.activities.list({ subjectKind: "opportunity", subjectId: d.id });
  expect(items).toMatchObject([{ text: "moved it from Review to New", detail: { from: "review", to: "new" } }]);
});

test("two people who drop cards into the same gap at once get places of their own", async () => {
  const owner = await aWorkspace();
  const caller = await callerOf(owner);
  const [top, bottom] = [
    await anOpportunity(owner, { stage: "review", boardPosition: 1 }),
    await anOpportunity(owner, { stage: "review", boardPosition: 2 }),
  ];
  const dropped = [];
  for (let card = 0; card < 6; card++) dropped.push(await anOpportunity(owner, {}));
  const placed = await Promise.all(
    dropped.map(({ id }) =>
      caller.pipeline.move({ id, stage: "review", afterId: top.id, beforeId: bottom.id, fromStage: "new" }),
    ),
  );
  expect(new Set(placed.map(({ boardPosition }) => boardPosition)).size).toBe(6);
  expect(placed.every(({ boardPosition }) => boardPosition > 1 && boardPosition < 2)).toBe(true);
});

test("outcome, owner and watchers are apart from the stage, and each deed is told", async () => {
  const owner = await aWorkspace();
  const [ben, viewer] = [await aMember(owner), await aMember(owner, "viewer")];
  const { id } = await anOpportunity(owner, { title: "Bridge", stage: "submitted" });
  const caller = await callerOf(owner);
  await caller.pipeline.setOwner({ id, userId: ben.userId });
  await expect(caller.pipeline.setOwner({ id, userId: viewer.userId })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  expect(await unread(ben)).toMatchObject([{ kind: "opportunity_assigned", path: `/opportunities/${id}` }]);
  await (await callerOf(viewer)).pipeline.watch({ id, isWatching: true });
  expect(await caller.pipeline.watchers({ id })).toMatchObject({
    watchers: [{ id: viewer.userId }],
    isWatching: false,
  });
  await caller.pipeline.setOutcome({ id, outcome: "lost", reason: "Price" });
  expect(await caller.opportunities.get({ id })).toMatchObject({ outcome: "lost", stage: "submitted" });
  await caller.pipeline.setOutcome({ id, outcome: null });
  await (await callerOf(viewer)).pipeline.watch({ id, isWatching: false });
  expect((await caller.pipeline.watchers({ id })).watchers).toEqual([]);
  const { items } = await caller.activities.list({ subjectKind: "opportunity", subjectId: id });
  expect(items.map((item) => item.type === "activity" && item.text)).toEqual([
    "opened it again",
    "marked it as lost: Price",
    "made Ada Example its owner",
  ]);
  const events = await database().sql`
    select data from outbox where name = 'opportunity/settled' and data->>'opportunityId' = ${id}`;
  expect(events.length).toBe(2);
});

test("a go/no-go keeps the factors as they stood, a blocker wants a reason, and a reversal is history", async () => {
  const owner = await aWorkspace();
  const ben = await aMember(owner);
  const { id } = await anOpportunity(owner, { title: "Bridge" });
  const caller = await callerOf(owner);
  await (await callerOf(ben)).pipeline.watch({ id, isWatching: true });
  // Without knowing what we can do of it there would be no score.
  for (const factor of ["capability", "value", "place"] as const)
    await caller.fit.setWeight({ opportunityId: id, factor, weight: 40 });
  await database().sql`
    update opportunity_factors set score = 0.5, low = 0.5, high = 0.5, is_blocker = true, explanation = 'It is for small firms only.'
    where opportunity_id = ${id}`;
  await expect(caller.fit.decide({ opportunityId: id, decision: "go" })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  const taken = await caller.fit.decide({ opportunityId: id, decision: "go", reason: "We bid with a partner." });
  expect(taken).toMatchObject({
    decision: "go",
    score: 0.5,
    factors: [
      { factor: "capability", score: 0.5, weight: 40, isBlocker: true },
      { factor: "value", score: 0.5, weight: 40, isBlocker: true },
      { factor: "place", score: 0.5, weight: 40, isBlocker: true },
    ],
    decidedBy: { id: owner.userId },
  });
  expect(await unread(ben)).toMatchObject([
    { kind: "opportunity_decided", title: "Go: Bridge", body: "We bid with a partner." },
  ]);
  await caller.fit.decide({ opportunityId: id, decision: null });
  await caller.fit.decide({ opportunityId: id, decision: "no_go", reason: "Too late", closes: true });
  const { decisions } = await caller.fit.decisions({ opportunityId: id });
  expect(decisions.map(({ decision }) => decision)).toEqual(["no_go", null, "go"]);
  expect(await caller.opportunities.get({ id })).toMatchObject({ decision: "no_go", outcome: "no_bid" });
  expect((await caller.fit.get({ opportunityId: id })).blockers).toEqual([
    "It is for small firms only.",
    "It is for small firms only.",
    "It is for small firms only.",
  ]);
  const other = await anOpportunity(owner, {});
  await expect(caller.fit.decide({ opportunityId: other.id, decision: null })).rejects.toMatchObject({
    code: "CONFLICT",
  });
});

test("Undo of a decision is refused once somebody else has decided", async () => {
  const owner = await aWorkspace();
  const ben = await aMember(owner, "admin");
  const { id } = await anOpportunity(owner, {});
  const mine = await (await callerOf(owner)).fit.decide({ opportunityId: id, decision: "go", reason: "We can." });
  const undo = { opportunityId: id, decision: null, insteadOf: mine.id } as const;
  await (await callerOf(ben)).fit.decide({ opportunityId: id, decision: "no_go", reason: "We cannot." });
  await expect((await callerOf(owner)).fit.decide(undo)).rejects.toMatchObject({ code: "CONFLICT" });
  expect(await (await callerOf(owner)).opportunities.get({ id })).toMatchObject({ decision: "no_go" });
  const again = await (await callerOf(owner)).fit.decide({ opportunityId: id, decision: "go", reason: "We can." });
  await (await callerOf(owner)).fit.decide({ ...undo, insteadOf: again.id });
  expect(await (await callerOf(owner)).opportunities.get({ id })).toMatchObject({ decision: null });
});

test("a no-go that closed a tender opens it again when it is reversed, and leaves alone what a person closed", async () => {
  const owner = await aWorkspace();
  const caller = await callerOf(owner);
  const { id } = await anOpportunity(owner, {});
  await caller.fit.decide({ opportunityId: id, decision: "no_go", reason: "Too late", closes: true });
  await caller.fit.decide({ opportunityId: id, decision: "go", reason: "They gave us a week more." });
  expect(await caller.opportunities.get({ id })).toMatchObject({ decision: "go", outcome: null });
  await caller.pipeline.setOutcome({ id, outcome: "no_bid" });
  await caller.fit.decide({ opportunityId: id, decision: null });
  expect(await caller.opportunities.get({ id })).toMatchObject({ decision: null, outcome: "no_bid" });
});

test("viewers change nothing, and a second workspace or who may not see it finds nothing", async () => {
  const owner = await aWorkspace();
  const outside = await aMember(owner, "admin");
  const viewer = await callerOf(await aMember(owner, "viewer"));
  const open = await anOpportunity(owner, {});
  const hidden = await anOpportunity(owner, { collectionId: await aRestrictedCollection(owner) });
  const question = await (await callerOf(owner)).buyerQuestions.add({ opportunityId: hidden.id, text: "Why?" });
  const asked = await (await callerOf(owner)).buyerQuestions.add({ opportunityId: open.id, text: "Why?" });
  const deeds = (caller: Awaited<ReturnType<typeof callerOf>>, id: string, questionId: string) => [
    () => caller.pipeline.move({ id, stage: "review" }),
    () => caller.pipeline.setOutcome({ id, outcome: "won" }),
    () => caller.pipeline.setOwner({ id, userId: null }),
    () => caller.fit.decide({ opportunityId: id, decision: "go" }),
    () => caller.fit.setWeight({ opportunityId: id, factor: "value", weight: 1 }),
    () => caller.fit.compute({ opportunityId: id }),
    () => caller.buyerQuestions.draft({ opportunityId: id }),
    () => caller.buyerQuestions.add({ opportunityId: id, text: "Why?" }),
    () => caller.buyerQuestions.edit({ id: questionId, text: "What?" }),
    () => caller.buyerQuestions.markSent({ ids: [questionId] }),
    () => caller.buyerQuestions.recordAnswer({ id: questionId, answer: "So." }),
    () => caller.buyerQuestions.withdraw({ id: questionId }),
    () => caller.buyerQuestions.reopen({ id: questionId }),
  ];
  for (const deed of deeds(viewer, open.id, asked.id))
    await expect(deed()).rejects.toMatchObject({ code: "FORBIDDEN" });
  for (const caller of [await callerOf(outside), await callerOf(await aWorkspace())]) {
    const looks = [
      () => caller.pipeline.watch({ id: hidden.id, isWatching: true }),
      () => caller.pipeline.watchers({ id: hidden.id }),
      () => caller.fit.get({ opportunityId: hidden.id }),
      () => caller.fit.decisions({ opportunityId: hidden.id }),
      () => caller.buyerQuestions.list({ opportunityId: hidden.id }),
      () => caller.buyerQuestions.export({ opportunityId: hidden.id, format: "csv" }),
      () => caller.calendar.export({ opportunityId: hidden.id }),
    ];
    for (const attempt of [...deeds(caller, hidden.id, question.id), ...looks]) {
      await expect(attempt()).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  }
});

test("the profile is changed line by line, and sizes want a currency", async () => {
  const owner = await aWorkspace();
  const caller = await callerOf(owner);
  expect((await caller.fit.profile({})).updatedAt).toBeNull();
  await caller.fit.updateProfile({ profile: { capabilities: ["Painting", "painting", "Masonry"], places: ["DE"] } });
  await expect(caller.fit.updateProfile({ profile: { minValue: 5 } })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  await caller.fit.updateProfile({ profile: { minValue: 5, maxValue: 10, currency: "EUR" }, weights: { value: 50 } });
  const { profile, weights } = await caller.fit.profile({});
  expect(profile).toMatchObject({ capabilities: ["Painting", "Masonry"], places: ["DE"], minValue: 5 });
  expect(weights).toMatchObject({ value: 50, capability: 25 });
  await expect(
    (await callerOf(await aMember(owner, "viewer"))).fit.updateProfile({ profile: { places: [] } }),
  ).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect((await (await callerOf(await aWorkspace())).fit.profile({})).profile.places).toEqual([]);
});
