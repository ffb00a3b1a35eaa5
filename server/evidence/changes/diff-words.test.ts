import { expect, test } from "vitest";
import { diffWords } from "./diff-words";

const side = (before: string, after: string, op: "added" | "removed") =>
  diffWords(before, after)
    .flatMap((change) => (change.op === "same" || change.op === op ? [change.text] : []))
    .join("");

test.each([
  ["the old price", "the new price"],
  ["boxes, tape and string", "boxes and string"],
  ["(a) or (b), and", "(a), and"],
  ["", "all new"],
  ["all gone", ""],
  ["納期は三日です", "納期は四日です"],
])("%j and %j can be put together again", (before, after) => {
  expect(side(before, after, "removed")).toBe(before);
  expect(side(before, after, "added")).toBe(after);
});

test("neighbouring words are one replacement, removed first", () => {
  expect(diffWords("we deliver every second day", "we deliver each working day")).toEqual([
    { op: "same", text: "we deliver " },
    { op: "removed", text: "every second" },
    { op: "added", text: "each working" },
    { op: "same", text: " day" },
  ]);
});

test("spaces and the style of quotes make no difference", () => {
  expect(diffWords(`it's "so"`, "it’s\u00a0“so”").map((change) => change.op)).toEqual(["same"]);
});

test("texts that share nothing are told as replaced", () => {
  const [before, after] = ["a ".repeat(9_000), "b ".repeat(9_000)];
  expect(diffWords(before, after)).toEqual([
    { op: "removed", text: before },
    { op: "added", text: after },
  ]);
});
