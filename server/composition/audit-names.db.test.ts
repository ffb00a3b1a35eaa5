import { expect, test } from "vitest";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { asCaller, signedIn } from "./testing/as-caller";

openTestDatabase();

async function aWatchedWorkspace() {
  const owner = await aWorkspace();
  return { owner, caller: await asCaller(await signedIn(owner.userId, owner.workspace.slug)) };
}

test("an entry names what it is about and what its details point at, beside the ids", async () => {
  const { caller } = await aWatchedWorkspace();
  const { id } = await caller.opportunities.create({ title: "Footbridge over the Elbe" });
  const { id: collectionId } = await caller.collections.create({ name: "Civil works", visibility: "workspace" });
  const { id: keyId } = await caller.apiKeys.create({ name: "Nightly import", scope: "read" });
  await caller.opportunities.updateMany({ ids: [id], stage: "qualifying" });
  const { entries } = await caller.audit.list({});
  const entry = (action: string) => entries.find((one) => one.action === action);
  expect(entry("opportunity.create")).toMatchObject({ subjectId: id, names: { [id]: "Footbridge over the Elbe" } });
  expect(entry("collection.create")).toMatchObject({ names: { [collectionId]: "Civil works" } });
  expect(entry("api_key.create")).toMatchObject({ names: { [keyId]: "Nightly import" } });
  expect(entry("opportunity.update_many")).toMatchObject({
    detail: { ids: [id] },
    names: { [id]: "Footbridge over the Elbe" },
  });
});

test("people are named, also when they have gone since", async () => {
  const { owner, caller } = await aWatchedWorkspace();
  const leaver = await aMember(owner, "admin");
  const theirs = await asCaller(await signedIn(leaver.userId, owner.workspace.slug));
  const { name } = (await caller.members.list()).find(({ userId }) => userId === leaver.userId) ?? { name: "" };
  await theirs.collections.create({ name: "Of the leaver", visibility: "workspace" });
  await caller.members.remove({ userId: leaver.userId });
  const { entries } = await caller.audit.list({});
  expect(entries.find(({ action }) => action === "collection.create")).toMatchObject({
    actorId: leaver.userId,
    actorName: name,
  });
  expect(entries.find(({ action }) => action === "member.remove")).toMatchObject({
    subjectId: leaver.userId,
    names: { [leaver.userId]: name },
  });
});

test("what the reader may not see has no name in the audit", async () => {
  const { owner, caller } = await aWatchedWorkspace();
  const other = await aMember(owner, "admin");
  const { id } = await caller.collections.create({ name: "Board only", visibility: "restricted" });
  const { entries } = await (await asCaller(await signedIn(other.userId, owner.workspace.slug))).audit.list({});
  const entry = entries.find((one) => one.action === "collection.create");
  expect(entry?.subjectId).toBe(id);
  expect(entry?.names).toEqual({});
});

test("the audit is searched by the name of what it is about", async () => {
  const { caller } = await aWatchedWorkspace();
  const { id } = await caller.opportunities.create({ title: "Footbridge over the Elbe" });
  await caller.opportunities.create({ title: "School canteen" });
  const { entries, total } = await caller.audit.list({ q: "footbridge" });
  expect(total).toBe(entries.length);
  expect(new Set(entries.map(({ subjectId }) => subjectId))).toEqual(new Set([id]));
});

test("the file of the audit names things beside their ids", async () => {
  const { caller } = await aWatchedWorkspace();
  const { id } = await caller.opportunities.create({ title: "Footbridge over the Elbe" });
  const { csv } = await caller.audit.export({});
  const line = csv.split("\r\n").find((one) => one.includes(id)) ?? "";
  expect(line).toContain("Footbridge over the Elbe");
});
