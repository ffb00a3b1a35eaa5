import { expect, test } from "vitest";
import { nothingYet, takeEvents } from "./live-answer.logic";

const sentence = (seq: number, text: string) => ({
  seq,
  type: "sentence" as const,
  data: { id: text, position: seq, text, writtenBy: "extractive", citations: [1] },
});

test("events told twice or late change nothing", () => {
  const once = takeEvents(nothingYet, [sentence(1, "a"), sentence(2, "b")]);
  const twice = takeEvents(once, [sentence(1, "a"), sentence(2, "b")]);
  expect(twice.sentences.map((one) => one.text)).toEqual(["a", "b"]);
});

test("a rewind takes back what a broken attempt had written", () => {
  const events = [sentence(1, "half"), { seq: 2, type: "rewind" as const, data: {} }, sentence(3, "whole")];
  expect(takeEvents(nothingYet, events).sentences.map((one) => one.text)).toEqual(["whole"]);
});

test("done and failed end the answer", () => {
  expect(takeEvents(nothingYet, [{ seq: 1, type: "done", data: {} }]).isOver).toBe(true);
  expect(takeEvents(nothingYet, [{ seq: 1, type: "failed", data: {} }]).isOver).toBe(true);
});
