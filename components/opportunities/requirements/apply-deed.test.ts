import { expect, test } from "vitest";
import { applyDeed, type Placed } from "./apply-deed.logic";

const one = (id: string, position: number, state: Placed["state"] = "active", text = "") => ({
  id,
  position,
  state,
  text,
});
const list = [one("a", 1), one("b", 2), one("c", 3)];
const ids = (some: readonly { id: string }[]) => some.map(({ id }) => id).join("");

test("an edited one is replaced in its place", () => {
  const after = applyDeed(list, [one("b", 2, "active", "new")]);
  expect(ids(after)).toBe("abc");
  expect(after[1]?.text).toBe("new");
});

test("a dropped one is gone, and Undo brings it back where it stood", () => {
  const dropped = applyDeed(list, [one("b", 2, "dropped")]);
  expect(ids(dropped)).toBe("ac");
  expect(ids(applyDeed(dropped, [one("b", 2)]))).toBe("abc");
});

test("a split replaces one by its parts, a merge several by one", () => {
  expect(ids(applyDeed(list, [one("b", 2, "split"), one("x", 2.1), one("y", 2.2)]))).toBe("axyc");
  expect(ids(applyDeed(list, [one("a", 1, "active", "ab"), one("b", 2, "merged")]))).toBe("ac");
});

test("a moved one stands at its new position", () => {
  expect(ids(applyDeed(list, [one("a", 2.5)]))).toBe("bac");
});
