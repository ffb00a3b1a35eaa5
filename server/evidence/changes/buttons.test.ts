import { expect, test } from "vitest";
import { compareCaptures } from "./compare-captures";

const url = "https://a.example/pricing";
const page = (...buttons: string[]) => ({
  url,
  html: `<main><h1>Plans</h1><h2>Team</h2><p>For a desk that answers every week, with ten people and review rounds.</p><p>${buttons.map((name) => `<a href="/${name.replace(/ /g, "-")}">${name}</a>`).join("")}</p><p>All prices are net and are charged for each month in advance.</p></main>`,
});

test("buttons that change places are no change", () => {
  expect(compareCaptures(page("Book a demo", "Start a trial"), page("Start a trial", "Book a demo"))).toMatchObject({
    verdict: "none",
  });
});

test("another button is one, and its words are not glued to its neighbour's", () => {
  const found = compareCaptures(page("Book a demo", "Start a trial"), page("Book a demo", "Buy now"));
  expect(found.verdict).toBe("wording");
  expect(found.summary).not.toContain("demoStart");
});
