import { expect, test } from "vitest";
import { readPage } from "./read-page";
import { page, paragraphs, sentence } from "./testing/pages";

const read = (html: string) => readPage(html, "https://acme.example/news/harbour");
const texts = (html: string) => read(html).blocks.map((block) => block.text);

test("keeps sections whose heading is a link to itself, or unfolds what stands below", () => {
  const part = (n: number) =>
    `<section><h2><a href="#part-${n}">Part ${n} of the harbour</a></h2><p>${sentence("crane", n)}</p></section>`;
  const question = (n: number) =>
    `<div class="q"><h3><a href="javascript:void(0)">Who pays for quay ${n}?</a></h3><div><p>${sentence("quay", n)}</p></div></div>`;
  const all = texts(
    page(
      `<main><h1>Harbour plans</h1>${paragraphs("harbour", 4)}${[1, 2, 3, 4].map(part).join("")}${[1, 2, 3].map(question).join("")}</main>`,
    ),
  );
  for (const n of [1, 2, 3, 4])
    expect(all).toEqual(expect.arrayContaining([`Part ${n} of the harbour`, sentence("crane", n)]));
  for (const n of [1, 2, 3])
    expect(all).toEqual(expect.arrayContaining([`Who pays for quay ${n}?`, sentence("quay", n)]));
});

test("keeps items that begin with a link and go on as a sentence, and items that are links among such", () => {
  const items = [1, 2, 3, 4].map(
    (n) =>
      `<li><a href="/yard/${n}">Yard ${n}</a>, which builds boats for the fishers of the bay and repairs them in winter.</li>`,
  );
  const all = texts(
    page(
      `<main><h1>Harbour plans</h1>${paragraphs("harbour", 3)}<ul>${items.join("")}<li><a href="/yard/9">The yard on the island</a></li></ul>${paragraphs("river", 2)}</main>`,
    ),
  );
  expect(all).toContain("Yard 3, which builds boats for the fishers of the bay and repairs them in winter.");
  expect(all).toContain("The yard on the island");
});

test("keeps a list of links that the paragraph before announces, but not one below a pointer", () => {
  const links = (about: string) =>
    [1, 2, 3].map((n) => `<li><a href="/${about}/${n}">${about} office number ${n}</a></li>`).join("");
  const all = texts(
    page(
      `<main><h1>Harbour plans</h1>${paragraphs("harbour", 3)}<p>Whoever wants to see the plans may do so in these offices:</p><ul>${links("City")}</ul>
      ${paragraphs("river", 2)}<p>Read more about the harbour and its boats on our pages:</p><ul>${links("Story")}</ul>${paragraphs("end", 2)}</main>`,
    ),
  );
  expect(all).toContain("City office number 2");
  expect(all.join()).not.toContain("Story office");
});

test("keeps a list of links under a heading of the text, but not the hints under a pointer or a short one", () => {
  const links = (about: string, count: number) =>
    Array.from({ length: count }, (_, n) => `<li><a href="/${about}/${n}">${about} crane number ${n}</a></li>`).join(
      "",
    );
  const all = texts(
    page(
      `<main><h1>Harbour plans</h1><div>${paragraphs("harbour", 3)}<h2>Cranes of the northern quay</h2><ul>${links("Tall", 4)}</ul>${paragraphs("river", 2)}
      <h2>Related articles</h2><ul>${links("Other", 4)}</ul>${paragraphs("bay", 2)}<h2>From the archive</h2><ul>${links("Old", 1)}</ul>${paragraphs("end", 2)}</div></main>`,
    ),
  );
  expect(all).toContain("Tall crane number 2");
  expect(all.join()).not.toMatch(/Other crane|Old crane/);
});

test("keeps listings whose lines are numbered by links", () => {
  const listing = (n: number) => `<div class="hl"><pre><a href="/src#L${n}">${n}</a> moor(boat, ${n});</pre></div>`;
  const all = texts(
    page(
      `<main><h1>Harbour plans</h1>${paragraphs("harbour", 3)}${[1, 2, 3].map(listing).join("")}${paragraphs("river", 2)}</main>`,
    ),
  );
  expect(all).toContain("2 moor(boat, 2);");
});

test("a section whose id is made of its heading is not what a word of the heading means elsewhere", () => {
  const all = texts(
    page(
      `<main><h1>Harbour plans</h1>${paragraphs("harbour", 6)}<div id="menu-plans-northern-quay-guest-boats">${paragraphs("guest", 2)}</div><div id="menu-plans">${paragraphs("door", 1)}</div></main>`,
    ),
  );
  expect(all).toContain(sentence("guest", 2));
  expect(all).not.toContain(sentence("door", 1));
});

test("a page of many cards is read whole where most of it stands outside the part that reads best", () => {
  const card = (n: number) =>
    `<div class="tile"><a href="/boats/${n}"><h3>Boat ${n}</h3></a><p>Sleeps ${n} sailors and costs ${n}00 euro a week in the summer of the year, harbour fee and fuel apart.</p></div>`;
  const html = page(
    `<main><h1>Harbour plans</h1><section>${paragraphs("harbour", 14)}</section><section>${Array.from({ length: 24 }, (_, n) => card(n)).join("")}</section></main>`,
  );
  expect(read(html).kind).toBe("page");
  expect(texts(html)).toEqual(expect.arrayContaining(["Boat 7", sentence("harbour", 14)]));
});

