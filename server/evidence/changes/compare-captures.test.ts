import { describe, expect, test } from "vitest";
import { compareCaptures } from "./compare-captures";
import { InvalidSelectorError, ScopeNotFoundError } from "./errors";
import { aPage, policy, prices } from "./testing/a-page";

const withIn = (from: string, to: string, content = policy) => {
  expect(content).toContain(from);
  return aPage(content.replace(from, to));
};
const end = "on.</p>";
const added = (html: string) => aPage(policy.replace(end, `${end}${html}`));
const encrypted = (key: number) =>
  Buffer.from([key, ...Buffer.from("desk@shop.test").map((byte) => byte ^ key)]).toString("hex");

describe("noise is no change", () => {
  const noise: Record<string, [ReturnType<typeof aPage>, ReturnType<typeof aPage>] | ReturnType<typeof aPage>> = {
    "an advertisement": added(`<div class="ad-slot"><p>Thirty per cent off, today only!</p></div>`),
    "a time of generation": added("<p>Page generated at 2026-03-04 09:31:27 UTC</p>"),
    "a running clock": [added("<p>Now in the harbour: 09:31:27</p>"), added("<p>Now in the harbour: 09:33:12</p>")],
    "a relative time": [added("<p>Posted 2 hours ago by Ann</p>"), added("<p>Posted 3 days ago by Ann</p>")],
    "a session in links": withIn(`href="/zones"`, `href="/zones;jsessionid=A81F?PHPSESSID=9f1c&amp;utm_source=x"`),
    "a request id": added("<p>Request ID: 9f86d081884c7d659a2feaa0c55ad015</p>"),
    "a named cookie box": aPage(policy, {
      after: `<div id="cookie-bar"><p>We use cookies.</p><button>Accept</button></div>`,
    }),
    "a cookie box without a name": aPage(policy, {
      before: `<div><div><p>This site stores cookies on your device.</p><button>Reject</button></div></div>`,
    }),
    "a reordered list": withIn(
      "<li>Unopened boxes</li><li>Labels on the outside</li>",
      "<li>Labels on the outside</li><li>Unopened boxes</li>",
    ),
    "a count of helpful votes": [
      added("<p>12 people found this helpful</p>"),
      added("<p>14 people found this helpful</p>"),
    ],
    "a question for feedback": added("<div>Was this page helpful? <button>Yes</button></div>"),
    "related links": added(
      `<h2>Related articles</h2><ul><li><a href="/1">Packing well</a></li><li><a href="/2">Strong boxes</a></li></ul>`,
    ),
    "related cards": added(
      `<h2>You may also like</h2><div><a href="/1">Packing well</a><p>A text about boxes.</p></div><div><a href="/2">Tape</a><p>On tape.</p></div>`,
    ),
    "a form's token": aPage(policy.replace("<ul>", `<form><input type="hidden" name="csrf" value="a81f"></form><ul>`)),
    "cache parameters": [
      added(`<p>See <a href="/terms.pdf?v=1">the print</a></p><img src="/box.png?v=1">`),
      added(`<p>See <a href="/terms.pdf?v=2">the print</a></p><img src="/box.png?v=2">`),
    ],
    "a build's file names": [added(`<img src="/box.3f9a2c7b.png">`), added(`<img src="/box.77aa01ce.png">`)],
    "white space": aPage(policy.replaceAll(" ", "\n  ")),
    "no-break spaces": withIn("every address in the country", "every&nbsp;address in&#8239;the country"),
    "soft hyphens": withIn("country", "coun&shy;try"),
    "the style of quotes": withIn(`"freight", and you don't`, "„freight“, and you don’t"),
    "an announcement": aPage(policy, { before: `<div class="announcement-bar">We are hiring in Leeds.</div>` }),
    "new navigation": aPage(policy, { before: `<nav><a href="/new">New goods</a></nav>` }),
    "wrappers and classes": aPage(
      policy.replaceAll("<p>", `<p class="css-1x"><span>`).replaceAll("</p>", "</span></p>"),
    ),
    "a hidden part": added(`<div hidden><p>Only for robots.</p></div><p style="display:none">And this.</p>`),
    "an address encrypted anew": [
      added(
        `<p>Mail <a href="/cdn-cgi/l/email-protection#${encrypted(17)}"><span data-cfemail="${encrypted(17)}">[protected]</span></a></p>`,
      ),
      added(
        `<p>Mail <a href="/cdn-cgi/l/email-protection#${encrypted(99)}"><span data-cfemail="${encrypted(99)}">[protected]</span></a></p>`,
      ),
    ],
    "a line of promotion": aPage(policy, { before: `<div class="promo"><p>Ten per cent off all boxes</p></div>` }),
    "the date of the visit": added("<p>Today is Saturday, 21 November 2026</p>"),
    "the minute of the visit": added("<p>21 November 2026, 09:31</p>"),
    "a cache number in a link": [
      added(`<p>See <a href="/map?1700000001">the map</a></p>`),
      added(`<p>See <a href="/map?1700000002">the map</a></p>`),
    ],
    "a year of copyright": [added("<p>© 2025 Shop Ltd</p>"), added("<p>© 2026 Shop Ltd</p>")],
    "a pixel": added(`<img src="https://count.test/p.gif?r=81" width="1" height="1">`),
  };
  test.each(Object.entries(noise))("%s", (_, pages) => {
    const [before, after] = Array.isArray(pages) ? pages : [aPage(), pages];
    expect(before.html).not.toBe(after.html);
    expect(compareCaptures(before, after)).toMatchObject({ verdict: "none", items: [] });
    expect(compareCaptures(after, before)).toMatchObject({ verdict: "none", items: [] });
  });

  test.each([
    ["navigation", `<nav><a href="/n">New goods</a></nav>`],
    ["a header", "<header><p>Open on Sunday</p></header>"],
    ["a footer", "<footer><p>Station Road 9</p></footer>"],
    ["an aside", "<aside><p>Did you know?</p></aside>"],
    ["a dialog", `<div role="dialog"><p>Choose your country</p></div>`],
    ["a cookie box", `<div><p>This site stores cookies.</p><span class="btn">Accept</span></div>`],
  ])("%s on a page that marks no main part", (_, html) => {
    const plain = (more: string) => ({
      url: "https://shop.test/terms",
      html: `<body>${more}<div>${policy}</div></body>`,
    });
    expect(compareCaptures(plain(""), plain(html)).verdict).toBe("none");
    expect(compareCaptures(plain(html), plain("")).verdict).toBe("none");
  });

  test("what stands beside the main part", () => {
    const beside = aPage(policy, { before: "<div>Parcels today are a little late.</div>" });
    expect(compareCaptures(aPage(), beside).verdict).toBe("none");
  });

  test("a few links that are others each time", () => {
    const links = (...texts: string[]) =>
      added(
        `<h2>From the notebook</h2><ul>${texts.map((text) => `<li><a href="/${text}">${text}</a></li>`).join("")}</ul>`,
      );
    const [before, after] = [
      links("Knots", "Tape", "Ropes", "Boxes"),
      links("Sealing wax", "Bubbles", "Crates", "Boxes"),
    ];
    expect(compareCaptures(before, after).verdict).toBe("none");
  });

  test("spaces before punctuation", () => {
    expect(compareCaptures(aPage(), withIn("first; the", "first ; the")).verdict).toBe("none");
  });

  test("nothing is told of a page that is served in another language", () => {
    const german = { ...aPage("<h1>Lieferung</h1><p>Wir liefern überall hin, ohne Ausnahme.</p>") };
    german.html = german.html.replace(`lang="en"`, `lang="de"`);
    expect(compareCaptures(aPage(), german)).toMatchObject({
      verdict: "none",
      summary: expect.stringContaining("language"),
    });
  });
});

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

