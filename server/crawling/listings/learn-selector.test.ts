import { describe, expect, it } from "vitest";
import { findListing } from "./find-listing";
import { learnSelector } from "./learn-selector";
import { readWithSelector } from "./read-with-selector";
import { selectElements } from "./select-elements";
import { layouts } from "./testing/layouts";
import { frameworkLayouts } from "./testing/more-layouts";
import type { LearnedSelector, ListingRecord } from "./types";

const url = "https://buyers.example/notices";

describe.each([...layouts, ...frameworkLayouts])("$name", ({ html }) => {
  it("is read by what was learned from it as it was found", () => {
    const records = findListing(html, url)?.records ?? [];
    const selector = learnSelector(html, records, url);
    expect(selector).not.toBeNull();
    const again = readWithSelector(html, selector as LearnedSelector, url);
    expect(again?.map(essence)).toEqual(records.map(essence));
  });
});

function essence({ title, url: address }: ListingRecord) {
  return { title, url: address };
}

const table = (rows: [string, string, string][], head = "<th>Title</th><th>Buyer</th><th>Deadline</th>") =>
  `<main><table class="hits"><thead><tr>${head}</tr></thead><tbody>${rows.map(([a, b, c], at) => `<tr><td><a href="/n/${at}">${a}</a></td><td>${b}</td><td>${c}</td></tr>`).join("")}</tbody></table></main>`;
const monday: [string, string, string][] = [
  ["Repair of the town hall roof", "Ashby", "3 May 2031"],
  ["Lunches for eleven schools", "Northfold", "5 May 2031"],
  ["Scanning of the archive", "Harrowmere", "8 May 2031"],
];

function learn(html: string): LearnedSelector {
  const selector = learnSelector(html, findListing(html, url)?.records ?? [], url);
  if (!selector) throw new Error("nothing was learned");
  return selector;
}

describe("a learned selector", () => {
  it("reads a later page, even with a single record that nothing could be induced from", () => {
    const selector = learn(table(monday));
    const later = readWithSelector(table([["Pilot boat", "Saltgate", "9 June 2031"]]), selector, url);
    expect(later).toMatchObject([
      {
        title: "Pilot boat",
        url: "https://buyers.example/n/0",
        fields: { Buyer: "Saltgate", Deadline: "9 June 2031" },
      },
    ]);
  });

  it("follows its columns when they change their order", () => {
    const selector = learn(table(monday));
    const swapped = table(
      monday.map(([a, b, c]) => [a, c, b]),
      "<th>Title</th><th>Deadline</th><th>Buyer</th>",
    );
    expect(readWithSelector(swapped, selector, url)?.[0]?.fields).toEqual({ Buyer: "Ashby", Deadline: "3 May 2031" });
  });

  it("says null when the page has another shape", () => {
    const selector = learn(table(monday));
    expect(readWithSelector("<main><p>Moved.</p></main>", selector, url)).toBeNull();
    const emptied = table([
      ["", "", ""],
      ["", "", ""],
    ]);
    expect(readWithSelector(emptied, selector, url)).toBeNull();
    const untitled = table(monday)
      .replaceAll(/<a [^>]+>([^<]+)<\/a>/g, "$1")
      .replace("Repair of", "<a href='/n/0'>Repair of</a>");
    const byLink = { ...selector, fields: { ...selector.fields, title: { css: "a", attribute: null, label: null } } };
    expect(readWithSelector(untitled, byLink, url)).toBeNull();
  });

  it("learns from what a person corrected: other names, fewer fields", () => {
    const html = table(monday);
    const corrected = monday.map(
      ([title, buyer], at): ListingRecord => ({
        title,
        url: `https://buyers.example/n/${at}`,
        fields: { Contracting: buyer },
        text: "",
      }),
    );
    const selector = learnSelector(html, corrected, url);
    expect(readWithSelector(html, selector as LearnedSelector, url)?.[2]).toMatchObject({
      title: "Scanning of the archive",
      fields: { Contracting: "Harrowmere" },
    });
  });

  it("learns nothing from records that the page does not show", () => {
    const records = ["One", "Two", "Three"].map(
      (title): ListingRecord => ({ title, url: null, fields: {}, text: title }),
    );
    expect(learnSelector(table(monday), records, url)).toBeNull();
    expect(learnSelector(table(monday), [], url)).toBeNull();
  });

  it("can be kept as JSON", () => {
    const selector = learn(table(monday));
    expect(JSON.parse(JSON.stringify(selector))).toEqual(selector);
  });
});

describe("selectors from outside", () => {
  const page = findListing(table(monday), url);
  it.each([
    "tr:has(td)",
    ":is(:is(a))",
    "div:not(p)",
    "a, ".repeat(200),
    "[",
    "",
    "tr:contains(x)",
    "tr:nth-child(2n+1)",
  ])("%s is refused before it is tried", (css) => {
    expect(selectElements(css, [])).toBeNull();
    expect(
      readWithSelector(
        table(monday),
        { css, hasFollowers: false, fields: { title: { css: "a", attribute: null, label: null } } },
        url,
      ),
    ).toBeNull();
  });
  it("what findListing hands out can be used as one", () => {
    expect(selectElements(page?.selector ?? "", [])).toEqual([]);
  });
});
