import { describe, expect, it } from "vitest";
import { findListing } from "./find-listing";
import { findNextPage } from "./find-next-page";
import { around, layouts } from "./testing/layouts";
import { frameworkLayouts } from "./testing/more-layouts";
import { things } from "./testing/things";

const url = "https://buyers.example/notices";

describe.each([...layouts, ...frameworkLayouts])("$name", ({ html, things, fields, hasUrls }) => {
  const found = findListing(html, url);

  it("is read as its records, each once and in order", () => {
    expect(found?.records.map(({ title }) => title)).toEqual(things.map(({ title }) => title));
  });

  it("knows where each record leads", () => {
    const expected = things.map(({ id }) => (hasUrls ? `https://buyers.example/notice/${id}` : null));
    expect(found?.records.map((record) => record.url)).toEqual(expected);
  });

  it.each(Object.entries(fields))("has the field %s", (name, read) => {
    expect(found?.records.map((record) => record.fields[name])).toEqual(things.map(read));
  });
});

describe("what is no listing", () => {
  const link = (text: string) => `<a href="/${text.toLowerCase().replace(/\W+/g, "-")}">${text}</a>`;
  const words = ["Works", "Services", "Supplies", "Care", "Technology", "Roads", "Energy", "Water"];
  it.each([
    ["a page with menus only", around("<h1>Welcome</h1><p>We buy for the county.</p>")],
    [
      "an article with sections",
      around(
        `<article><h1>How we buy</h1>${words.map((word) => `<h2>${word}</h2><p>We buy ${word.toLowerCase()} after a call. Nothing is decided behind closed doors, and whoever asks is answered.</p>`).join("")}</article>`,
      ),
    ],
    [
      "an article with links in its sentences",
      `<article>${words.map((word) => `<p>Since last year ${link(word)} have been bought in another way, and everybody says that it works better than before.</p>`).join("")}</article>`,
    ],
    [
      "facts about one thing",
      around(
        `<h1>Roof repair</h1><dl>${words.map((word) => `<dt>${word}</dt><dd>Said of ${word}</dd>`).join("")}</dl><table>${words.map((word) => `<tr><th>${word}</th><td>stated</td></tr>`).join("")}</table>`,
      ),
    ],
    ["a tag cloud without a name", `<div>${words.map((word) => `<a href="/t/${word}">${word}</a> `).join("")}</div>`],
    [
      "a calendar",
      `<table>${[0, 7, 14, 21].map((from) => `<tr>${[1, 2, 3, 4, 5, 6, 7].map((day) => `<td><a href="/d/${from + day}">${from + day}</a></td>`).join("")}</tr>`).join("")}</table>`,
    ],
    [
      "a list of requirements",
      `<ul>${words.map((word) => `<li>The supplier must describe ${word.toLowerCase()} in its offer.</li>`).join("")}</ul>`,
    ],
    [
      "pages",
      '<div class="x"><a href="?page=1">Page 1</a><a href="?page=2">Page 2</a><a href="?page=3">Page 3</a></div>',
    ],
    [
      "the sections of a front page",
      `<div id="page"><div>${link("About this county and its people")}<p>${"We are here for you. ".repeat(8)}</p></div><div><h2>News of the day</h2><ul><li>3 May 2031</li></ul>${link("Read all of it")}</div><div><form><input name="q"></form><h4>Find</h4><span>Search in everything</span></div><div><table><tr><td>${link("Opening hours")}</td><td>9 to 4</td></tr></table></div></div>`,
    ],
    ["nothing", ""],
  ])("is %s", (_, html) => {
    expect(findListing(html, url)).toBeNull();
  });

  it("stands in a footer, a menu or a consent box, however rich it is", () => {
    const rich = layouts[7]?.html.match(/<div class="cards">[\s\S]*?<\/main>/)?.[0] ?? "";
    expect(findListing(`<p>Hello</p>${rich}`, url)).not.toBeNull();
    for (const place of [
      "<footer>",
      "<nav>",
      '<div class="site-footer">',
      '<div role="dialog">',
      '<div id="cookie-consent">',
    ])
      expect(findListing(`<p>${"Some text of the page itself. ".repeat(60)}</p>${place}${rich}`, url)).toBeNull();
  });
});

