import { expect, test } from "vitest";
import { lettersOfLigature, spellLigatures } from "./ligatures";

test.each([
  ["government o", "cials", 0.9, "ffi"],
  ["commitment to e", "ective governance", 0.62, "ff"],
  ["an e", "uent of the harbour", 0.9, "ffl"],
  ["a ", "nal report", 0.55, "fi"],
  ["the ", "oor above", 0.55, "fl"],
  ["sta", "", 0.62, "ff"],
  ["", "", 0.6, ""],
])("between “%s” and “%s” stands, %f of the type size wide, “%s”", (before, after, em, letters) => {
  expect(lettersOfLigature({ before, after, em })).toBe(letters);
});

test("runs are spelled out with what stands before and after them; others are handed on", () => {
  const run = (str: string, width = 10) => ({ str, width, height: 11 });
  const items = [run("government o"), run("\u0000", 9.9), run("cials and e\u0000ort"), run("plain")];
  const spelled = spellLigatures(items);
  expect(spelled.map(({ str }) => str)).toEqual(["government o", "ffi", "cials and effort", "plain"]);
  expect(spelled[3]).toBe(items[3]);
});
