import { expect, test } from "vitest";
import { definedOnly } from "./defined-only";

test("a key that was not given overwrites nothing; null and empty values were given", () => {
  const given: { pages?: number | undefined; depth?: number | null; tags?: string[] } = {
    pages: undefined,
    depth: null,
    tags: [],
  };
  expect({ pages: 5, depth: 2, ...definedOnly(given) }).toEqual({ pages: 5, depth: null, tags: [] });
  expect(definedOnly(undefined)).toEqual({});
});
