import { describe, expect, test } from "vitest";
import { compareCaptures } from "./compare-captures";
import { added, aPage, policy, prices, withIn } from "./testing/a-page";

const end = "on.</p>";

describe("wording is found", () => {
  test.each([
    ["one word", withIn("every address", "each address")],
    ["the case of a word", withIn("Labels on", "labels on")],
    ["one word in a cell", withIn("<td>South</td>", "<td>East</td>")],
    [
      "the title in a banner",
      [added(`<div class="banner"><h2>New depot</h2></div>`), added(`<div class="banner"><h2>Old depot</h2></div>`)],
    ],
    [
      "a round moment",
      [
        added("<dl><dt>Deadline</dt><dd>1 March 2026, 12:00</dd></dl>"),
        added("<dl><dt>Deadline</dt><dd>8 March 2026, 12:00</dd></dl>"),
      ],
    ],
    [
      "a place in a ranking",
      [added("<p>3. place in the harbour race</p>"), added("<p>4. place in the harbour race</p>")],
    ],
    ["a short title beside a relative time", added("<p>Driver wanted 2 hours ago</p>")],
    ["hours of serving", [added("<p>Tea is served 15:00 to 17:00</p>"), added("<p>Tea is served 15:00 to 18:00</p>")]],
    [
      "a number of countries",
      [added("<p>Our van visits 30 countries</p>"), added("<p>Our van visits 31 countries</p>")],
    ],
    [
      "a market share",
      [
        added(`<div class="market-share"><p>We hold much</p></div>`),
        added(`<div class="market-share"><p>We hold most</p></div>`),
      ],
    ],
    ["an announcement that is published", added(`<ul class="announcements"><li>Bridge closed on Friday</li></ul>`)],
    ["a new item", withIn("<li>Unopened", "<li>Photos of the damage</li><li>Unopened")],
    [
      "a deadline with seconds",
      [added("<p>Deadline: 2026-04-01 12:00:00</p>"), added("<p>Deadline: 2026-04-08 12:00:00</p>")],
    ],
    [
      "a date at the head of a line",
      [added("<p>12. März 2026: Versammlung</p>"), added("<p>13. März 2026: Versammlung</p>")],
    ],
    [
      "an inserted table of contents",
      withIn(
        `<h2 id="returns">`,
        `<ul><li><a href="#returns">Returns</a></li><li><a href="#storage">Storage</a></li><li><a href="#contact">Contact</a></li><li><a href="#top">Delivery terms</a></li></ul><h2 id="returns">`,
      ),
    ],
    [
      "a vacancy among links",
      [
        added(
          `<h2>Vacancies</h2><ul><li><a href="/1">Driver</a></li><li><a href="/2">Clerk</a></li><li><a href="/3">Cook</a></li></ul>`,
        ),
        added(
          `<h2>Vacancies</h2><ul><li><a href="/1">Driver</a></li><li><a href="/2">Clerk</a></li><li><a href="/3">Cook</a></li><li><a href="/4">Welder</a></li></ul>`,
        ),
      ],
    ],
    ["one character of another script", [added("<p>納期は三日です</p>"), added("<p>納期は四日です</p>")]],
  ] as const)("%s", (_, pages) => {
    const [before, after] = Array.isArray(pages) ? pages : [aPage(), pages as ReturnType<typeof aPage>];
    expect(compareCaptures(before, after).verdict).toBe("wording");
  });

  test("a sentence that went into another paragraph is not told beside what changed", () => {
    const merged = policy
      .replace("<p>Last updated: 3 March 2026</p>", "")
      .replace("We keep parcels", "Last updated: 3 March 2026 We keep all parcels");
    const { items } = compareCaptures(aPage(), aPage(merged));
    expect(items.filter((item) => item.before?.startsWith("Last updated"))).toEqual([]);
    expect(items.filter((item) => item.kind === "text")).toHaveLength(1);
  });

  test("a paragraph that moved and one that was cut in two do not hide a changed word", () => {
    const moved = policy
      .replace("<p>Last updated: 3 March 2026</p>", "")
      .replace(end, `${end}<p>Last updated: 3 March 2026</p>`)
      .replace("of delivery. We pay", "of delivery.</p><p>We pay")
      .replace("two weeks", "two months");
    const { verdict, items } = compareCaptures(aPage(), aPage(moved));
    expect(verdict).toBe("wording");
    expect(items.filter((item) => item.kind === "text")).toHaveLength(1);
  });
});

