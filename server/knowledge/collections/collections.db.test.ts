import { expect, test, vi } from "vitest";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { opportunities } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import { ConflictError, ForbiddenError, InvalidInputError, NotFoundError } from "@/server/platform/errors";
import { inWorkspace } from "@/server/platform/workspace-context";
import { addDocument } from "../documents/add-document";
import { deleteDocument } from "../documents/delete-document";
import { withReceivedFile } from "../documents/received-file";
import { createCollection } from "./create-collection";
import { deleteCollection } from "./delete-collection";
import { listCollections } from "./list-collections";
import { updateCollection } from "./update-collection";

vi.setConfig({ testTimeout: 400_000 });
openTestDatabase();

const open = { visibility: "workspace" as const, memberIds: [] };
const closed = { visibility: "restricted" as const, memberIds: [] };

async function namesSeenBy(ctx: Parameters<typeof listCollections>[0]) {
  return (await listCollections(ctx)).map((collection) => collection.name);
}

test("a collection can be renamed, restricted to people and opened again", async () => {
  const owner = await aWorkspace();
  const [friend, other] = [await aMember(owner), await aMember(owner, "admin")];
  const { id } = await createCollection(owner, { name: "Bids", ...open });
  await updateCollection(owner, { id, name: "Offers" });
  expect(await namesSeenBy(other)).toEqual(["General", "Offers"]);
  await updateCollection(owner, { id, visibility: "restricted", memberIds: [friend.userId] });
  expect(await namesSeenBy(other)).toEqual(["General"]);
  expect(await namesSeenBy(friend)).toEqual(["General", "Offers"]);
  expect((await listCollections(owner)).find((row) => row.id === id)?.memberIds.sort()).toEqual(
    [owner.userId, friend.userId].sort(),
  );
  await updateCollection(owner, { id, memberIds: [] });
  expect(await namesSeenBy(friend)).toEqual(["General"]);
  await updateCollection(owner, { id, visibility: "workspace" });
  expect(await namesSeenBy(other)).toEqual(["General", "Offers"]);
});

test("a name is used once, whatever its case and whether or not one may see who has it", async () => {
  const owner = await aWorkspace();
  const other = await aMember(owner, "admin");
  await createCollection(owner, { name: "Board", ...closed });
  await expect(createCollection(other, { name: "BOARD", ...open })).rejects.toThrow(ConflictError);
  const { id } = await createCollection(other, { name: "Team", ...open });
  await expect(updateCollection(other, { id, name: "board" })).rejects.toThrow(ConflictError);
  await updateCollection(other, { id, name: "TEAM" });
  const stranger = await aWorkspace();
  await createCollection(stranger, { name: "Board", ...open });
});

test("a restricted collection is unknown to those who are not in it, admins too", async () => {
  const owner = await aWorkspace();
  const other = await aMember(owner, "admin");
  const { id } = await createCollection(owner, { name: "Board", ...closed });
  for (const [ctx, unknown] of [
    [other, id],
    [other, newId()],
    [await aWorkspace(), id],
  ] as const) {
    await expect(updateCollection(ctx, { id: unknown, name: "mine" })).rejects.toThrow(NotFoundError);
    await expect(updateCollection(ctx, { id: unknown, visibility: "workspace" })).rejects.toThrow(NotFoundError);
    await expect(deleteCollection(ctx, unknown)).rejects.toThrow(NotFoundError);
  }
});

test("only people of the workspace can be let in", async () => {
  const [owner, stranger] = [await aWorkspace(), await aWorkspace()];
  const input = { name: "Board", ...closed, memberIds: [stranger.userId] };
  await expect(createCollection(owner, input)).rejects.toThrow(InvalidInputError);
  expect(await namesSeenBy(owner)).toEqual(["General"]);
});

test("the default collection stays, open to all", async () => {
  const owner = await aWorkspace();
  await expect(deleteCollection(owner, owner.collectionId)).rejects.toThrow(ConflictError);
  await expect(updateCollection(owner, { id: owner.collectionId, visibility: "restricted" })).rejects.toThrow(
    ConflictError,
  );
});

test("a collection goes once it is empty; removed documents do not hold it", async () => {
  const owner = await aWorkspace();
  const { id } = await createCollection(owner, { name: "Old", ...open });
  const { documentId } = await withReceivedFile(Buffer.from("words"), (file) =>
    addDocument(owner, { path: "a.md", collectionId: id, origin: "upload", file }),
  );
  await expect(deleteCollection(owner, id)).rejects.toThrow(ConflictError);
  await deleteDocument(owner, documentId);
  await deleteCollection(owner, id);
  expect(await namesSeenBy(owner)).toEqual(["General"]);
});

test("a collection in which opportunities live is refused in words that say what to do", async () => {
  const owner = await aWorkspace();
  const { id } = await createCollection(owner, { name: "Bids", ...open });
  await inWorkspace(owner, (tx) =>
    tx.insert(opportunities).values({
      workspaceId: owner.workspace.id,
      id: newId(),
      collectionId: id,
      number: 1,
      title: "Lift maintenance",
    }),
  );
  const refused = await deleteCollection(owner, id).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ConflictError);
  expect((refused as Error).message).toMatch(/^Bids is the home of opportunities .*Who may see it/);
  expect(await namesSeenBy(owner)).toEqual(["General", "Bids"]);
});

test("each collection counts its own documents and names its own people, removed documents not among them", async () => {
  const owner = await aWorkspace();
  const friend = await aMember(owner);
  const board = await createCollection(owner, { name: "Board", ...closed, memberIds: [friend.userId] });
  const add = (path: string, collectionId: string) =>
    withReceivedFile(Buffer.from(`words of ${path}`), (file) =>
      addDocument(owner, { path, collectionId, origin: "upload", file }),
    );
  await add("a.md", board.id);
  await add("b.md", board.id);
  const gone = await add("c.md", board.id);
  await deleteDocument(owner, gone.documentId);
  await add("d.md", owner.collectionId);
  const listed = await listCollections(owner);
  expect(listed.map((row) => [row.name, row.documentCount])).toEqual([
    ["General", 1],
    ["Board", 2],
  ]);
  expect(listed.map((row) => row.memberIds.sort())).toEqual([[], [owner.userId, friend.userId].sort()]);
});

test("members and viewers manage no collections", async () => {
  const owner = await aWorkspace();
  for (const ctx of [await aMember(owner, "member"), await aMember(owner, "viewer")]) {
    await expect(createCollection(ctx, { name: "Mine", ...open })).rejects.toThrow(ForbiddenError);
    await expect(updateCollection(ctx, { id: owner.collectionId, name: "Mine" })).rejects.toThrow(ForbiddenError);
    await expect(deleteCollection(ctx, owner.collectionId)).rejects.toThrow(ForbiddenError);
  }
});
