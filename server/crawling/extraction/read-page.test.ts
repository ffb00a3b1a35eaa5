import { expect, test } from "vitest";
import type { PageContent } from "./page-content";
import { readPage } from "./read-page";
import { page, paragraphs, sentence } from "./testing/pages";

const url = "https://acme.example/news/harbour";
const read = (html: string) => readPage(html, url);
const text = (content: PageContent) => content.blocks.map((block) => block.text).join("\n");

/** The whole article and nothing else. */
function expectOnly(content: PageContent, about: string, count: number): void {
  expect(content.kind).toBe("article");
  expect(text(content).split("\n")).toEqual(Array.from({ length: count }, (_, index) => sentence(about, index + 1)));
}

test("takes the article and leaves the frame of the site", () => {
  const content = read(page(`<main><h1>Harbour plans</h1>${paragraphs("harbour", 4)}</main>`));
  expectOnly(content, "harbour", 4);
  expect(content.title).toBe("Harbour plans");
  expect(content.noArticleReason).toBeNull();
});

test("keeps headings, lists with their numbers, tables and code inside the article", () => {
  const content = read(
    page(`<article><h1>Harbour plans</h1>${paragraphs("harbour", 2)}<h2>What is needed</h2>
      <ul><li>A crane</li><li>Two boats<ul><li>One of them large</li></ul></li></ul>
      <ol start="3"><li>Measure</li><li>Build</li></ol>
      <table><thead><tr><th>Part</th><th>Price</th></tr></thead><tr><td colspan="2">Crane</td><td>12</td></tr></table>
      <pre>if (tide) {\n  wait();\n}</pre>${paragraphs("river", 2)}</article>`),
  );
  expect(content.blocks).toContainEqual({ kind: "heading", text: "What is needed", level: 2 });
  expect(content.blocks).toContainEqual({ kind: "list_item", text: "A crane", level: 0, marker: "-" });
  expect(content.blocks).toContainEqual({ kind: "list_item", text: "One of them large", level: 1, marker: "-" });
  expect(content.blocks).toContainEqual({ kind: "list_item", text: "Build", level: 0, marker: "4." });
  expect(content.blocks).toContainEqual({
    kind: "table_row",
    text: "Part | Price",
    cells: [
      { text: "Part", column: 0 },
      { text: "Price", column: 1 },
    ],
    isHeader: true,
    table: 0,
  });
  expect(content.blocks).toContainEqual({
    kind: "table_row",
    text: "Crane | 12",
    cells: [
      { text: "Crane", column: 0 },
      { text: "12", column: 2 },
    ],
    table: 0,
  });
  expect(content.blocks).toContainEqual({ kind: "code", text: "if (tide) {\n  wait();\n}" });
});

test("leaves out a sidebar, share links, a newsletter form and the box about the author", () => {
  const content = read(
    page(`<div class="columns"><div class="entry"><h1>Harbour plans</h1>
      <div class="byline">By Ann Author, who writes about harbours and rivers for this paper since many years</div>
      <ul class="share-buttons"><li><a href="#">Share</a></li><li><a href="#">Print this page now</a></li></ul>
      ${paragraphs("harbour", 5)}
      <div class="newsletter-signup"><p>Get our best stories about harbours by mail on each day of the week.</p></div>
      <div class="author-bio"><p>Ann Author has written about harbours for this paper since the year it began.</p></div></div>
      <div id="sidebar"><h3>Weather</h3><p>Sunny with some clouds in the afternoon and wind from the west at night.</p></div></div>`),
  );
  expectOnly(content, "harbour", 5);
});

test("leaves out teasers of other articles, whatever their class", () => {
  const teaser = (n: number) =>
    `<div class="x7"><a href="/n/${n}"><img src="${n}.jpg"><h3>Other story ${n}</h3></a><p>A story about something else that the reader may open when this one is read, number ${n}.</p></div>`;
  const content = read(
    page(
      `<main><h1>Harbour plans</h1>${paragraphs("harbour", 6)}<div>${[1, 2, 3, 4].map(teaser).join("")}</div></main>`,
    ),
  );
  expectOnly(content, "harbour", 6);
});

test("leaves out captions and keeps quoted posts inside figures", () => {
  const content = read(
    page(`<article><h1>Harbour plans</h1><p>${sentence("harbour", 1)}</p>
      <figure><img src="a.jpg"><figcaption>The old harbour, seen from the tower of the church on a clear day.</figcaption></figure>
      <p>${sentence("harbour", 2)}</p><img src="b.jpg"><p>Harbour at night (Photo: Ann)</p>
      <figure class="embed"><blockquote>We are going to build it, and we are going to build it soon.</blockquote></figure>
      <p>${sentence("harbour", 3)}</p></article>`),
  );
  expect(text(content)).not.toMatch(/seen from the tower|at night/);
  expect(text(content)).toContain("We are going to build it");
});

