import { expect, test } from "vitest";
import { findSuccessor } from "./find-successor";

/** Sentences of a text as candidate places. */
function sentences(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/[^.]+\./g)].map((match) => {
    const start = match.index + (match[0].length - match[0].trimStart().length);
    return { start, end: match.index + match[0].length };
  });
}

const quote = "Quotations are due no later than 4 p.m. on 15 March 2031";

function successor(text: string, oldStart = 0, of = quote) {
  return findSuccessor(of, oldStart, text, sentences(text));
}

test("the same words with other white space stand unchanged at their new place", () => {
  const text = "A new preface. Quotations are due\n  no later than 4 p.m. on\u00a015 March 2031. Thanks.";
  const found = successor(text);
  expect(found).toMatchObject({ kind: "unchanged", start: 15 });
  if (found.kind === "unchanged") expect(text.slice(found.start, found.end)).toMatch(/^Quotations[\s\S]*2031$/);
});

test("words that moved to another place are unchanged there", () => {
  const text = `${"Something else is said here. ".repeat(40)}${quote}.`;
  expect(successor(text, 3)).toEqual({ kind: "unchanged", start: 29 * 40, end: 29 * 40 + quote.length });
});

test("of two places with the same words, the nearer one to the old place counts", () => {
  const text = `${quote}. ${"Filler stands here. ".repeat(20)}${quote}.`;
  const second = text.lastIndexOf(quote);
  expect(successor(text, 0)).toMatchObject({ start: 0 });
  expect(successor(text, second - 10)).toMatchObject({ start: second });
});

test("a changed date is a change, with the passage that stands there now", () => {
  const text = "A preface is here. Quotations are due no later than 4 pm on 22 March 2031. Late ones are refused.";
  expect(successor(text)).toMatchObject({
    kind: "changed",
    text: "Quotations are due no later than 4 pm on 22 March 2031.",
  });
});

test("a quote over two sentences finds both of them in their new words", () => {
  const of = "The lead shall be certified. The lead shall not be replaced during the first 90 days";
  const text =
    "Preface. The lead shall be certified. The lead shall not be replaced during the first 120 days. Prices follow.";
  expect(successor(text, 0, of)).toMatchObject({
    kind: "changed",
    text: "The lead shall be certified. The lead shall not be replaced during the first 120 days.",
  });
});

test("a dropped negation is a change, not the same words", () => {
  const of = "The lead shall not be replaced";
  expect(successor("The lead shall be replaced.", 0, of)).toMatchObject({ kind: "changed" });
});

test("a word that the quote only begins is another word", () => {
  const of = "Late quotations will be considered for 15";
  expect(successor("Late quotations will be considered for 150 days.", 0, of)).toMatchObject({ kind: "changed" });
});

test("what is gone is removed, also when single words of it remain and when nothing remains", () => {
  expect(successor("The weather in March is mild. Prices are in dollars.")).toEqual({ kind: "removed" });
  expect(successor("")).toEqual({ kind: "removed" });
});

test("characters that mean something to a pattern are only characters", () => {
  const of = "Fee (net): $1.50 * 2 [each] + tax?";
  expect(successor(`So: ${of} Yes.`, 0, of)).toMatchObject({ kind: "unchanged", start: 4 });
});
