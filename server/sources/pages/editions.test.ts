import { expect, test } from "vitest";
import { editionListOf, otherEditions } from "./editions";

test("a page in an edition of a documentation leads to the list of all editions beside it", () => {
  const list = (address: string) => editionListOf(address)?.list;
  expect(list("https://docs.test/latest/guides/")).toBe("https://docs.test/versions.json");
  expect(list("https://a.test/manual/2.x/start")).toBe("https://a.test/manual/versions.json");
  for (const address of [
    "https://a.test/",
    "https://a.test/blog/2031/05/",
    "https://a.test/products/v-belt",
    "nonsense",
  ])
    expect(list(address)).toBeUndefined();
});

const at = { folder: "https://docs.test/", edition: "latest" };
const listed = (...versions: [string, ...string[]][]) =>
  JSON.stringify(versions.map(([version, ...aliases]) => ({ version, title: version, aliases })));

test("the other editions are read, the newest first, and the watched one not by its other name", () => {
  expect(otherEditions(listed(["1.5", "latest"], ["1.4"], ["1.3"], ["1.2"], ["1.1"]), at)).toEqual([
    "https://docs.test/1.4/",
    "https://docs.test/1.3/",
    "https://docs.test/1.2/",
  ]);
});

test("a list that does not know the watched edition, or is none, names nothing", () => {
  expect(otherEditions(listed(["1.5"], ["1.4"]), at)).toEqual([]);
  expect(otherEditions(listed(["../../x", "latest"]), at)).toEqual([]);
  expect(otherEditions('{"versions": []}', at)).toEqual([]);
  expect(otherEditions("<html>", at)).toEqual([]);
});
