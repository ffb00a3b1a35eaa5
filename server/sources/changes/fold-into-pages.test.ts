import { expect, test } from "vitest";
import type { ChangeItemRow } from "@/drizzle/schema";
import { findFolders, findMoved, findToldByPages, type PageChange } from "./fold-into-pages";

const at = (path: string) => `https://maker.example${path}`;
const page = (kind: "page_added" | "page_removed", path: string, title: string, textHash = path): PageChange => ({
  id: path,
  kinds: [kind],
  items: [],
  page: { url: at(path), title, textHash },
});
const list = (...items: Partial<ChangeItemRow>[]): PageChange => ({
  id: "list",
  kinds: ["list_item_added"],
  items: items.map((item) => ({ kind: "list_item_added", before: null, after: null, heading: null, ...item })),
  page: { url: at("/blog"), title: "Blog", textHash: "list" },
});
const all = (items: readonly ChangeItemRow[]) => items;

test("what a list says of a new page, and of one that is gone, is told by those pages", () => {
  const told = [
    page("page_added", "/blog/dust", "Dust and the law"),
    page("page_removed", "/blog/salt", "Salt stores"),
    list(
      { after: "Dust and the Law", leadsTo: [at("/blog/dust")] },
      { after: "27 November 2031", entry: at("/blog/dust") },
      { before: "Salt stores" },
    ),
  ];
  expect([...findToldByPages(told, all)]).toEqual([["list", "/blog/dust"]]);
});

test("so is what leads where a name leads, under an address of the list's own, and the count of the list", () => {
  const told = [
    page("page_removed", "/products/drawer", "Drawer – Pellworm"),
    list(
      { before: "Drawer", leadsTo: [at("/spares/products/drawer")] },
      { before: "Regular price £18.00", leadsTo: [at("/spares/products/drawer")] },
      { kind: "number", before: "In stock 4 products", after: "In stock 3 products" },
    ),
  ];
  expect([...findToldByPages(told, all)]).toEqual([["list", "/products/drawer"]]);
  const [gone] = told;
  const other = list({ before: "Drawer" }, { kind: "number", before: "4 products", after: "2 products" });
  expect([...findToldByPages([gone as PageChange, other], all)]).toEqual([]);
});

test("cards that a list runs together in one text are told by the page that went, and by no other", () => {
  const cards = (text: string): Partial<ChangeItemRow> => ({
    kind: "text",
    before: `Sheets Rows. ${text}`,
    after: "Sheets Rows.",
    words: [
      { op: "same", text: "Sheets Rows." },
      { op: "removed", text: ` ${text}` },
    ],
  });
  const gone = page("page_removed", "/integrations/zephyr", "Zephyr Mail · Brightfold");
  const told = (text: string) => [...findToldByPages([gone, list(cards(text))], all)];
  expect(told("Zephyr Mail Adds people to a list.")).toEqual([["list", "/integrations/zephyr"]]);
  expect(told("Mail adds people to a list.")).toEqual([]);
});

test("a list that says anything else stays", () => {
  const told = [
    page("page_added", "/blog/dust", "Dust and the law"),
    list({ after: "Dust and the law" }, { before: "every week", after: "every month" }),
  ];
  expect([...findToldByPages(told, all)]).toEqual([]);
});

test("a page that says the same at another address has moved", () => {
  const told = [
    page("page_added", "/new/dust", "Dust", "same"),
    page("page_removed", "/old/dust", "Dust", "same"),
    page("page_added", "/new/salt", "Salt"),
    page("page_removed", "/old/salt", "Salt"),
    page("page_added", "/other", "Other"),
  ];
  expect(findMoved(told).map(({ to, from }) => [to.id, from.id])).toEqual([
    ["/new/dust", "/old/dust"],
    ["/new/salt", "/old/salt"],
  ]);
});

test("a page that says what many say has not moved: each is but a shell around what it frames", () => {
  const told = [
    page("page_added", "/careers?id=8", "Careers", "shell"),
    page("page_removed", "/careers?id=3", "Careers", "shell"),
  ];
  const shared = told.map((one) => ({ ...one, isSharedTitle: true, isAlias: one.kinds.includes("page_added") }));
  expect(findMoved(shared)).toEqual([]);
  expect(findMoved(told)).toHaveLength(1);
});

test("many new pages of one folder are one change that names some of them", () => {
  const pages = Array.from({ length: 8 }, (_, index) => page("page_added", `/docs/v4/part-${index}`, `Part ${index}`));
  expect(findFolders([...pages, page("page_added", "/news/one", "One")])).toEqual([
    {
      id: "/docs/v4/part-0",
      others: pages.slice(1).map(({ id }) => id),
      summary: '8 new pages below /docs/v4/, among them "Part 0", "Part 1" and "Part 2"',
    },
  ]);
});