describe("form is told apart from wording", () => {
  test.each([
    ["a link's target", withIn("https://example.org/guide/", "https://example.org/manual/"), "link"],
    ["a link's scheme", withIn("https://example.org/guide/", "http://example.org/guide/"), "link"],
    ["a trailing slash", withIn("https://example.org/guide/", "https://example.org/guide"), "link"],
    ["a new link on old words", withIn("the office", `<a href="/office">the office</a>`), "link"],
    ["a place on the page itself", withIn(`href="/zones"`, `href="#storage"`), "link"],
    ["punctuation", withIn("first; the desk", "first. the desk"), "text"],
    ["a heading's level", withIn("<h2>Contact</h2>", "<h3>Contact</h3>"), "structure"],
    [
      "a list made of a paragraph",
      withIn(
        "<ul><li>Unopened boxes</li><li>Labels on the outside</li><li>A copy of the invoice</li></ul>",
        "<p>Unopened boxes Labels on the outside A copy of the invoice</p>",
      ),
      "structure",
    ],
  ])("%s", (_, after, kind) => {
    const comparison = compareCaptures(aPage(), after);
    expect(comparison).toMatchObject({ verdict: "form", severity: "low" });
    expect(comparison.items.map((item) => item.kind)).toContain(kind);
  });

  test("a replaced picture is form, and its cache parameter is nothing", () => {
    const page = (src: string) => added(`<p>Our harbour</p><img src="${src}" alt="Harbour">`);
    expect(compareCaptures(page("/old.jpg"), page("/harbour.jpg"))).toMatchObject({
      verdict: "form",
      items: [{ kind: "image" }],
    });
  });

  test("numbers typed before items that a list numbered itself are nothing", () => {
    const typed = policy.replace("<li>Unopened", "<li>1. Unopened").replace("<li>Labels", "<li>2. Labels");
    expect(compareCaptures(aPage(), aPage(typed)).verdict).toBe("none");
  });
});

describe("items, severity and summary", () => {
  const [first] = [(from: string, to: string) => compareCaptures(aPage(prices), withIn(from, to, prices))];

  test("a price is told with its plan and the per cent", () => {
    const comparison = first("$49", "$59");
    expect(comparison).toMatchObject({
      severity: "high",
      summary: "Price of Team plan changed from $49 to $59 (+20%)",
      items: [{ kind: "price", before: "$49", after: "$59", heading: "Team plan" }],
    });
  });

  test("exchanged prices are two changes, though the page holds the same texts", () => {
    const swapped = prices.replace("$19", "$00").replace("$49", "$19").replace("$00", "$49");
    const { items } = compareCaptures(aPage(prices), aPage(swapped));
    expect(items.map((item) => [item.heading, item.before, item.after])).toEqual([
      ["Starter plan", "$19", "$49"],
      ["Team plan", "$49", "$19"],
    ]);
  });

  test("plans in another order are no change", () => {
    const cards = prices.split(`<div class="plan`);
    const turned = [cards[0], cards[3], cards[2], cards[1]].join(`<div class="plan`);
    expect(compareCaptures(aPage(prices), aPage(turned)).verdict).toBe("none");
  });

  test("cards whose titles stand below their prices may change places, too", () => {
    const card = (price: string, title: string) => `<div><p>${price}</p><h3>${title}</h3></div>`;
    const [a, b, c] = [card("$19", "Starter"), card("$49", "Team"), card("$99", "Firm")];
    expect(compareCaptures(aPage(`<h1>Prices</h1>${a}${b}${c}`), aPage(`<h1>Prices</h1>${c}${b}${a}`)).verdict).toBe(
      "none",
    );
  });

  test("what had to be asked for and has a price now is a price", () => {
    expect(first("Contact us", "$199")).toMatchObject({
      items: [{ kind: "price", before: "Contact us", after: "$199" }],
    });
  });

  test("a price in a table is told with its column and row", () => {
    const table = (price: string) =>
      aPage(
        `<h1>Prices</h1><table><tr><td></td><th>Starter</th><th>Team</th></tr><tr><td>Monthly</td><td>19 €</td><td>${price}</td></tr></table>`,
      );
    expect(compareCaptures(table("49,00 €"), table("44,10 €")).summary).toBe(
      "Price of Team (Monthly) changed from 49,00 € to 44,10 € (-10%)",
    );
  });

  test("a figure is a number and weighs high", () => {
    const comparison = compareCaptures(aPage(), withIn("30 days", "14 days"));
    expect(comparison).toMatchObject({ severity: "high", items: [{ kind: "number", heading: "Returns" }] });
    expect(comparison.summary).toContain("30 days");
    expect(comparison.summary).toContain("14 days");
  });

  test("items that came and went are told as such", () => {
    expect(first("<li>Phone support</li>", "<li>Phone support</li><li>Single sign-on</li>")).toMatchObject({
      severity: "medium",
      summary: `Added under "Team plan": "Single sign-on"`,
      items: [{ kind: "list_item_added", before: null, after: "Single sign-on" }],
    });
    expect(first("<li>Mail support</li>", "")).toMatchObject({ items: [{ kind: "list_item_removed", after: null }] });
  });

  test("a line that only says when the page was revised weighs low, and last beside others", () => {
    const dated = withIn("3 March 2026", "9 April 2026");
    expect(compareCaptures(aPage(), dated)).toMatchObject({ verdict: "wording", severity: "low" });
    const both = aPage(policy.replace("3 March 2026", "9 April 2026").replace("every address", "most addresses"));
    const comparison = compareCaptures(aPage(), both);
    expect(comparison.severity).toBe("medium");
    expect(comparison.summary).toContain("most addresses");
  });

  test("a word that turns the meaning weighs high", () => {
    expect(compareCaptures(aPage(), withIn("You may return", "You must return")).severity).toBe("high");
  });

  test("words taken together give both texts", () => {
    const { items } = compareCaptures(aPage(), withIn("every address", "each street"));
    const side = (op: string) =>
      items[0]?.words?.flatMap((c) => (c.op === "same" || c.op === op ? [c.text] : [])).join("");
    expect([side("removed"), side("added")]).toEqual([items[0]?.before, items[0]?.after]);
  });

  test("a summary stays within 200 characters", () => {
    const long = "word ".repeat(400);
    expect(compareCaptures(aPage(), added(`<h2>${long}</h2><p>${long} more</p>`)).summary.length).toBeLessThanOrEqual(
      200,
    );
  });
});

