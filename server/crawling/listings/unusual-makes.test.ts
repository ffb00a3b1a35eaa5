import { describe, expect, test } from "vitest";
import { findListing } from "./find-listing";
import { findNextPage } from "./find-next-page";

const url = "https://buyers.example/portal/list.do";
const works = ["Dredging of the harbour", "Lamps for the old town", "Repair of the weir", "Paint for road markings"];
const day = (at: number) => `${at + 11} May 2031`;

test("links that a function of the page follows lead where it goes", () => {
  const rows = works.map(
    (work, at) => `<tr><td>${day(at)}</td><td><a href="javascript:detail('${at + 5}')">${work}</a></td></tr>`,
  );
  const html = `<script>function detail(id) { self.location = "detail.do?id=" + id }</script><table><tr><th>Closing</th><th>Title</th></tr>${rows.join("")}</table>`;
  expect(findListing(html, url)?.records.map((one) => one.url)).toEqual(
    works.map((_, at) => `https://buyers.example/portal/detail.do?id=${at + 5}`),
  );
});

test("a row that a function opens, and a link that keeps its address elsewhere, lead there", () => {
  const rows = works.map(
    (work, at) => `<tr onclick="toLot(${at + 2})"><td>${work}</td><td>${day(at)}</td><td>Harbour office</td></tr>`,
  );
  const table = `<script>var toLot = function (n) { document.location.href = "/lots/" + n; };</script><table><tr><th>Title</th><th>Closing</th><th>Office</th></tr>${rows.join("")}</table>`;
  expect(findListing(table, url)?.records.map((one) => one.url)).toEqual(
    works.map((_, at) => `https://buyers.example/lots/${at + 2}`),
  );
  const cards = works.map(
    (work, at) => `<li><a href="#" data-url="/lots/${at}">${work}</a> <span>${day(at)}</span></li>`,
  );
  expect(findListing(`<ul>${cards.join("")}</ul>`, url)?.records.map((one) => one.url)).toEqual(
    works.map((_, at) => `https://buyers.example/lots/${at}`),
  );
});

describe("pages behind a form", () => {
  const rows = works.map(
    (work, at) =>
      `<tr><td><a href="#" onclick="util.submitForm('f','f:row:${at}');return false">${work}</a></td><td>${day(at)}</td></tr>`,
  );
  const page = (body: string) =>
    `<form id="f" method="post" action="list.do"><input type="hidden" name="state" value="s1"><table><tr><th>Title</th><th>Closing</th></tr>${body}</table><a href="#" onclick="util.submitForm('f','f:next')">Next</a></form>`;

  test("an entry without an address says what opens it", () => {
    const records = findListing(page(rows.join("")), url)?.records ?? [];
    expect(records.map((one) => one.url)).toEqual([null, null, null, null]);
    expect(records[2]?.opens).toEqual({ action: url, fields: { state: "s1", "f:row:2": "f:row:2" } });
  });

  test("the next page is what the script would send", () => {
    expect(findNextPage(page(rows.join("")), url)).toEqual({
      kind: "form",
      action: url,
      method: "post",
      fields: { state: "s1", "f:next": "f:next" },
    });
  });

  test("what does something to an entry is never pressed", () => {
    for (const words of ["Delete", "Follow this tender", "Submit a bid", "Anmelden", "Guardar"]) {
      const harmful = works.map(
        (work, at) =>
          `<tr><td>${work}</td><td>${day(at)}</td><td><a href="#" onclick="util.submitForm('f','f:${at}')">${words}</a></td></tr>`,
      );
      expect(findListing(page(harmful.join("")), url)?.records.every((one) => one.opens === undefined)).toBe(true);
    }
  });
});

