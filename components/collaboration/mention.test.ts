import { expect, test } from "vitest";
import { completeMention, mentionAt, mentionedIn, peopleFor, splitMentions } from "./mention.logic";

const people = [
  { userId: "1", name: "Ann Lee" },
  { userId: "2", name: "Ann Leeson" },
  { userId: "3", name: "Zoë Park" },
];

test("an @ at the start of a word begins a mention; one inside an address does not", () => {
  expect(mentionAt("ask @an", 7)).toEqual({ from: 4, query: "an" });
  expect(mentionAt("@", 1)).toEqual({ from: 0, query: "" });
  expect(mentionAt("mail me@here", 12)).toBeNull();
  expect(mentionAt("ask @an and", 3)).toBeNull();
});

test("people are found by any word of their name, accents or not", () => {
  expect(peopleFor("zoe", people).map(({ userId }) => userId)).toEqual(["3"]);
  expect(peopleFor("par", people).map(({ userId }) => userId)).toEqual(["3"]);
  expect(peopleFor("", people)).toHaveLength(3);
});

test("a chosen person replaces what was typed, and the caret stands behind", () => {
  expect(completeMention("ask @an today", 7, 4, "Ann Lee")).toEqual({ text: "ask @Ann Lee  today", caret: 13 });
});

test("the longer of two names that fit is meant, and nobody is named twice", () => {
  expect(mentionedIn("@Ann Leeson and @Ann Leeson, not me@Ann Lee", people)).toEqual(["2"]);
  expect(mentionedIn("@Ann Lee, look", people)).toEqual(["1"]);
  expect(mentionedIn("@Ann Leesons", people)).toEqual([]);
});

test("cutting at mentions loses no character", () => {
  const text = "Hi @Zoë Park (and @Ann Lee): 5 @ 3";
  const pieces = splitMentions(text, people);
  expect(pieces.map((piece) => piece.text).join("")).toBe(text);
  expect(pieces.filter((piece) => piece.userId).map((piece) => piece.userId)).toEqual(["3", "1"]);
});
