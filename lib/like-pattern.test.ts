import { expect, test } from "vitest";
import { containing } from "./like-pattern";

test("what is typed means itself", () => {
  expect(containing("lifts")).toBe("%lifts%");
  expect(containing("100%_a\\b")).toBe("%100\\%\\_a\\\\b%");
});
