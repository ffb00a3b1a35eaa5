import { expect, test } from "vitest";
import { findTabs } from "./find-tabs";

const url = "https://portal.example/list";
const found = (html: string, at = url) => findTabs(html, at).map((one) => one.replace("https://portal.example", ""));

test("tabs of one list lead to its other parts", () => {
  expect(
    found(
      '<ul class="nav nav-tabs"><li><a class="nav-link active" href="/list?kind=now">Current <b>12</b></a></li><li><a class="nav-link" href="/list?kind=prior&amp;page=1">Planned</a></li><li><a class="nav-link" href="/list?kind=old">Archive</a></li></ul>',
    ),
  ).toEqual(["/list?kind=prior&page=1", "/list?kind=old"]);
  expect(
    found(
      '<div role="tablist"><a role="tab" aria-selected="true" href="?set=open">Open</a><a role="tab" aria-selected="false" href="?set=awarded">Awarded</a></div>',
    ),
  ).toEqual(["/list?set=awarded"]);
});

test("the first part may have the address of the whole list", () => {
  expect(
    found(
      '<ul class="tabs"><li class="is-active"><a href="/list">Current</a></li><li><a href="/list?state=over">Over</a></li></ul>',
    ),
  ).toEqual(["/list?state=over"]);
});

test("a session in the addresses makes no other list of it", () => {
  expect(
    found(
      '<ul class="tabs"><li class="active"><a href="/list;jsessionid=A1?k=a">A</a></li><li><a href="/list;jsessionid=A1?k=b">B</a></li></ul>',
    ),
  ).toEqual(["/list?k=b"]);
});

test("orders, looks, languages, pages and other places are no parts of a list, nor are filters", () => {
  const row = (links: string) => `<div class="tabs"><a class="active" href="/list">All</a>${links}</div>`;
  expect(found(row('<a href="/list?sort=closing">By date</a><a href="/list?view=map">Map</a>'))).toEqual([]);
  expect(found(row('<a href="/list?page=2">2</a><a href="/list?lang=fr">Français</a>'))).toEqual([]);
  expect(found(row('<a href="/suppliers">Suppliers</a><a href="https://other.example/list?k=1">Other</a>'))).toEqual(
    [],
  );
  expect(
    found(
      '<ul class="filters"><li class="active"><a href="/list">All</a></li><li><a href="/list?unit=7">Roads</a></li></ul>',
    ),
  ).toEqual([]);
});
