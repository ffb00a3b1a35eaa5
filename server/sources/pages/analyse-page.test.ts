import { expect, test } from "vitest";
import { analysePage, type PageAnalysis } from "./analyse-page";

const url = "https://jobs.example/positions";
const towns = ["Lisbon", "Porto", "Faro", "Braga", "Evora"];
const trades = ["Painter", "Welder", "Diver", "Cook", "Clerk"];
const list = (townOf: (town: string) => string) =>
  `<html><body><main><h1>Positions</h1><ul>${towns
    .map(
      (town, at) =>
        `<li class="job"><h3><a href="/positions/${at}">${trades[at]} for the harbour offices</a></h3><p><span class="team">Design</span><span class="place">${townOf(town)}</span><span class="term">Permanent</span></p></li>`,
    )
    .join("")}</ul></main></body></html>`;
const page = (html: string, before: string | null): PageAnalysis =>
  analysePage({
    url,
    finalUrl: url,
    status: 200,
    html,
    isListing: true,
    rule: null,
    known: before ? (page(before, null).listing?.records ?? []) : [],
    scope: {},
    lastGood: null,
    before: before ? { html: before, url } : null,
    history: [],
  });

test("a value that an entry has lost is named as that, and is no change of the list also where its neighbours run together", () => {
  const [whole, without] = [list((town) => ` ${town} `), list((town) => (town === "Faro" ? "" : ` ${town} `))];
  const { comparison, emptied } = page(without, whole);
  expect(emptied.map(({ value }) => value)).toContain("Faro");
  expect(comparison?.items).toEqual([]);
  const moved = page(
    list((town) => (town === "Faro" ? " Sagres " : ` ${town} `)),
    whole,
  );
  expect(moved.comparison?.verdict).toBe("wording");
});
