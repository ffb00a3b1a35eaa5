import { expect, test } from "vitest";
import { firstPageOf, isFirstPage } from "./first-page";

test("the number of a first page, in whatever words, is left out of a list's address; other numbers are not", () => {
  const list = (path: string) => firstPageOf(`https://a.example${path}`)?.url.slice("https://a.example".length);
  expect(list("/news?page=1")).toBe("/news");
  expect(list("/news?topic=3&5f2e1c09_page=1")).toBe("/news?topic=3");
  expect(list("/list?startrow=0")).toBe("/list");
  expect(list("/news/page/1/")).toBe("/news/");
  expect(list("/news/page/1")).toBe("/news");
  expect(list("/page/1")).toBe("/");
  for (const other of ["/news?page=2", "/news?id=1", "/list?start=1", "/news?homepage=1", "/news/1", "/news/page/11"])
    expect(list(other), other).toBeUndefined();
});

/** A list of which the pages have eight other entries each, in the same frame. */
const shown = (url: string, first: number, pager: string) => ({
  url: `https://a.example${url}`,
  html: `<!doctype html><html lang="en"><head><title>News of the yard</title></head><body><main><h1>News of the yard</h1>
    ${Array.from({ length: 8 }, (_, n) => `<article><h2><a href="/n/${first + n}">Number ${first + n}</a></h2><p>What the yard tells of slip ${first + n} and of its boats.</p></article>`).join("")}
    ${pager}</main></body></html>`,
});
const isFirst = (page: ReturnType<typeof shown>, list: ReturnType<typeof shown>) => {
  const first = firstPageOf(page.url);
  return first !== null && isFirstPage(page, first.second, list);
};
const link = (href: string, text: string) => `<a href="${href}">${text}</a>`;

test("page 1 is the list where the list leads on to page 2, and its second page where pages are counted from 0", () => {
  const numbered = link("/news?page=1", "1") + link("/news?page=2", "2");
  expect(isFirst(shown("/news?page=1", 1, numbered), shown("/news", 1, numbered))).toBe(true);
  const onward = link("/news?page=2", "Older news");
  expect(isFirst(shown("/news?page=1", 1, onward), shown("/news", 1, onward))).toBe(true);
  const fromZero = link("/news?page=1", "2") + link("/news?page=2", "3");
  expect(isFirst(shown("/news?page=1", 9, fromZero), shown("/news", 1, fromZero))).toBe(false);
  const next = link("/news?page=1", "Next page");
  expect(isFirst(shown("/news?page=1", 9, next), shown("/news", 1, next))).toBe(false);
  expect(isFirst(shown("/news?page=0", 1, fromZero), shown("/news", 1, fromZero))).toBe(true);
});

test("a page that says something else than the list is no page of it", () => {
  const pager = link("/?p=1", "1") + link("/?p=2", "2");
  const other = { ...shown("/?p=1", 1, pager), html: "<title>Tide tables</title><p>High water is at noon today.</p>" };
  expect(isFirst(other, shown("/", 1, pager))).toBe(false);
});
