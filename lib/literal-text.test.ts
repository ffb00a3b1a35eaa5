import { expect, test } from "vitest";
import { literalText, oneLine } from "./literal-text";

test("what a terminal would obey is shown as its number, and words, tabs and line ends stay", () => {
  expect(literalText("\u001b[31mRed\u001b[0m\u0007 tender")).toBe("\\u001b[31mRed\\u001b[0m\\u0007 tender");
  expect(literalText("bid\rclosed\u009b2J")).toBe("bid\\u000dclosed\\u009b2J");
  expect(literalText("a\u202egpj.exe\u2066")).toBe("a\\u202egpj.exe\\u2066");
  const plain = "Straße, Łódź, 東京 — 12:00\n\tsecond line";
  expect(literalText(plain)).toBe(plain);
  expect(literalText("one\r\ntwo")).toBe("one\ntwo");
});

test("text that is JSON stays the same JSON", () => {
  const said = { title: "a\u009bb\u2028c\u202ed\u001be" };
  expect(JSON.parse(literalText(JSON.stringify(said)))).toEqual(said);
});

test("on one line no text begins another", () => {
  expect(oneLine("Team\r\nBcc: all@example.com\u2028\u0085 x ")).toBe("Team Bcc: all@example.com x");
});
