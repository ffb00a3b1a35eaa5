import { expect, test } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { anIndexedDocument } from "./an-indexed-document";
import { search } from "./search";

openTestDatabase();

test("finds a chunk by its words, marks them and counts it in the facets", async () => {
  const ctx = await aWorkspace();
  const { collectionId } = ctx;
  const bids = await anIndexedDocument(ctx, {
    collectionId,
    title: "Network services RFP",
    texts: [
      "Proposals are due on 4 May 2026 at noon. Late proposals are returned unopened.",
      "The contractor shall provide a help desk around the clock.",
    ],
    tags: ["rfp"],
  });
  await anIndexedDocument(ctx, {
    collectionId,
    title: "Lunch menu",
    texts: ["Soup and bread on Monday."],
    kind: "markdown",
  });
  const found = await search(ctx, { text: "When are proposals due?" });
  expect(found.results[0]).toMatchObject({
    documentId: bids.documentId,
    chunkId: bids.chunkIds[0],
    title: "Network services RFP",
  });
  const [first] = found.results;
  expect(first?.highlights.map(({ start, end }) => first.text.slice(start, end))).toEqual([
    "Proposals",
    "due",
    "proposals",
  ]);
  expect(found.facets.kinds).toEqual([{ value: "text", documents: 1 }]);
  expect(found.facets.tags).toEqual([{ value: "rfp", documents: 1 }]);
});
