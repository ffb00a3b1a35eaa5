import { expect, test } from "vitest";
import { cutHighlights } from "./cut-highlights";

test("the pieces together are the text, with the highlights lit", () => {
  const pieces = cutHighlights("due by noon", [
    { start: 0, end: 3 },
    { start: 7, end: 11 },
  ]);
  expect(pieces.map((piece) => piece.text).join("")).toBe("due by noon");
  expect(pieces.filter((piece) => piece.isLit).map((piece) => piece.text)).toEqual(["due", "noon"]);
});

test("a far first highlight is brought near", () => {
  const text = `${"word ".repeat(100)}target end`;
  const pieces = cutHighlights(text, [{ start: 500, end: 506 }]);
  expect(pieces[0]?.text).toBe("… ");
  expect(pieces.find((piece) => piece.isLit)?.text).toBe("target");
});
