import { describe, expect, test } from "vitest";
import { compareCaptures } from "./compare-captures";
import { added, aPage, policy, withIn } from "./testing/a-page";

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

  test("a cookie box that says more than the short page on which it stands", () => {
    const short = (says: string, button: string) => ({
      url: "https://shop.test/terms",
      html: `<body><nav><a href="/help">Help</a></nav><h1>Terms</h1><p>You may cancel at any time.</p><div class="cookie-q1">${says} <button>${button}</button></div></body>`,
    });
    const first = short("We use one cookie.", "Alright");
    const second = short("This site sets a single cookie to keep you logged in.", "Fine");
    expect(compareCaptures(first, second).verdict).toBe("none");
  });

  test("what stands beside the main part", () => {
    const beside = aPage(policy, { before: "<div>Parcels today are a little late.</div>" });
    expect(compareCaptures(aPage(), beside).verdict).toBe("none");
  });

  test("the kinds of what is listed, as a filter offers them; choices with prices are content", () => {
    const filter = (...kinds: string[]) =>
      added(
        `<form class="filters" action="#">${kinds.map((kind) => `<label><input type="radio" name="kind"><span>${kind}</span></label>`).join("")}</form>`,
      );
    expect(compareCaptures(filter("Report", "Guide"), filter("Release", "Report", "Guide")).verdict).toBe("none");
    expect(compareCaptures(filter("Small €10", "Large €14"), filter("Small €10", "Large €16")).verdict).toBe("wording");
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

test("a heading stays that heading where a line of a menu that says the same goes", () => {
  const line = "<li><a href='/notes'>Release notes</a></li>";
  const page = (menu: string) =>
    aPage(
      `<ul>${menu}</ul><h1>Release notes</h1><p>1.14.0: redaction of the numbers of bank accounts.</p><p>1.13.2: fewer calls again after an address is gone.</p>`,
    );
  const { items } = compareCaptures(page(line), page(""));
  expect(items.filter(({ kind }) => kind === "structure")).toEqual([]);
});