test("never takes comments for the article, even when they are longer", () => {
  const comments = Array.from({ length: 30 }, (_, n) => `<div class="comment"><p>${sentence("reader", n)}</p></div>`);
  const content = read(
    page(
      `<div class="post"><h1>Harbour plans</h1>${paragraphs("harbour", 3)}</div><section id="comments">${comments.join("")}</section>`,
    ),
  );
  expectOnly(content, "harbour", 3);
});

test("never takes a consent dialog for the article, even when it is longer", () => {
  const dialog = `<div class="cookie-consent" role="dialog">${paragraphs("cookie", 20)}</div>`;
  expectOnly(read(page(`${dialog}<div><h1>Harbour plans</h1>${paragraphs("harbour", 3)}</div>`)), "harbour", 3);
});

test("joins an article that is spread over many nested parts", () => {
  const parts = [1, 2, 3, 4, 5].map(
    (n) => `<div><div><div class="s${n}"><div><p>${sentence("harbour", n)}</p></div></div></div></div>`,
  );
  expectOnly(read(page(`<div class="story"><h1>Harbour plans</h1>${parts.join("")}</div>`)), "harbour", 5);
});

test("reads paragraphs that are only separated by line breaks", () => {
  const lines = [1, 2, 3].map((n) => sentence("harbour", n)).join("<br>\n<br>");
  expectOnly(read(page(`<div id="content"><h1>Harbour plans</h1>${lines}</div>`)), "harbour", 3);
});

test("of several articles takes the one that holds the title of the page", () => {
  const other = `<article><h2>Bridge plans</h2>${paragraphs("bridge", 6)}</article>`;
  const content = read(
    page(`<main>${other}<article><h1>Harbour plans</h1>${paragraphs("harbour", 4)}</article>${other}</main>`),
  );
  expectOnly(content, "harbour", 4);
});

test("drops a second copy of the text and parts that are hidden", () => {
  const long = sentence("harbour", 1).repeat(2);
  const content = read(
    page(`<main><h1>Harbour plans</h1><p>${long}</p>${paragraphs("river", 3)}<div><p>${long}</p></div>
      <div style="display: none">${paragraphs("secret", 2)}</div><div hidden>${paragraphs("covered", 1)}</div></main>`),
  );
  expect(text(content).split("\n")).toEqual([long, ...[1, 2, 3].map((n) => sentence("river", n))]);
});

test("drops the summary and the date between title and text, and calls to follow at the end", () => {
  const content = read(
    page(`<article><header><h1>Harbour plans</h1><p class="standfirst">What the committee has decided about the harbour, in short.</p></header>
      <div>Published on Monday, 3 March 2026 at 10:15</div>${paragraphs("harbour", 5)}
      <p>Follow our reporters and send us your own pictures of the harbour.</p><p><a href="/m">More from the harbour</a></p></article>`),
  );
  expectOnly(content, "harbour", 5);
});

test("understands names by whole words: a state, a tag of a post or an anchor is no reason to drop a part", () => {
  const part = (attributes: string, about: string) => `<div ${attributes}>${paragraphs(about, 2)}</div>`;
  const content = read(
    page(`<main><h1>Harbour plans</h1>${part('class="text"', "harbour")}${part('class="with-newsletter has-comments"', "state")}
      ${part('class="post-12 hentry tag-newsletter category-sponsored"', "post")}${part('class="shareholders addresses"', "word")}
      ${part('id="how-we-share-your-data"', "anchor")}
      ${part('id="information-collected-under-each-of-many-connected-social-media-accounts"', "long")}
      ${part('class="newsletter"', "newsletter")}</main>`),
  );
  for (const about of ["harbour", "state", "post", "word", "anchor", "long"])
    expect(text(content)).toContain(sentence(about, 2));
  expect(text(content)).not.toContain(sentence("newsletter", 1));
});

test("a word that names most of the page does not name what is around the article", () => {
  const section = (n: number) =>
    `<div class="gallery--section"><h2>Part ${n}</h2><p>${sentence("harbour", n)}</p></div>`;
  const content = read(
    page(
      `<div class="gallery--page"><h1>Harbour plans</h1>${paragraphs("start", 5)}${[1, 2, 3, 4, 5, 6, 7].map(section).join("")}</div>`,
    ),
  );
  for (const n of [1, 2, 3, 4]) expect(text(content)).toContain(sentence("harbour", n));
});

