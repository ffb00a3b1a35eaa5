import { expect, test } from "vitest";
import { findPostedTabs, findTabs } from "./find-tabs";

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

test("few links side by side that are called like parts of a list are its parts, whatever they are made of", () => {
  expect(
    found(
      '<p class="filter"><a href="/list">Laufende Verfahren</a> | <a href="/list?set=old">Abgeschlossene Verfahren</a></p>',
    ),
  ).toEqual(["/list?set=old"]);
  expect(found('<ul><li><span>Current</span></li><li><a href="/list?old=1">Past tenders (12)</a></li></ul>')).toEqual(
    [],
  );
  expect(
    found(
      '<p><a href="/list">Open an account</a> <a href="/list?help=1">How we keep your archive of papers and drawings</a></p>',
    ),
  ).toEqual([]);
});

test("tabs that post a form are parts of the list when they are called like such", () => {
  const tab = (name: string, text: string) =>
    `<li><a href="javascript:__doPostBack('tabs','${name}')">${text}</a></li>`;
  const page = (tabs: string) =>
    `<form method="post" action="/list"><input type="hidden" name="__VIEWSTATE" value="x1"><ul>${tabs}</ul></form>`;
  const current = "<li><span>Consultations en cours</span></li>";
  expect(findPostedTabs(page(current + tab("over", "Consultations clôturées")), url)).toEqual([
    {
      action: url,
      fields: { __EVENTARGUMENT: "over", __EVENTTARGET: "tabs", __VIEWSTATE: "x1" },
    },
  ]);
  expect(findPostedTabs(page(current + tab("out", "Se déconnecter")), url)).toEqual([]);
});
