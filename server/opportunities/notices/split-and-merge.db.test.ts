import { expect, test } from "vitest";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import { decideDeadline } from "../deadlines/decide-deadline";
import { getOpportunity } from "../detail/get-opportunity";
import { mergeOpportunities } from "../merging/merge-opportunities";
import { unmergeOpportunity } from "../merging/unmerge-opportunity";
import { splitNotice } from "./split-notice";
import { aRestrictedCollection, lampFacts, noticesOf, opportunitiesOf, record, submission } from "./testing/recorded";

openTestDatabase();

test("a wrong join is split and stays split; a merge is taken back", async () => {
  const ctx = await aWorkspace();
  const sourceId = newId();
  const second = lampFacts("https://p.example/1", { scheme: "portal", procedureKey: null, value: null });
  await record(ctx, [lampFacts("1")]);
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
  const shown = await getOpportunity(ctx, first?.id ?? "");
  expect(shown.merged).toMatchObject([{ id: opportunityId, title: "Replacement of street lamps" }]);
  await unmergeOpportunity(ctx, opportunityId);
  expect((await getOpportunity(ctx, first?.id ?? "")).merged).toEqual([]);
  expect((await opportunitiesOf(ctx))[1]).toMatchObject({ mergedIntoId: null, buyer: "Riverton City Council" });
  expect((await noticesOf(ctx)).filter((notice) => notice.opportunityId === opportunityId)).toHaveLength(1);
});

test("three that became one come apart in turn, each with its notices and what was published of them since", async () => {
  const ctx = await aWorkspace();
  const about = (key: string, title: string) =>
    lampFacts(key, { procedureKey: `ocds-${key}`, reference: `RC/${key}`, title, buyer: `Council of ${title}` });
  for (const [key, title] of [
    ["a", "Bridge painting"],
    ["b", "School catering"],
    ["c", "Snow clearance"],
  ] as const) {
    await record(ctx, [about(key, title)]);
  }
  const [first, second, third] = (await opportunitiesOf(ctx)).map(({ id }) => id) as [string, string, string];
  await mergeOpportunities(ctx, { fromId: first, intoId: second });
  await mergeOpportunities(ctx, { fromId: second, intoId: third });
  // A correction of the first procedure comes while the three are one.
  await record(ctx, [{ ...about("a-2", "Bridge painting"), procedureKey: "ocds-a", type: "amendment" }]);
  const heldBy = async (id: string) =>
    (await noticesOf(ctx))
      .filter(({ opportunityId }) => opportunityId === id)
      .map(({ noticeKey }) => noticeKey)
      .sort();
  expect(await heldBy(third)).toEqual(["a", "a-2", "b", "c"]);
  await expect(unmergeOpportunity(ctx, first)).rejects.toMatchObject({ code: "conflict" });
  await unmergeOpportunity(ctx, second);
  expect([await heldBy(second), await heldBy(third)]).toEqual([["a", "a-2", "b"], ["c"]]);
  await unmergeOpportunity(ctx, first);
  expect([await heldBy(first), await heldBy(second)]).toEqual([["a", "a-2"], ["b"]]);
  // What is published from now on finds its own again.
  await record(ctx, [{ ...about("a-3", "Bridge painting"), procedureKey: "ocds-a", type: "amendment" }]);
  expect(await heldBy(first)).toEqual(["a", "a-2", "a-3"]);
});

test("a date that was set aside for one that leaves with its notice counts as decided no more", async () => {
  const ctx = await aWorkspace();
  await record(ctx, [lampFacts("1")]);
  const later = lampFacts("https://p.example/1", {
    scheme: "portal",
    procedureKey: null,
    deadlines: [submission("2031-03-08T12:00:00Z")],
  });
  await record(ctx, [later], { sourceId: newId() });
  const [only] = await opportunitiesOf(ctx);
  const opportunityId = only?.id ?? "";
  const statements = async () =>
    (await getOpportunity(ctx, opportunityId)).deadlines.flatMap(({ statements: some }) => some);
  const chosen = (await statements()).find(({ localDate }) => localDate === "2031-03-08");
  await decideDeadline(ctx, { opportunityId, kind: "submission", statementId: chosen?.id ?? "" });
  const leaving = (await noticesOf(ctx)).find(({ scheme }) => scheme === "portal");
  await splitNotice(ctx, leaving?.id ?? "");
  expect(await statements()).toMatchObject([{ localDate: "2031-03-01", state: "in_force", decidedBy: null }]);
});

test("the only notice of an opportunity cannot be split off", async () => {
  const ctx = await aWorkspace();
  await record(ctx, [lampFacts("1")]);
  const [only] = await noticesOf(ctx);
  await expect(splitNotice(ctx, only?.id ?? "")).rejects.toMatchObject({ code: "conflict" });
});

test("another workspace neither joins nor splits nor merges, and a viewer changes nothing", async () => {
  const [ctx, other] = [await aWorkspace(), await aWorkspace()];
  await record(ctx, [lampFacts("1")]);
  expect(await record(other, [lampFacts("1")])).toMatchObject({ added: 1 });
  expect(await opportunitiesOf(other)).toHaveLength(1);
  const [notice] = await noticesOf(ctx);
  const [theirs] = await opportunitiesOf(ctx);
  const [own] = await opportunitiesOf(other);
  await expect(splitNotice(other, notice?.id ?? "")).rejects.toMatchObject({ code: "not_found" });
  const pair = { fromId: theirs?.id ?? "", intoId: own?.id ?? "" };
  await expect(mergeOpportunities(other, pair)).rejects.toMatchObject({ code: "not_found" });
  await expect(unmergeOpportunity(other, pair.fromId)).rejects.toMatchObject({ code: "not_found" });
  const viewer = await aMember(ctx, "viewer");
  await expect(record({ ...viewer, collectionId: ctx.collectionId }, [lampFacts("2")])).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(splitNotice(viewer, notice?.id ?? "")).rejects.toMatchObject({ code: "forbidden" });
  await expect(mergeOpportunities(viewer, pair)).rejects.toMatchObject({ code: "forbidden" });
});

test("what a few may see does not join what all see", async () => {
  const ctx = await aWorkspace();
  const restricted = await aRestrictedCollection(ctx);
  await record(ctx, [lampFacts("1")]);
  await record({ ...ctx, collectionId: restricted }, [lampFacts("2")]);
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

test("two people who split the same notice off get one new opportunity, and none is left without a notice", async () => {
  const ctx = await aWorkspace();
  await record(ctx, [lampFacts("1")]);
  const portal = lampFacts("https://p.example/1", { scheme: "portal", procedureKey: null, value: null });
  await record(ctx, [portal], { sourceId: newId() });
  const wrong = (await noticesOf(ctx)).find(({ scheme }) => scheme === "portal")?.id ?? "";
  const attempts = await Promise.allSettled([splitNotice(ctx, wrong), splitNotice(ctx, wrong)]);
  expect(attempts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(attempts.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
  const held = new Set((await noticesOf(ctx)).map(({ opportunityId }) => opportunityId));
  expect((await opportunitiesOf(ctx)).map(({ id }) => held.has(id))).toEqual([true, true]);
});