test("keeps a paragraph that is one link, and a linked heading before prose, in the middle of the text", () => {
  const all = texts(
    page(
      `<main><h1>Harbour plans</h1><div>${paragraphs("harbour", 3)}<p><a href="/report">The whole report stands on the pages of the ministry.</a></p>
      <h3><a href="/yards/1">The northern yard</a></h3>${paragraphs("river", 2)}<p><a href="/a">One story</a> <a href="/b">Another story</a> <a href="/c">A third</a></p>${paragraphs("end", 2)}</div></main>`,
    ),
  );
  expect(all).toEqual(
    expect.arrayContaining(["The whole report stands on the pages of the ministry.", "The northern yard"]),
  );
  expect(all.join()).not.toContain("Another story");
});

test("keeps dates and addresses that are cells of a table", () => {
  const all = texts(
    page(`<article><h1>Harbour plans</h1>${paragraphs("harbour", 3)}<table><tr><th>Day</th><th>Page</th><th>Boats</th></tr>
      <tr><td>3 March 2026</td><td>https://boats.example/a</td><td>12</td></tr><tr><td>4 March 2026</td><td>https://boats.example/b</td><td>9</td></tr></table>${paragraphs("river", 2)}</article>`),
  );
  expect(all).toContain("3 March 2026 | https://boats.example/a | 12");
});

test("a clear word that names nearly the whole page names how it is laid out, not what stands around the article", () => {
  const all = texts(
    page(
      `<h1>Harbour plans</h1><div class="content-and-sidebar-grid">${paragraphs("harbour", 5)}</div><div><p>${sentence("imprint", 1)}</p></div>`,
    ),
  );
  expect(all).toContain(sentence("harbour", 5));
});

test("an aside stays one, however much of the page it holds", () => {
  const all = texts(
    page(
      `<article><h1>Harbour plans</h1>${paragraphs("harbour", 2)}</article><aside class="sidebar">${paragraphs("advice", 7)}</aside>`,
    ),
  );
  expect(all).toEqual([sentence("harbour", 1), sentence("harbour", 2)]);
});

test("reads answers and tabs that unfold, and what wider screens show, but nothing that is hidden for good", () => {
  const all = texts(
    page(`<main><h1>Harbour plans</h1>${paragraphs("harbour", 4)}
      <div class="faq-item"><h3>Who pays?</h3><div aria-hidden="true" style="display:none"><p>${sentence("payer", 1)}</p></div></div>
      <div role="tabpanel" hidden><p>${sentence("tab", 1)}</p></div><div class="hidden md:block"><p>${sentence("wide", 1)}</p></div>
      <div class="note" style="display:none"><p>${sentence("secret", 1)}</p></div></main>`),
  );
  expect(all).toEqual(expect.arrayContaining([sentence("payer", 1), sentence("tab", 1), sentence("wide", 1)]));
  expect(all).not.toContain(sentence("secret", 1));
});

test("keeps headings whatever their class says of how they look", () => {
  const all = texts(
    page(
      `<main><h1>Harbour plans</h1>${paragraphs("harbour", 3)}<h2 class="wp-heading toc">The second basin</h2>${paragraphs("river", 3)}</main>`,
    ),
  );
  expect(all).toContain("The second basin");
});

test.each([
  ["microdata", 'itemscope itemtype="https://schema.org/DiscussionForumPosting"', ""],
  ["JSON-LD", "", '<script type="application/ld+json">{"@type":"QAPage"}</script>'],
])("where a page says that it is a discussion (%s), posts and comments are its text", (_, attributes, head) => {
  const post = (n: number) =>
    `<article class="message message--post" itemprop="comment"><a href="/u/${n}"><img src="${n}.png">Sailor ${n}</a><div class="comment-body"><p>${sentence("sailor", n)}</p></div></article>`;
  const html = `<div ${attributes}><h1>Where to moor?</h1><div class="question">${paragraphs("asker", 4)}</div>${[1, 2, 3, 4].map(post).join("")}</div>`;
  const all = texts(page(html, { title: "Where to moor?", head }));
  for (const n of [1, 2, 3, 4]) expect(all).toContain(sentence("sailor", n));
});

test("reads what a page drawn by scripts says to readers without scripts, but no apology", () => {
  const shell = (inside: string) => page(`<div id="app"></div><noscript>${inside}</noscript>`);
  const content = read(shell(`<h1>Harbour plans</h1>${paragraphs("harbour", 10)}`));
  expect(content.blocks.map((block) => block.text)).toContain(sentence("harbour", 10));
  expect(
    texts(shell("<p>You need to enable JavaScript to run this application in your browser.</p>")).join(),
  ).not.toContain("JavaScript");
});

test("what stands beside the name of a thing at the head of the main part is read with it; the site's own header is not", () => {
  const facts = ["Contract", "Pay", "Apply by"].map((label) => `<div><dt>${label}</dt><dd>${label} of it</dd></div>`);
  const opening = (outer: string, inner: string) =>
    read(
      page(
        `${outer}<main><div><header>${inner}<p>Sheffield · Posted today</p></header><dl>${facts.join("")}</dl><p>Gearboxes whine.</p></div></main>`,
      ),
    ).blocks.map((block) => block.text);
  const head = "<header><a href='/'>Ostmark</a> <p>Thirty years without a whine</p></header>";
  expect(opening(head, "<h1>Acoustics Engineer</h1>")).toEqual(
    expect.arrayContaining(["Acoustics Engineer", "Sheffield · Posted today", "Pay of it"]),
  );
  expect(opening(head, "<h1>Acoustics Engineer</h1>").join("\n")).not.toContain("Thirty years");
  expect(opening(head, "<p>Sign in</p>").join("\n")).not.toContain("Sheffield");
});
