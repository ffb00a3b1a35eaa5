import { expect, test } from "vitest";
import { changedTags, commonTags, parseTags } from "./tags.logic";

test("tags are cut at commas, trimmed, and each kept once", () => {
  expect(parseTags(" legal, price ,, legal")).toEqual(["legal", "price"]);
});

test("editing the shared tags leaves what only some documents have", () => {
  const documents = [
    ["2026", "legal", "own"],
    ["legal", "2026"],
  ];
  const common = commonTags(documents);
  expect(common).toEqual(["2026", "legal"]);
  expect(changedTags(documents[0] ?? [], common, "legal, bids")).toEqual(["own", "legal", "bids"]);
  expect(changedTags(documents[1] ?? [], common, "")).toEqual([]);
});
