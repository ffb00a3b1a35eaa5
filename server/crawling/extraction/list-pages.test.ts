import { expect, test } from "vitest";
import { readPage } from "./read-page";
import { page, paragraphs } from "./testing/pages";

const read = (html: string) => readPage(html, "https://portal.example/tenders");
const texts = (html: string) => read(html).blocks.map((block) => block.text);

const rows = Array.from(
  { length: 20 },
  (_, n) =>
    `<tr><td><a href="/tenders/${n}">Supply of office chairs, lot ${n}</a></td><td>City of Town ${n}</td><td>2026-12-${10 + n}</td></tr>`,
);

test("reads a portal's table row by row, with links and cells, and the text around it", () => {
  const content = read(
    page(`<main><h1>Open tenders</h1><p>All tenders of the city and its companies that are open now.</p>
      <table><tr><th>Title</th><th>Buyer</th><th>Deadline</th></tr>${rows.join("")}</table></main>`),
  );
  expect(content.kind).toBe("page");
  expect(content.noArticleReason).toMatch(/all that it shows was read/);
  expect(content.blocks[0]).toEqual({ kind: "heading", text: "Open tenders", level: 1 });
  expect(content.blocks[2]).toMatchObject({ kind: "table_row", isHeader: true, text: "Title | Buyer | Deadline" });
  expect(content.blocks[3]).toEqual({
    kind: "table_row",
    text: "Supply of office chairs, lot 0 | City of Town 0 | 2026-12-10",
    cells: [
      { text: "Supply of office chairs, lot 0", column: 0 },
      { text: "City of Town 0", column: 1 },
      { text: "2026-12-10", column: 2 },
    ],
    table: 0,
  });
  expect(content.blocks).toHaveLength(23);
  expect(content.links.find((link) => link.url.endsWith("/tenders/3"))?.inMain).toBe(true);
  expect(content.links.find((link) => link.url.endsWith("/pricing"))?.inMain).toBe(false);
});

test("leaves navigation, header, footer and consent out of such a page", () => {
  const all = texts(
    page(`<div id="cookie-banner"><p>We use cookies to make this portal better for you and for us.</p></div>
      <nav><a href="/help">Help</a></nav><h1>Open tenders</h1><table>${rows.join("")}</table>`),
  ).join("\n");
  expect(all).toContain("lot 19");
  expect(all).not.toMatch(/cookies|Help|Products|registered in England/);
});

test("reads a list of cards with what each of them says", () => {
  const card = (n: number) =>
    `<div class="c"><h3><a href="/t/${n}">Chairs ${n}</a></h3><p>The city buys chairs for its offices in lot ${n}, until the end of the year.</p></div>`;
  const content = read(
    page(`<main><h1>Open tenders</h1>${Array.from({ length: 12 }, (_, n) => card(n)).join("")}</main>`),
  );
  expect(content.kind).toBe("page");
  expect(content.blocks.filter((block) => block.kind === "heading")).toHaveLength(13);
});

test("keeps the fields and documents of a tender beside its short description", () => {
  const all = texts(
    page(`<main><h1>Supply of chairs</h1><dl><dt>Buyer</dt><dd>City of Town</dd><dt>Deadline</dt><dd>12 December 2026, 12:00</dd></dl>
      <h2>Description</h2><p>The city buys chairs for its offices. The contract runs for four years.</p>
      <h2>Documents</h2><ul><li><a href="/d/1.pdf">Specification</a></li><li><a href="/d/2.pdf">Contract</a></li></ul></main>`),
  );
  expect(all).toEqual(
    expect.arrayContaining(["Supply of chairs", "City of Town", "12 December 2026, 12:00", "Specification"]),
  );
});

test("reads a product page with its table and without the products beside it", () => {
  const other = (n: number) =>
    `<div class="card"><a href="/p/${n}"><img src="${n}.png">Chair ${n}</a><p>99 EUR</p></div>`;
  const all = texts(
    page(
      `<div class="product"><h1>Chair X200</h1><p>The X200 is a chair with a mesh back that adapts to the person who sits on it.</p>
      <p>It carries up to 130 kg and comes with a guarantee of five years on all moving parts.</p>
      <table><tr><th>Weight</th><td>14 kg</td></tr><tr><th>Colour</th><td>black</td></tr></table></div>
      <section class="related"><h2>Related products</h2>${[1, 2, 3, 4].map(other).join("")}</section>`,
      { title: "Chair X200" },
    ),
  );
  expect(all).toEqual([
    "The X200 is a chair with a mesh back that adapts to the person who sits on it.",
    "It carries up to 130 kg and comes with a guarantee of five years on all moving parts.",
    "Weight | 14 kg",
    "Colour | black",
  ]);
});

test("keeps a table that stands in a figure, without the caption", () => {
  const all = texts(
    page(`<article><h1>Prices</h1>${paragraphs("harbour", 4)}<figure><table><tr><td>Crane</td><td>12</td></tr><tr><td>Boat</td><td>7</td></tr></table>
      <figcaption>What the parts of the harbour cost in the year of the report.</figcaption></figure>${paragraphs("river", 3)}</article>`),
  );
  expect(all).toEqual(expect.arrayContaining(["Crane | 12", "Boat | 7"]));
  expect(all.join()).not.toContain("What the parts");
});

test("a table that only places things on the page is no table", () => {
  const content = read(
    `<title>Old site</title><table><tr><td><a href="/a">Start</a></td><td><h1>Old site</h1><p>This page was made long ago, and its parts still stand in one large table.</p><p>It says what the society does in the village on each day of the year.</p><p>Nobody has changed it since, and nobody wants to change it any more.</p></td></tr></table>`,
  );
  expect(content.blocks.map((block) => block.kind)).not.toContain("table_row");
  expect(content.words).toBeGreaterThan(30);
});

test("sets apart what stands in elements side by side, but not the parts of one word", () => {
  const all = texts(
    page(`<h1>Jobs</h1><ul>${[1, 2, 3].map((n) => `<li><a href="/j/${n}">Engineer ${n}</a><span>Berlin</span><span>Full time</span></li>`).join("")}</ul>
      <p><span>O</span><span>nce</span> H<sub>2</sub>O</p>`),
  );
  expect(all).toContain("Engineer 2 Berlin Full time");
  expect(all).toContain("Once H2O");
});

test("says that a page shows no text", () => {
  const content = read("<html><body><script>draw()</script></body></html>");
  expect(content).toMatchObject({ kind: "page", blocks: [], words: 0, noArticleReason: "The page shows no text." });
});

test("what is struck out holds no longer and is no text of the page, and what comes after it is", () => {
  const row = (value: string) => `<tr><th>Deadline</th><td>${value}</td></tr>`;
  const html = `<html><body><main><h1><s>Road salt</s></h1><table>${row("16 December, 14:00 <s>9 December</s>")}${row(
    '<span style="text-decoration: line-through">2 December</span> 5 December',
  )}${row("<del>1 December")}</table><p>Offers are opened in public.</p></main></body></html>`;
  const said = readPage(html, "https://portal.example/1", { isWhole: true }).blocks.map(({ text }) => text);
  expect(said.join("\n")).not.toMatch(/\b(?:9|2|1) December/);
  // A heading that is struck out still names what was cancelled.
  expect(said[0]).toBe("Road salt");
  expect(said.join("\n")).toMatch(/16 December, 14:00[\s\S]*5 December[\s\S]*Offers are opened/);
});
