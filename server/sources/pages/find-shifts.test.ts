import { expect, test } from "vitest";
import { startPortalSite } from "@/e2e/sites/portal/portal-site";
import { compareCaptures } from "@/server/evidence/changes";
import { findShifts } from "./find-shifts";

const card = (name: string, price: string) =>
  `<article class="card"><a href="/p/${name.toLowerCase()}">${name} camera</a><p>For webs of paper and foil.</p><span class="price">${price}</span></article>`;
const page = (...cards: string[]) => ({
  url: "https://a.test/products",
  html: `<main><h1>Products</h1><div class="list">${cards.join("")}</div></main>`,
});

test("entries that only one capture shows are found, also where one stands in the place of another", () => {
  const before = page(card("Line", "€1,940"), card("Area", "€690"), card("Ring", "€310"), card("Box", "€1,150"));
  const after = page(card("Line", "€1,940"), card("Area", "€690"), card("Ring", "€310"), card("Wide", "€5,900"));
  const { gone, come } = findShifts(before, after, compareCaptures(before, after).items);
  expect(gone.map(({ url }) => url)).toContain("https://a.test/p/box");
  expect(gone[0]?.text).toContain("€1,150");
  expect(come.map(({ url }) => url)).toContain("https://a.test/p/wide");
  expect(findShifts(before, after, [])).toEqual({ gone: [], come: [], kept: [] });
});

test("a page of sections that looks like a list once one more was added has brought no entries", async () => {
  const site = await startPortalSite({ now: new Date("2031-01-06T09:00:00Z"), tenders: 3 });
  const [tender] = site.register.listed();
  const url = `${site.origin}/tenders/${tender?.reference.toLowerCase()}`;
  const read = async () => ({ url, html: await (await fetch(url)).text() });
  const before = await read();
  site.set({ amend: { reference: tender?.reference ?? "", deadline: "2031-09-30T12:00:00Z" } });
  const after = await read();
  await site.close();
  const { items } = compareCaptures(before, after);
  expect(items[0]).toMatchObject({ before: expect.stringContaining("2031"), after: "30 September 2031 at 13:00 BST" });
  expect(findShifts(before, after, items)).toEqual({ gone: [], come: [], kept: [] });
});

test("a last page that had one entry, which is no list yet, has got those that moved on to it", () => {
  const before = page(card("Line", "€1,940"));
  const after = page(card("Area", "€690"), card("Ring", "€310"), card("Line", "€1,940"));
  const { come } = findShifts(before, after, compareCaptures(before, after).items);
  expect(come.map(({ url }) => url)).toEqual(
    expect.arrayContaining(["https://a.test/p/area", "https://a.test/p/ring"]),
  );
  expect(come.map(({ url }) => url)).not.toContain("https://a.test/p/line");
});

const teaser = (name: string, line: string, visit: string) =>
  `<article class="post"><h2><a href="/news/${name.toLowerCase()}?sid=${visit}aa1">${name} news</a></h2><p>${line}</p></article>`;

test("what the older of two layouts says of entries that the newer one still leads to is found, whatever visit the links carry", () => {
  const before = page(
    teaser("Crane", "It lifts twelve tonnes over the dyke.", "q7d2k"),
    teaser("Slip", "Closed until the ice has gone.", "q7d2k"),
  );
  const after = {
    url: before.url,
    html: `<main><h1>Products</h1><p><a href="/news/crane?sid=z81xmaa1">Crane news</a></p><p><a href="/news/slip?sid=z81xmaa1">Slip news</a></p></main>`,
  };
  const { items } = compareCaptures(before, after);
  const { kept } = findShifts(before, after, items, true);
  expect(kept.map(({ url, text }) => [new URL(url).pathname, text])).toEqual([
    ["/news/crane", "Crane news It lifts twelve tonnes over the dyke."],
    ["/news/slip", "Slip news Closed until the ice has gone."],
  ]);
  expect(findShifts(before, after, items).kept).toEqual([]);
});
