import { expect, test } from "vitest";
import { withoutSiteName } from "./without-site-name";

test("what the titles of a site all end with is no part of a page's name; another ending is", () => {
  const others = ["Prices | Cobalt", "Blog | Cobalt", "Team | Cobalt", "Dust – and the law | Cobalt"];
  expect(withoutSiteName("A year of findings, in figures | Cobalt", others)).toBe("A year of findings, in figures");
  expect(withoutSiteName("Salt – a history", others)).toBe("Salt – a history");
  expect(withoutSiteName("Findings | Cobalt", others.slice(0, 2))).toBe("Findings | Cobalt");
});