test("the same facts in lines, rows, cards and columns are no change of wording, whatever order they stand in", () => {
  const page = (facts: string) => ({
    url: "https://a.test/x",
    html: `<main><h1>Yard bridge</h1>${facts}<p>Ask us for an offer.</p></main>`,
  });
  const lines = page("<div>Place :</div><div>(97) Ourve</div><div>Capacity :</div><div>60 t</div>");
  const rows = page(
    "<table><tr><th>Place :</th><td>(97) Ourve</td></tr><tr><th>Capacity :</th><td>60 t</td></tr></table>",
  );
  const card = page("<h3>Kehl</h3><p>Am Bahnhof 3</p><p>Phone: 12 55</p><h3>Metz</h3><p>Quai 5</p><p>Phone: 77 20</p>");
  const table = page(
    "<table><tr><th></th><th></th><th>Phone</th></tr><tr><td>Kehl</td><td>Am Bahnhof 3</td><td>12 55</td></tr><tr><td>Metz</td><td>Quai 5</td><td>77 20</td></tr></table>",
  );
  const spans = page(
    "<h3>Analyst</h3><div><span>Data</span><span>Lisbon</span></div><h3>Writer</h3><div><span>Docs</span><span>Graz</span></div>",
  );
  const items = page(
    "<ul><li><small>Data</small><a href='#a'>Analyst</a><em>Lisbon</em></li><li><small>Docs</small><a href='#b'>Writer</a><em>Graz</em></li></ul>",
  );
  for (const [one, other] of [
    [lines, rows],
    [rows, lines],
    [card, table],
    [table, card],
    [spans, items],
  ] as const)
    expect(compareCaptures(one, other).verdict).not.toBe("wording");
});

test("a switch of languages is no part of what a page says", () => {
  const page = (switcher: string) => ({
    url: "https://a.test/de/",
    html: `<html><head><link rel="alternate" hreflang="fr" href="/fr/"></head><body><div>${switcher}</div><div><h1>Wärme</h1><p>Wir planen Netze für ganze Stadtteile.</p></div></body></html>`,
  });
  expect(compareCaptures(page('<a href="/fr/">Français</a>'), page('<a href="/fr/">FR</a>')).verdict).toBe("none");
});

test("news under a date of their own are told by what they say, not by the date", () => {
  const log = (news: string) =>
    aPage(`${policy}${news}<h2>8 November 2026</h2><p>Comments can be resolved by mail.</p>`);
  const { summary } = compareCaptures(log(""), log("<h2>28 November 2026</h2><p>A price has moved.</p>"));
  expect(summary).toBe('Added under "28 November 2026": "A price has moved."');
});

test("what stands under a name is its line, in whatever order the names are drawn", () => {
  const people: [string, string][] = [
    ["Ines Abello", "Chief executive"],
    ["Tom Wrona", "Head of engineering"],
    ["Priya Nanda", "Head of support"],
  ];
  const draw = (order: number[], title: string) =>
    `<h1>About us</h1><p>We were founded in Basel.</p>${order
      .map((at) => people[at] ?? ["", ""])
      .map(([name, role]) => `<div><h3>${name}</h3><p>${name === "Tom Wrona" ? title : role}</p></div>`)
      .join("")}`;
  for (const order of [
    [0, 1, 2],
    [1, 2, 0],
    [2, 0, 1],
  ]) {
    const { items } = compareCaptures(
      aPage(draw([0, 1, 2], "Head of engineering")),
      aPage(draw(order, "Chief technology officer")),
    );
    expect(items.map(({ before, after }) => [before, after])).toEqual([
      ["Head of engineering", "Chief technology officer"],
    ]);
  }
});