test("finds an article of few words beside a long sidebar and a long footer", () => {
  const content = read(
    page(`<div id="content"><h1>Harbour plans</h1><p>${sentence("harbour", 1)}</p><p>${sentence("harbour", 2)}</p></div>
      <div id="sidebar">${paragraphs("warning", 8)}</div><div class="footer">${paragraphs("imprint", 8)}</div>`),
  );
  expectOnly(content, "harbour", 2);
});

test("reads German pages", () => {
  const satz = (n: number) =>
    `Im Bericht Nummer ${n} steht, dass der Ausschuss getagt, die Angebote geprüft und dann entschieden hat.`;
  const content = read(
    page(
      `<div class="inhalt"><h1>Pläne für den Hafen</h1><p>${satz(1)}</p><p>${satz(2)}</p><p>${satz(3)}</p>
      <h3>Lesen Sie auch:</h3><ul><li><a href="/1">Neue Brücke über den Fluss wird gebaut</a></li><li><a href="/2">Der Turm bleibt stehen</a></li></ul>
      <p>Folgen Sie uns auf allen Kanälen.</p></div>`,
      { title: "Pläne für den Hafen – Acme" },
    ),
  );
  expect(text(content)).toBe([satz(1), satz(2), satz(3)].join("\n"));
});

test("reads Japanese, which has no spaces, and leaves out the reading aids", () => {
  const bun = (n: number) =>
    `委員会は第${n}回の会議を開き、提出された見積書を慎重に検討したうえで、港の新しい計画を正式に決定しました。`;
  const content = read(
    page(
      `<div><a href="/x">関連</a></div><div class="box"><h1>港の計画</h1><p>${bun(1)}</p><p>${bun(2)}</p><p><ruby>港<rt>みなと</rt></ruby>は${bun(3)}</p></div>`,
      { title: "港の計画" },
    ),
  );
  expect(content.kind).toBe("article");
  expect(text(content)).toBe([bun(1), bun(2), `港は${bun(3)}`].join("\n"));
  expect(content.words).toBeGreaterThan(60);
});

test("survives tags that are never closed", () => {
  const content = read(
    `<title>Harbour plans</title><div id=main><h1>Harbour plans</h1><p>${sentence("harbour", 1)}<p>${sentence("harbour", 2)} <b>bold<p>${sentence("harbour", 3)}<div class=related><a href=/1><b>One</b><a href=/2><i>Two<a href=/3>Three other stories`,
  );
  expect(text(content)).toContain(sentence("harbour", 3));
  expect(text(content)).not.toContain("Three other stories");
  expect(content.links.map((link) => link.text)).toEqual(["One", "Two", "Three other stories"]);
});

test("takes the text from structured data when the page itself shows none, and says so", () => {
  const body = [1, 2, 3].map((n) => sentence("harbour", n)).join("\n");
  const data = JSON.stringify({ "@type": "NewsArticle", articleBody: body });
  const content = read(page(`<div id="app"></div>`, { head: `<script type="application/ld+json">${data}</script>` }));
  expectOnly(content, "harbour", 3);
  expect(content.noArticleReason).toMatch(/structured data/);
});

test("gives equal hashes for equal texts, whatever the markup", () => {
  const one = read(page(`<main><h1>Harbour plans</h1>${paragraphs("harbour", 3)}</main>`));
  const other = read(
    page(
      `<div><div><h1>Harbour plans</h1>  ${paragraphs("harbour", 3).replaceAll("<p>", "<p class=t>\n ")}</div></div>`,
    ),
  );
  expect(one.textHash).toMatch(/^[0-9a-f]{64}$/);
  expect(other.textHash).toBe(one.textHash);
  expect(read(page(`<main><h1>Harbour plans</h1>${paragraphs("harbour", 4)}</main>`)).textHash).not.toBe(one.textHash);
});

test("all of a page holds who wrote an article and when, and the sizes in which a thing is sold", () => {
  const html = `<body><header><a href="/">Quay Notes</a> about the site</header><article><header><h1>Ice breaks early</h1><p>By <b>Runa Dahl</b>, 3 March</p></header><div><p>${"The ice broke in the night and the ferries sailed in the morning. ".repeat(8)}</p></div></article></body>`;
  const whole = readPage(html, "https://q.example/ice", { isWhole: true }).blocks.map(({ text }) => text);
  expect(whole).toContain("By Runa Dahl, 3 March");
  expect(whole.join(" ")).not.toContain("about the site");
  const shop = `<main><h1>Mooring line</h1><p>€ 12.50</p><form method="post"><select name="length"><option value="">Choose</option><option>10 m</option><option>40 m</option></select><button>Buy</button></form></main>`;
  expect(readPage(shop, "https://q.example/line").blocks.map(({ text }) => text)).toEqual(
    expect.arrayContaining(["10 m", "40 m"]),
  );
});
