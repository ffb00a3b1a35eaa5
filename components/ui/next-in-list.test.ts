import { expect, test } from "vitest";
import { nextInList } from "./next-in-list";

const [ask, library, light] = ["Ask", "Library", "Light"].map((textContent) => ({ textContent }));
const items = [ask, library, light].filter((item) => item !== undefined);

test.each([
  ["ArrowDown", light, ask],
  ["ArrowUp", ask, light],
  ["ArrowUp", null, light],
  ["ArrowDown", null, ask],
  ["Home", light, ask],
  ["End", ask, light],
  ["l", library, light],
  ["l", light, library],
  ["z", ask, null],
  ["Enter", ask, null],
])("%s", (key, current, expected) => {
  expect(nextInList(items, current, key)).toBe(expected);
});
