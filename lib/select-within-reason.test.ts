import { parseDocument } from "htmlparser2";
import { expect, test } from "vitest";
import { selectWithinReason } from "./select-within-reason";

const deep = parseDocument(`${"<div>".repeat(150)}${"<p>a</p>".repeat(50)}`).children;
const wide = parseDocument(`<ul>${"<li>a <b>b</b></li>".repeat(2_000)}</ul>`).children;

test.each([
  ["steps down", "nope * * * * * * *", deep],
  ["steps aside", "nope ~ * ~ * ~ * ~ *", wide],
  ["what is not", "*:not(nope * *):not(nope * * *):not(nope * * * *)", deep],
])("a selector of many %s gives up soon instead of holding up everything else", (_, selector, page) => {
  const began = performance.now();
  expect(selectWithinReason(selector, page)).toBeNull();
  expect(performance.now() - began).toBeLessThan(5_000);
});

test("what people write is matched on long and on deep pages", () => {
  expect(selectWithinReason("div div > p", deep)).toHaveLength(50);
  expect(selectWithinReason("ul li b", wide)).toHaveLength(2_000);
  expect(selectWithinReason("li:nth-of-type(1000) > b", wide)).toHaveLength(1);
  expect(selectWithinReason("li:first-child, li:last-child", wide)).toHaveLength(2);
});

test("one that gave up leaves the next its whole room, and what is none says so", () => {
  expect(selectWithinReason("nope * * * * * *", deep)).toBeNull();
  expect(selectWithinReason("p", deep)).toHaveLength(50);
  expect(() => selectWithinReason("p[", deep)).toThrow();
});
