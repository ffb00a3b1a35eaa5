import { expect, it } from "vitest";
import { parsePage } from "./parse-page";

it("stops where markup is nested too deeply, whatever follows", () => {
  const [outer] = parsePage("<div>".repeat(50_000));
  let depth = 0;
  for (let node = outer; node && "children" in node; node = node.children[0]) depth += 1;
  // One piece of the page more than the limit: elements are counted between the pieces that the parser is fed.
  expect(depth).toBeLessThan(5_000);
});

it("reads wide pages to their end", () => {
  expect(parsePage("<p>a</p>".repeat(50_000))).toHaveLength(50_000);
});
