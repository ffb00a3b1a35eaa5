import { expect, test } from "vitest";
import type { ChangeItemRow } from "@/drizzle/schema";
import type { PageChange } from "./fold-into-pages";
import { findDissolved, findRebuilt, findToldTwice, plainAddressFirst } from "./fold-told-twice";

const price = (heading: string | null, before = "€10", after = "€12"): ChangeItemRow => ({
  kind: "price",
  before,
  after,
  heading,
});
const text = (before: string, after: string): ChangeItemRow => ({ kind: "text", before, after, heading: null });

test("the list's price and the product's price are one change, told by the product's page, which comes first", () => {
  const told = [
    { id: "product", items: [price("Gauntlet")] },
    { id: "list", items: [price("Gauntlet")] },
  ];
  expect([...findToldTwice(told)]).toEqual([["list", "product"]]);
});

test("what changed of one thing is one change though the list has more beside it, and the same of two things is two", () => {
  const stock = (heading: string, price: string): ChangeItemRow => ({
    ...text(`${price}In stock`, `${price}Out of stock`),
    heading,
    words: [
      ...(price ? [{ op: "same" as const, text: price }] : []),
      { op: "removed", text: "In" },
      { op: "added", text: "Out of" },
      { op: "same", text: " stock" },
    ],
  });
  const told = [
    { id: "boots", items: [stock("Field boots", "")] },
    { id: "hats", items: [stock("Felt hat", "")] },
    { id: "list", items: [stock("Field boots", "£119.00 ")] },
  ];
  expect([...findToldTwice(told)]).toEqual([["list", "boots"]]);
});

test("a page that tells more stays, and what it tells elsewhere is folded into it", () => {
  const banner = text("Deliveries take two days in June", "Deliveries take three days in June");
  const told = [
    { id: "one", items: [banner] },
    { id: "two", items: [banner, price("Gauntlet")] },
    { id: "three", items: [banner] },
  ];
  expect(Object.fromEntries(findToldTwice(told))).toEqual({ one: "two", three: "two" });
});

test("equal figures of other things, values without a name, and changes without places are not the same", () => {
  const told = [
    { id: "a", items: [price("Gauntlet")] },
    { id: "b", items: [price("Bar light")] },
    { id: "c", items: [price(null)] },
    { id: "d", items: [price(null)] },
    { id: "e", items: [] },
    { id: "f", items: [] },
    { id: "g", items: [price("Gauntlet"), price("Apron", "€3", "€4")] },
    { id: "h", items: [price("Gauntlet"), price("Apron", "€3", "€5")] },
  ];
  expect(Object.fromEntries(findToldTwice(told))).toEqual({ a: "g" });
});

test("what several pages say anew is told once, though each of them is laid out otherwise", () => {
  const gone = text("We answer every letter within a week", "");
  const laidOut = (before: string): ChangeItemRow => ({ kind: "structure", before, after: "heading 1", heading: null });
  const pointed: ChangeItemRow = { ...text("Kiel / Works", "Kiel, Works"), heading: "Fitter" };
  const told = [
    { id: "one", items: [gone, laidOut("heading 2: Fitter"), pointed] },
    { id: "two", items: [gone, laidOut("heading 2: Welder")] },
  ];
  expect([...findToldTwice(told)]).toEqual([["two", "one"]]);
});

test("another date of revision on many pages of a site is its build; on one page it is a revision", () => {
  const stamp = (id: string) => ({ id, items: [text("Last updated on May 2, 2031", "Last updated on May 3, 2031")] });
  const told = [stamp("one"), stamp("two"), { id: "priced", items: [price("Gauntlet")] }];
  expect(findRebuilt(told)).toEqual([]);
  expect(findRebuilt([...told, stamp("three")])).toEqual(["one", "two", "three"]);
});

test("of addresses that differ in their query alone the plain one comes first, and the others keep their order", () => {
  const at = (url: string) => ({ page: { url } });
  const told = ["https://a.example/team", "https://a.example/pricing?currency=GBP", "https://a.example/pricing"].map(
    at,
  );
  expect(plainAddressFirst([...told, at("https://a.example/")]).map(({ page }) => page.url)).toEqual([
    "https://a.example/team",
    "https://a.example/pricing",
    "https://a.example/pricing?currency=GBP",
    "https://a.example/",
  ]);
});

test("a front page that gathers what several pages tell is put away before any of them", () => {
  const page = (id: string, items: ChangeItemRow[], kinds: string[] = ["text"]): PageChange => ({
    id,
    kinds,
    items,
    page: { url: `https://a.example/${id}`, title: id, textHash: id },
  });
  const sentence = (figure: string) => `The ship came back with ${figure} metres of sea between cable and shore`;
  const corrected = (heading: string): ChangeItemRow => ({
    kind: "number",
    before: sentence("340"),
    after: sentence("430"),
    heading,
    words: [{ op: "same", text: sentence("430") }],
  });
  const retitled = text("First month without a leak in it", "Thirty days with only one leak");
  const added = page("iron", [{ kind: "page_added", before: null, after: "iron", heading: null }], ["page_added"]);
  const told = [
    page("cable", [corrected("Mira Solberg")]),
    page("salt", [retitled]),
    added,
    page("tag", [retitled, { kind: "text", before: null, after: "iron", heading: null }]),
    page("front", [
      corrected("The cable is too short"),
      retitled,
      { kind: "text", before: null, after: "iron", heading: null },
    ]),
    page("other", [corrected("The cable is too short"), text("We answer within a week", "We answer within a day")]),
  ];
  expect([...findDissolved(told).keys()].sort()).toEqual(["front", "tag"]);
});

test("two pages that tell the same do not put each other away", () => {
  const page = (id: string, items: ChangeItemRow[]): PageChange => ({
    id,
    kinds: ["text"],
    items,
    page: { url: `https://a.example/${id}`, title: id, textHash: id },
  });
  const [one, two] = [
    text("Open from Monday to Friday", "Open on every day"),
    text("Closed in all of July", "Closed in August"),
  ];
  const told = [page("a", [one, two]), page("b", [one]), page("c", [two]), page("d", [one, two])];
  const away = findDissolved(told);
  const left = told.filter(({ id }) => !away.has(id)).flatMap(({ items }) => items);
  expect(left).toContain(one);
  expect(left).toContain(two);
});