describe("copies, data and single rows", () => {
  it("fills the blanks of a record from its copy", () => {
    const card = (at: number, extra: string) =>
      `<div class="c"><h3><a href="/n/${at}">Notice number ${"abcdef"[at]}</a></h3>${extra}</div>`;
    const html = [0, 1, 2, 3].map((at) => card(at, "<p>Buyer: One</p>") + card(at, "<p>Deadline: Monday</p>")).join("");
    const records = findListing(html, url)?.records;
    expect(records).toHaveLength(4);
    expect(records?.[0]?.fields).toEqual({ Buyer: "One", Deadline: "Monday" });
  });

  it("reads a list that is only stated as JSON-LD", () => {
    const list = {
      "@type": "ItemList",
      itemListElement: things.map(({ id, title, due }) => ({
        "@type": "ListItem",
        item: { "@type": "Demand", name: title, url: `/notice/${id}`, validThrough: due },
      })),
    };
    const found = findListing(
      `<script type="application/ld+json">${JSON.stringify(list)}</script><div id="app"></div>`,
      url,
    );
    expect(found?.rung).toBe("json_ld");
    expect(found?.records.map(({ title }) => title)).toEqual(things.map(({ title }) => title));
    expect(found?.records[0]).toMatchObject({
      url: "https://buyers.example/notice/T-301",
      fields: { validThrough: things[0]?.due },
    });
  });

  it("adds what the page states as JSON-LD to the records that it shows", () => {
    const graph = {
      "@graph": things.map(({ id, title, buyer }) => ({
        "@type": "JobPosting",
        title,
        url: `/notice/${id}`,
        hiringOrganization: { name: buyer },
      })),
    };
    const html = `<script type="application/ld+json">${JSON.stringify(graph)}</script>${layouts[15]?.html}`;
    const found = findListing(html, url);
    expect(found?.rung).toBe("structure");
    expect(found?.records[0]?.fields.hiringOrganization).toBe(things[0]?.buyer);
  });

  it("reads a table with a single row below its header", () => {
    const html = around(
      '<table><tr><th>No.</th><th>Title</th><th>Deadline</th></tr><tr><td>7</td><td><a href="/n/7">Roof of the town hall</a></td><td>3 May 2031</td></tr></table>',
    );
    expect(findListing(html, url)?.records).toMatchObject([
      {
        title: "Roof of the town hall",
        url: "https://buyers.example/n/7",
        fields: { "No.": "7", Deadline: "3 May 2031" },
      },
    ]);
  });

  it("reads sittings that go by one name and differ by their dates", () => {
    const sitting = (at: number) =>
      `<div class="row"><div><span>Finance Committee</span><br>${at + 1} May 2031</div><div><a href="/agenda/${at}"><img src="/a.png" alt="Agenda"></a></div></div>`;
    const records = findListing(`<main>${[0, 1, 2, 3, 4, 5].map(sitting).join("")}</main>`, url)?.records;
    expect(records?.map((record) => [record.title, record.fields.date, record.url])).toEqual(
      [0, 1, 2, 3, 4, 5].map((at) => [
        "Finance Committee",
        `${at + 1} May 2031`,
        `https://buyers.example/agenda/${at}`,
      ]),
    );
  });

  it("takes for the title what a label calls so, unless a heading or a link is one", () => {
    const entry = (buyer: string, name: string, heading = "") =>
      `<div class="entry">${heading}<div class="row"><label>Buyer: </label>${buyer}</div><div class="row"><label>Title: </label>${name}</div><div class="row"><label>Closes: </label>4 May 2031</div><a href="/n/${name.length}">View</a></div>`;
    const names = ["Street lamps", "Winter salt for roads", "Books"];
    const read = (heading: (name: string) => string) =>
      findListing(
        `<main>${names.map((name) => entry("Town of Exampleton", name, heading(name))).join("")}</main>`,
        "https://buyers.example/",
      )?.records;
    expect(read(() => "")?.map(({ title, fields }) => [title, fields.Buyer])).toEqual(
      names.map((name) => [name, "Town of Exampleton"]),
    );
    expect(read((name) => `<h3>Lot ${name.length}: ${name}</h3>`)?.map(({ title }) => title)).toEqual(
      names.map((name) => `Lot ${name.length}: ${name}`),
    );
  });

  it("keeps to http addresses without fragments", () => {
    const html = `<ul>${["javascript:go(1)", "mailto:a@b.example", "#three", "/four#part", "data:text/html,x"].map((href, at) => `<li><a href="${href}">A notice with a long title ${"abcde"[at]}</a> <time>3 May 2031</time><p>Ashby</p></li>`).join("")}</ul>`;
    expect(findListing(html, url)?.records.map((record) => record.url)).toEqual([
      null,
      null,
      null,
      "https://buyers.example/four",
      null,
    ]);
  });
});

describe("hostile pages", () => {
  const row = (at: number) =>
    `<tr><td><a href="/n/${at}">Notice about matter ${at.toString(36)}</a></td><td>3 May 2031</td></tr>`;
  it.each([
    ["nested a hundred thousand deep", `${"<div>".repeat(100_000)}x`],
    ["lists in lists", `${"<ul><li><a href=/x>Some notice text</a>".repeat(20_000)}`],
    ["tables in tables", "<table><tr><td>".repeat(20_000)],
    [
      "a row of a hundred thousand cells",
      `<table><tr>${"<td>x</td>".repeat(100_000)}</tr><tr>${"<td>y</td>".repeat(100_000)}</tr></table>`,
    ],
    ["three hundred thousand empty children", `<div>${"<i></i>".repeat(300_000)}</div>`.repeat(2)],
    ["a class name of a megabyte", `<p class="${"a ".repeat(500_000)}">x</p>`.repeat(3)],
    ["a text of two megabytes", `<li><a href=/>${"word ".repeat(400_000)}</a></li>`.repeat(2)],
    ["JSON-LD nested deeply", `<script type="application/ld+json">${"[".repeat(50_000)}${"]".repeat(50_000)}</script>`],
  ])("are read to the end: %s", (_, html) => {
    expect(() => findListing(html, url)).not.toThrow();
    expect(() => findNextPage(html, url)).not.toThrow();
  });

  it("still finds a listing beside markup that is nested too deeply", () => {
    const html = `<table>${Array.from({ length: 30 }, (_, at) => row(at)).join("")}</table>${"<b>".repeat(50_000)}`;
    expect(findListing(html, url)?.records).toHaveLength(30);
  });

  it("reads thousands of rows", () => {
    const html = `<table><tr><th>Title</th><th>Date</th></tr>${Array.from({ length: 20_000 }, (_, at) => row(at)).join("")}</table>`;
    expect(findListing(html, url)?.records).toHaveLength(2_000);
  });
});
