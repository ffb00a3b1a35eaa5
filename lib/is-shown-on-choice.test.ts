import { expect, test } from "vitest";
import { isShownOnChoice } from "./is-shown-on-choice";

test("panels of tabs and folds wait for their reader; dialogs and what is merely hidden do not", () => {
  expect(isShownOnChoice({ role: "tabpanel", hidden: "" })).toBe(true);
  expect(isShownOnChoice({ role: " Region " })).toBe(true);
  expect(isShownOnChoice({ role: "dialog" })).toBe(false);
  expect(isShownOnChoice({ hidden: "" })).toBe(false);
});
