import { expect, test } from "vitest";
import type { AmendmentItem } from "@/drizzle/schema";
import { toldIn } from "./find-told-before";

const item = (what: AmendmentItem["what"], before: string | null, after: string | null, detail?: string) => ({
  what,
  before,
  after,
  ...(detail ? { detail } : {}),
});
const guard = item("changed", "Two guards stand at the gate.", "Three guards stand at the gate.");

test("what another paper was told to change in the same words is told, however it numbers and prints them", () => {
  const of = toldIn([{ id: "page", documentId: "page", items: [guard] }], "paper");
  expect(of(item("changed", "3.1 Two guards stand at the gate", "3.1 Three guards  stand at the gate"))).toBe("page");
  expect(of(item("changed", "Two guards stand at the gate.", "Four guards stand at the gate."))).toBeNull();
  expect(of(item("removed", "Two guards stand at the gate.", null))).toBeNull();
});

test("a paper's own amendments hide nothing of it, and dates of two kinds are two", () => {
  const due = item("deadline", "2031-05-03", "2031-05-10", "submission");
  const rows = [{ id: "first", documentId: "paper", items: [guard, due] }];
  expect(toldIn(rows, "paper")(guard)).toBeNull();
  expect(toldIn(rows, "page")(due)).toBe("first");
  expect(toldIn(rows, "page")({ ...due, detail: "questions" })).toBeNull();
});

test("what was taken back since is news again", () => {
  const back = item("changed", guard.after, guard.before);
  const rows = [
    { id: "second", documentId: "page", items: [back] },
    { id: "first", documentId: "page", items: [guard] },
  ];
  expect(toldIn(rows, "paper")(guard)).toBeNull();
  expect(toldIn(rows, "paper")(back)).toBe("second");
});