describe("a scope", () => {
  const after = withIn("30 days", "14 days");

  test.each([{ heading: "returns" }, { fragment: "#returns" }, { selector: "main > p:nth-of-type(3)" }])(
    "%j sees its part",
    (scope) => {
      expect(compareCaptures(aPage(), after, scope).verdict).toBe("wording");
    },
  );

  test.each([{ heading: "Storage" }, { fragment: "storage" }, { selector: "table" }])(
    "%j sees no other part",
    (scope) => {
      expect(compareCaptures(aPage(), after, scope).verdict).toBe("none");
    },
  );

  test("that is gone is said, and nobody is alarmed", () => {
    const gone = withIn(`<h2 id="storage">Storage</h2>`, "");
    for (const scope of [{ heading: "Storage" }, { fragment: "storage" }, { selector: "#storage" }]) {
      expect(() => compareCaptures(aPage(), gone, scope)).toThrow(ScopeNotFoundError);
      expect(() => compareCaptures(gone, aPage(), scope)).toThrow(/earlier page/);
    }
  });

  test("that is no selector is refused", () => {
    expect(() => compareCaptures(aPage(), after, { selector: "p[" })).toThrow(InvalidSelectorError);
  });

  test("reaches into what is left out elsewhere", () => {
    const footer = { ...aPage() };
    footer.html = footer.html.replace("Harbour Street 1", "Station Road 9");
    expect(compareCaptures(aPage(), footer).verdict).toBe("none");
    expect(compareCaptures(aPage(), footer, { selector: "footer" }).verdict).toBe("wording");
  });
});

describe("hostile pages end", () => {
  test("ten thousand nested elements", () => {
    const deep = `${"<div>".repeat(10_000)}<p>deep words here</p>${"</div>".repeat(10_000)}`;
    expect(compareCaptures(aPage(policy + deep), aPage(policy + deep.replace("words", "things"))).verdict).toBe(
      "wording",
    );
  });

  test("a scope that matches each of ten thousand elements, nested or beside each other", () => {
    const deep = `${"<div>".repeat(10_000)}<p>deep words here</p>${"</div>".repeat(10_000)}`;
    const wide = "<div>wide words here</div>".repeat(10_000);
    for (const html of [deep, wide]) {
      const [before, after] = [aPage(policy + html), aPage(policy + html.replace("words", "things"))];
      expect(compareCaptures(before, after, { selector: "div" }).verdict).toBe("wording");
    }
  });

  test("two megabytes of which every paragraph differs", () => {
    const text = (seed: number) =>
      Array.from(
        { length: 20_000 },
        (_, index) => `<p>line ${index * seed} says ${"a b c ".repeat(12)} ${seed}</p>`,
      ).join("");
    expect(compareCaptures(aPage(text(3)), aPage(text(7))).verdict).toBe("wording");
  });

  test("one paragraph of a megabyte, and patterns that invite going back", () => {
    const long = (end: string) =>
      aPage(`<p>${"1,000.000 ".repeat(40_000)}${"ago ".repeat(60_000)}${"a1B".repeat(60_000)}${end}</p>`);
    expect(compareCaptures(long("x"), long("y"))).toBeDefined();
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
