import { expect, test } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import { inWorkspace } from "@/server/platform/workspace-context";
import { keepNotice, type NoticeToRecord, openBatch } from "./notice-batch";
import { lampFacts, type NoticesContext, noticesOf, record } from "./testing/recorded";

openTestDatabase();

const readAt = new Date("2031-01-03T00:00:00Z");

/** What became of each notice of one batch, and the opportunities that it would make; none is made here. */
async function keep(ctx: NoticesContext, some: NoticeToRecord[], sourceId: string | null = null) {
  return inWorkspace(ctx, async (tx) => {
    const batch = await openBatch(tx, ctx, { sourceId, collectionId: ctx.collectionId, notices: some, readAt }, some);
    const kept = [];
    for (const one of some) kept.push(await keepNotice(tx, ctx, batch, one));
    return { kept, pending: [...batch.pending.values()] };
  });
}

test("the same facts change nothing, other facts replace those of the same publication, and both keep their opportunity", async () => {
  const ctx = await aWorkspace();
  await record(ctx, [lampFacts("1")]);
  const [before] = await noticesOf(ctx);
  expect((await keep(ctx, [{ facts: lampFacts("1") }])).kept).toMatchObject([{ outcome: "unchanged" }]);
  expect(await noticesOf(ctx)).toEqual([before]);
  const { kept, pending } = await keep(ctx, [{ facts: lampFacts("1", { title: "Lamps" }) }]);
  expect(kept).toMatchObject([{ outcome: "changed", notice: { opportunityId: before?.opportunityId } }]);
  expect(pending).toEqual([]);
  expect(await noticesOf(ctx)).toMatchObject([{ id: before?.id, title: "Lamps", readAt }]);
});

test("a source or document that a reading does not name stays as an earlier one named it", async () => {
  const ctx = await aWorkspace();
  const [sourceId, documentId, snapshotId] = [newId(), newId(), newId()];
  await record(ctx, [lampFacts("1")]);
  await keep(ctx, [{ facts: lampFacts("1", { title: "Lamps" }), documentId, snapshotId }], sourceId);
  await keep(ctx, [{ facts: lampFacts("1", { title: "Lamps again" }) }]);
  expect(await noticesOf(ctx)).toMatchObject([{ title: "Lamps again", sourceId, documentId, snapshotId }]);
});

test("a new publication joins the opportunity that is known", async () => {
  const ctx = await aWorkspace();
  await record(ctx, [lampFacts("1")]);
  const [known] = await noticesOf(ctx);
  const { kept, pending } = await keep(ctx, [{ facts: lampFacts("2", { type: "amendment" }) }]);
  expect(kept).toMatchObject([{ outcome: "added", notice: { opportunityId: known?.opportunityId } }]);
  expect(pending).toEqual([]);
  expect(await noticesOf(ctx)).toHaveLength(2);
});

test("two new publications about one tender are one opportunity to be made, another tender is a second", async () => {
  const ctx = await aWorkspace();
  const dredging = { procedureKey: "ocds-test-2", title: "Dredging of the north basin", reference: "RC/2031/077" };
  const { kept, pending } = await keep(ctx, [
    { facts: lampFacts("1") },
    { facts: lampFacts("2", { type: "amendment" }) },
    { facts: lampFacts("other", dredging) },
  ]);
  expect(kept.map(({ outcome }) => outcome)).toEqual(["added", "added", "added"]);
  expect(pending.map((one) => one.notices.map(({ facts }) => facts.key))).toEqual([["1", "2"], ["other"]]);
  expect(kept[0]?.notice.opportunityId).toBe(kept[1]?.notice.opportunityId);
  // What is to be made is made with its notices, at the end of the batch.
  expect(await noticesOf(ctx)).toEqual([]);
});
