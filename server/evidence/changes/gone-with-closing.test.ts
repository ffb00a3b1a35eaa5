import { expect, test } from "vitest";
import { compareCaptures } from "./compare-captures";
import { aPage } from "./testing/a-page";

const told = (before: string, after: string) =>
  compareCaptures(aPage(before), aPage(after)).items.map((item) => [item.kind, item.before, item.after]);

const opening = `<h1>Rigger</h1><table><tr><th>Reference</th><td>R-204</td></tr><tr><th>Pay</th><td>£19.40 an hour</td></tr></table>
  <p>You splice, hoist and go up the mast when others do not.</p><p>Apply by 12 May 2031</p>`;

test("the lines of a vacancy that is filled go with it, and its end is told", () => {
  const closed = "<h1>Rigger</h1><p>This vacancy has been filled. Thank you for your interest.</p>";
  expect(told(opening, closed)).toEqual([["text", null, "This vacancy has been filled. Thank you for your interest."]]);
});

test("a heading of its own, a price that rose and what stands under other headings are told beside it", () => {
  const page = (state: string, fee: string, note: string) =>
    `<h1>Moorings</h1><h2>Berth 4</h2><p>12 metres, with water and power.</p><p>${state}</p><h2>Berth 9</h2><p>${fee} a night</p>${note}`;
  const items = told(
    page("Free from June", "€31.00", "<p>Showers are behind the office.</p>"),
    page("This berth is no longer available", "€34.00", ""),
  );
  expect(items).toContainEqual(["price", "€31.00", "€34.00"]);
  expect(items).toContainEqual(["text", "Showers are behind the office.", null]);
});

test("lines that went without a word of an end are told", () => {
  expect(told(opening, "<h1>Rigger</h1><p>Apply by 12 May 2031</p>").length).toBe(3);
});

test("a page that has nothing left but to say that it is over is told by that", () => {
  const closed =
    "<h1>Position filled</h1><p>The position that you are looking for has been filled. There are others.</p>";
  const items = told(opening, closed).filter(([kind]) => kind !== "structure");
  expect(items.map(([, , after]) => after).join(" ")).toContain("has been filled");
  expect(items.filter(([, , after]) => after === null)).toEqual([]);
});
