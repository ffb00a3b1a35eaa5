import { expect, test } from "vitest";
import { kindOf } from "./testing/answers";

const cards = (path: string, entries: readonly (readonly [string, string])[]) =>
  entries
    .map(
      ([title, text], at) =>
        `<li class="row"><h3><a href="/${path}/${at + 1}">${title}</a></h3><p class="more">${text}</p></li>`,
    )
    .join("");

test("a company's board that never says so is told by how its entries are employed", async () => {
  const openings = cards("o", [
    ["Crane driver", "Northern quay · Full-time · Permanent contract"],
    ["Harbour pilot", "Southern quay · Part-time · Permanent contract"],
    ["Rope maker", "Workshop · Full-time · Fixed-term"],
    ["Clerk of tides", "Office · Full-time · Permanent contract"],
  ]);
  const team = cards("o", [
    ["Anne Hale", "Northern quay · since 2019"],
    ["Bo Lind", "Southern quay · since 2011"],
    ["Cy Marsh", "Workshop · since 2020"],
    ["Di Orme", "Office · since 2008"],
  ]);
  const page = (list: string) =>
    `<html><head><title>Larkhaven Port</title></head><body><h1>Larkhaven Port</h1><ul>${list}</ul></body></html>`;
  expect(await kindOf(page(openings))).toBe("jobs");
  expect(await kindOf(page(team))).not.toBe("jobs");
  // Where its entries lead says it as well.
  expect(await kindOf(page(team.replaceAll("/o/", "/job/")))).toBe("jobs");
});

test("what openings pay each month makes no page of prices of their board", async () => {
  const page = (path: string) =>
    `<html><head><title>City of Larkhaven</title></head><body><h1>Work for the city</h1><ul>${cards(path, [
      ["Librarian", "Town hall · €4,120 per month"],
      ["Gardener", "Parks · €3,310 per month"],
      ["Clerk", "Office · €3,480 per month"],
    ])}</ul></body></html>`;
  expect(await kindOf(page("stelle"))).toBe("jobs");
  expect(await kindOf(page("plans"))).toBe("pricing");
});

test("a box of the newest reports on a home page leaves the site a site; a page of news stays one", async () => {
  const reports = cards("news/2031", [
    [
      "New crane on the northern quay",
      "<time datetime='2031-05-04'>4 May 2031</time> It lifts forty tonnes and stands since Monday.",
    ],
    [
      "Tide tables for summer are out",
      "<time datetime='2031-05-02'>2 May 2031</time> They hang at every gate of the port.",
    ],
    [
      "Rope workshop opens its doors",
      "<time datetime='2031-04-28'>28 April 2031</time> Everybody may come and turn the wheel.",
    ],
  ]);
  const home = `<html><head><title>Larkhaven Port</title></head><body><nav><a href="/port">The port</a><a href="/berths">Berths</a><a href="/contact">Contact</a></nav><h1>Berths for every keel</h1><p>We berth, load and mend ships of all sizes on two quays.</p><h2>Latest news</h2><ul>${reports}</ul><a href="/news">All news</a></body></html>`;
  const news = `<html><head><title>News - Larkhaven Port</title></head><body><nav><a href="/port">The port</a></nav><h1>News</h1><ul>${reports}</ul></body></html>`;
  expect(await kindOf(home)).toBe("site");
  expect(await kindOf(news)).toBe("news");
});
