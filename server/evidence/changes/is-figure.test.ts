import { expect, test } from "vitest";
import { compareCaptures } from "./compare-captures";
import { aPage, policy } from "./testing/a-page";

const told = (from: string, to: string) => {
  const page = (line: string) => aPage(`${policy}<h2>Team</h2><ul><li>Quotes and proofs</li><li>${line}</li></ul>`);
  const { severity, items, summary } = compareCaptures(page(from), page(to));
  return { severity, kinds: items.map(({ kind }) => kind), summary };
};
const figure = { severity: "high", kinds: ["number"] };

test("a figure in words is a figure, also when what is counted goes over to its plural or the other writes it in digits", () => {
  expect(told("A single seat", "Two seats")).toMatchObject(figure);
  expect(told("Ended with thirty days notice", "Ended with ninety days notice")).toMatchObject(figure);
  expect(told("A report in a folder", "Three reports in a folder")).toMatchObject(figure);
  expect(told("Answers within two days", "Answers within 24 days")).toMatchObject(figure);
  expect(told("Up to 10 projects", "Unlimited projects")).toMatchObject({ severity: "high" });
  expect(told("Fünf Werktage bis zur Antwort", "Drei Werktage bis zur Antwort")).toMatchObject(figure);
});

test("a number in words within a small edit weighs as one in digits", () => {
  expect(told("Ended with thirty days notice", "Ended by us with sixty days notice").severity).toBe("high");
  expect(told("Ended with thirty days notice", "Ended by us with thirty days notice").severity).toBe("medium");
});

test("words that are no figures stay words, whatever stands beside them", () => {
  expect(told("A blue seat for each", "The blue seat for each").kinds).toEqual(["text"]);
  expect(told("Two seats by the door", "Two tables by the door").kinds).toEqual(["text"]);
  expect(told("A lamp on a desk", "The lamp on a shelf").kinds).toEqual(["text"]);
});