describe("notices that have no page of their own", () => {
  const entries = (item: (work: string, at: number) => string) =>
    findListing(`<main><h1>Quotations</h1>${works.map(item).join("")}</main>`, url)?.records ?? [];
  const body = (at: number) =>
    `<p>Quotation ${at + 30}/31. Our harbour department asks for offers for this work.</p><p>Closes: ${day(at)}, 4 pm</p><p><a href="/f/q${at}.pdf">Download the papers</a></p>`;

  test("what folds out under a heading is read with it, and the heading is its title", () => {
    const records = entries(
      (work, at) =>
        `<div class="fold"><h3><button aria-expanded="false" aria-controls="p${at}">${work}</button></h3><div id="p${at}" hidden>${body(at)}</div></div>`,
    );
    expect(records.map(({ title }) => title)).toEqual(works);
    expect(records[1]).toMatchObject({
      url: "https://buyers.example/f/q1.pdf",
      fields: { Closes: "12 May 2031, 4 pm" },
    });
  });

  test("a summary is the title of its details", () => {
    const records = entries((work, at) => `<details><summary>${work}</summary>${body(at)}</details>`);
    expect(records.map(({ title }) => title)).toEqual(works);
  });

  test("menus and dialogs stay folded", () => {
    const menu = works.map(
      (work, at) =>
        `<button aria-expanded="false" aria-controls="m${at}">Menu ${at}</button><div id="m${at}" role="menu" hidden><p>${work}, which is said at length in here</p></div>`,
    );
    const html = `<main>${menu.join("")}<p>Nothing is listed today.</p></main>`;
    expect(findListing(html, url)).toBeNull();
  });
});

test("what a picture says of each entry is a value of it", () => {
  const html = `<ul>${works.map((work, at) => `<li><img src="/i/${at}.svg" alt="${at === 1 ? "Withdrawn" : "Running"}"> <a href="/n/${at}">${work}</a> <span>${day(at)}</span></li>`).join("")}</ul>`;
  expect(findListing(html, url)?.records.map(({ fields }) => fields.icon)).toEqual([
    "Running",
    "Withdrawn",
    "Running",
    "Running",
  ]);
});

test("a head row may be bold inside of fonts", () => {
  const head = ["Published", "Matter", "Office"].map((name) => `<td><font color="white"><b>${name}</b></font></td>`);
  const rows = works.map(
    (work, at) => `<tr><td>${day(at)}</td><td><a href="n.asp?i=${at}">${work}</a></td><td>Harbour office</td></tr>`,
  );
  const records = findListing(`<table><tr>${head.join("")}</tr>${rows.join("")}</table>`, url)?.records ?? [];
  expect(records.map(({ title }) => title)).toEqual(works);
  expect(records[0]?.fields).toMatchObject({ Published: "11 May 2031", Office: "Harbour office" });
});

test("an application's routes behind the # are pages, and places on a page are not", () => {
  const html = `<div role="main"><ul>${works.map((work, at) => `<li><a href="#/calls/${at}">${work}</a> <span>${day(at)}</span></li>`).join("")}</ul><a href="#/calls?page=2" aria-label="Next">›</a></div>`;
  const app = "https://app.example/x/#/calls";
  expect(findListing(html, app)?.records.map((one) => one.url)).toEqual(
    works.map((_, at) => `https://app.example/x/#/calls/${at}`),
  );
  expect(findNextPage(html, app)).toEqual({ kind: "link", url: "https://app.example/x/#/calls?page=2" });
  const places = html.replaceAll("#/calls/", "#call-");
  expect(findListing(places, app)?.records.every((one) => one.url === null) ?? true).toBe(true);
});

test("records in sections keep the heading under which they stand, and one heading over all is no value", () => {
  const item = (work: string, at: number) => `<li><a href="/n/${at}">${work}</a> <span>${day(at)}</span></li>`;
  const half = (from: number) =>
    `<ul>${works
      .slice(from, from + 2)
      .map((work, at) => item(work, from + at))
      .join("")}</ul>`;
  const parts = `<div><h2>Running</h2>${half(0)}</div><div><h2>Past</h2>${half(2)}</div>`;
  expect(findListing(parts, url)?.records.map(({ fields }) => fields.section)).toEqual([
    "Running",
    "Running",
    "Past",
    "Past",
  ]);
  const whole = `<div><h2>Running</h2><ul>${works.map(item).join("")}</ul></div>`;
  expect(findListing(whole, url)?.records.every(({ fields }) => fields.section === undefined)).toBe(true);
});
