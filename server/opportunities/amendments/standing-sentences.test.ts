import { expect, test } from "vitest";
import { wordsKey } from "./requirement-words";
import { findTurned } from "./standing-sentences";

const turned = (gone: string, ...stand: string[]) =>
  findTurned([gone], new Map(stand.map((text) => [wordsKey(text), text])), new Set()).get(gone);

test("a demand that demands nothing any more is found by its words", () => {
  expect(
    turned(
      "The offer must include the curricula of all key staff.",
      "Ferries run daily.",
      "We prefer that the offer include the curricula of all key staff.",
    ),
  ).toBe("We prefer that the offer include the curricula of all key staff.");
});

test("a short row of a schedule is the same one when only its figures differ", () => {
  expect(turned("Best and final offers | 10/25/2031", "Award | 11/8/2031", "Best and final offers | 11/8/2031")).toBe(
    "Best and final offers | 11/8/2031",
  );
  expect(turned("Award | 10/25/2031", "Award | 11/8/2031")).toBeUndefined();
  expect(turned("Best and final offers | 10/25/2031", "Best and last offers | 11/8/2031")).toBeUndefined();
});
