import { expect, test } from "vitest";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import { pasteNotices } from "./paste-notices";
import { aRestrictedCollection, opportunitiesOf } from "./testing/recorded";

openTestDatabase();

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

test("another workspace's collection is none to paste into", async () => {
  const [ctx, other] = [await aWorkspace(), await aWorkspace()];
  const text = "Snow clearing of mountain roads\nDeadline: 12 June 2031 14:00 UTC";
  for (const collectionId of [other.collectionId, newId()])
    await expect(pasteNotices(ctx, { text, collectionId })).rejects.toMatchObject({ code: "not_found" });
  expect(await opportunitiesOf(ctx)).toEqual([]);
});

test("a notice of an opportunity that the person may not see is refused in words, and the others are taken", async () => {
  const ctx = await aWorkspace();
  const restricted = await aRestrictedCollection(ctx);
  const text = JSON.stringify({
    releases: [
      { ocid: "ocds-p-1", id: "1", tag: ["tender"], tender: { title: "Lamps", status: "active" } },
      { ocid: "ocds-p-2", id: "2", tag: ["tender"], tender: { title: "Salt", status: "active" } },
    ],
  });
  const [first] = JSON.parse(text).releases;
  await pasteNotices(ctx, { text: JSON.stringify({ releases: [first] }), collectionId: restricted });
  const outsider = await aMember(ctx);
  expect(await pasteNotices(outsider, { text })).toMatchObject({
    added: 1,
    refused: [{ reason: expect.stringContaining("only some people may see") }],
  });
  expect(await pasteNotices(ctx, { text })).toMatchObject({ added: 0, unchanged: 2, refused: [] });
});
