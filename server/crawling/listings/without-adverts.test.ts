import { expect, test } from "vitest";
import { findListing } from "./find-listing";
import { withoutAdverts } from "./without-adverts";

const page = "https://bids.test/calls";
const row = (title: string, href: string) =>
  `<div class="row"><a href="${href}">${title}</a><p>City of Hale</p><p>Due 3 March 2027</p></div>`;
const advert = (label: string, words: string, href = "") =>
  `<div class="row"><span>${label}</span> <b>${href ? `<a href="${href}">${words}</a>` : words}</b></div>`;
const titlesIn = (...rows: string[]) => {
  const listing = findListing(`<main><h1>Calls for bids</h1><div>${rows.join("")}</div></main>`, page);
  return withoutAdverts(listing?.records ?? [], page).map(({ title }) => title);
};
const own = ["Roof of the fish hall", "Reeds for thatchers", "Ink for the mint", "Ferry ropes"];
const rows = own.map((title, at) => row(title, `/calls/${at}`));

test("what is marked as paid for and leads nowhere, or away, is no entry", () => {
  expect(titlesIn(...rows.slice(0, 2), advert("Sponsored", "Bonds while you wait"), ...rows.slice(2))).toEqual(own);
  expect(titlesIn(...rows, advert("Anzeige", "Stempel in einem Tag", "https://stamps.test/"))).toEqual(own);
});

test("an entry that is paid to stand first, and one without a page that is not marked, stay", () => {
  expect(titlesIn(advert("Promoted", "Tar for the pier", "/calls/9"), ...rows)).toHaveLength(5);
  expect(titlesIn(...rows, advert("Draft", "Tar for the pier"))).toHaveLength(5);
});

test("of a list that leads nowhere all stays", () => {
  const unlinked = own.map((title) => ({ title, url: null, fields: {}, text: `Sponsored\n${title}` }));
  expect(withoutAdverts(unlinked, page)).toHaveLength(4);
});
