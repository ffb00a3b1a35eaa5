import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createToastStore } from "./toast.logic";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function aStore() {
  const store = createToastStore();
  const ok = store.adder("ok");
  const undo = { action: { label: "Undo", run: () => undefined } };
  const titles = () => store.list().map(({ title }) => title);
  return { store, ok, undo, titles };
}

test("a decision that was changed takes its first message with it, and the Undo that would bring back what held no more", () => {
  const { ok, undo, titles } = aStore();
  ok("Decided: go", { about: "decision 1", ...undo });
  ok("Moved to Review", { about: "stage 1", ...undo });
  ok("Decided: no-go", { about: "decision 1", ...undo });
  expect(titles()).toEqual(["Moved to Review", "Decided: no-go"]);
  ok("Decided: go", { about: "decision 2", ...undo });
  expect(titles()).toEqual(["Moved to Review", "Decided: no-go", "Decided: go"]);
});

test("messages about nothing in particular stand beside each other until their time is over, longer with something to press", () => {
  const { ok, undo, titles } = aStore();
  ok("Saved");
  ok("Saved");
  ok("Deleted", undo);
  vi.advanceTimersByTime(6_000);
  expect(titles()).toEqual(["Deleted"]);
  vi.advanceTimersByTime(5_000);
  expect(titles()).toEqual([]);
});

test("once a colleague has decided otherwise, the message whose Undo would take that back is withdrawn", () => {
  const { store, ok, undo, titles } = aStore();
  ok("Decided: go", { about: "decision 1", deed: "first", ...undo });
  ok("Moved to Review", { about: "stage 1", ...undo });
  store.withdrawOthers("decision 1", "first");
  expect(titles()).toEqual(["Decided: go", "Moved to Review"]);
  store.withdrawOthers("decision 1", "second");
  expect(titles()).toEqual(["Moved to Review"]);
});
