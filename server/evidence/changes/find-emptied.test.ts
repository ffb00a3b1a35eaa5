import { expect, test } from "vitest";
import { compareCaptures } from "./compare-captures";
import { aPage } from "./testing/a-page";

const page = (content: string) => ({ url: "https://a.test/", html: `<main><h1>Yard bridge</h1>${content}</main>` });
const emptied = (before: string, after: string) =>
  compareCaptures(page(before), page(after)).items.flatMap(({ emptied }) => emptied ?? []);
const around = (inner: string) =>
  `<p>It stands on its own frame and is there within two days.</p>${inner}<p>Ask us.</p>`;

test("a value that is gone beside its label is emptied: in a row, after a colon, as a figure in a card", () => {
  const row = (value: string) =>
    `<table><tr><th>Length</th><td>18 m</td></tr><tr><th>Capacity</th><td>${value}</td></tr></table>`;
  expect(emptied(row("60 t"), row(""))).toEqual([{ label: "Capacity", value: "60 t" }]);
  const line = (value: string) => around(`<p>Telephone: ${value}</p>`);
  expect(emptied(line("+49 7851 5550 27"), line(""))).toEqual([{ label: "Telephone", value: "+49 7851 5550 27" }]);
  const card = (price: string) =>
    around(
      `<div><h3>Gauntlet</h3><div>GL-1034</div><div>${price}</div><div>In stock: ${price ? 243 : 239}</div></div>`,
    );
  expect(emptied(card("$116.90"), card(""))).toEqual([{ label: "GL-1034", value: "$116.90" }]);
});

test("a line that only lost its price is emptied", () => {
  const line = (text: string) => around(`<h3>Bar light</h3><div>${text}</div>`);
  expect(emptied(line("<span>€820</span><span>2 weeks</span>"), line("<span></span><span>2 weeks</span>"))).toEqual([
    { label: "2 weeks", value: "€820" },
  ]);
});

test("a value that is gone from the middle of a sentence is emptied when its hole shows", () => {
  const line = (value: string) => around(`<p>Tollgate looks after ${value} in four countries, day and night.</p>`);
  const hole = [{ label: "Tollgate looks after", value: "2,300 lifts" }];
  expect(emptied(line("<strong>2,300 lifts</strong>"), line("<strong></strong>"))).toEqual(hole);
  expect(emptied(line("2,300 lifts"), line(""))).toEqual(hole);
  const last = (value: string) => around(`<p>The trial lasts ${value}.</p>`);
  expect(emptied(last("<b>30 days</b>"), last("<b></b>"))).toEqual([{ label: "The trial lasts", value: "30 days" }]);
  expect(
    emptied(line("2,300 lifts"), around("<p>Tollgate looks after lifts in four countries, day and night.</p>")),
  ).toEqual([]);
  expect(emptied(line("<b>2,300 lifts</b>"), line("<b>2,400 lifts</b> and <span></span>"))).toEqual([]);
});

test("a cell that held most of its row, and a line that was begun and not written, are emptied", () => {
  const row = (support: string) =>
    `<table><tr><th>Version</th><th>Released</th><th>Support</th></tr><tr><td>2.x</td><td>January 2023</td><td>${support}</td></tr></table>`;
  expect(emptied(row("security fixes until September 2027"), row(""))).toEqual([
    { label: "2.x", value: "security fixes until September 2027" },
  ]);
  const member = (role: string) => around(`<p><b>Heike Lund</b><br>\n${role}</p>`);
  expect(emptied(member("Deputy, works council"), member(""))).toEqual([
    { label: "Heike Lund", value: "Deputy, works council" },
  ]);
});

test("a value of which only the mark beside it is left is emptied", () => {
  const facts = (kind: string) =>
    `<div>Delft</div><div>Marketing</div><div><span>${kind}</span> /</div><div>Hybrid</div>`;
  expect(emptied(around(facts("Internship")), around(facts("")))).toEqual([
    { label: "Marketing", value: "Internship" },
  ]);
});

test("what its author took out is not: a row with its label, an item of a list, another value, a shorter sentence", () => {
  const row = (rows: string) => `<table><tr><th>Length</th><td>18 m</td></tr>${rows}</table>`;
  expect(emptied(row("<tr><th>Capacity</th><td>60 t</td></tr>"), row(""))).toEqual([]);
  const list = (items: string) => `<ul><li>10 seats</li>${items}</ul>`;
  expect(emptied(list("<li>5 projects</li>"), list(""))).toEqual([]);
  expect(emptied(around("<p>Telephone: 12</p>"), around("<p>Telephone: 14</p>"))).toEqual([]);
  expect(emptied(around("<p>We answer within 2 days.</p>"), around("<p>We answer.</p>"))).toEqual([]);
});

test("a value whose own element is left without it is emptied, and one that went with its element is not", () => {
  const people = (role: string) =>
    around(
      `<div><h4>Ailsa Brodie</h4><p>Chief financial officer</p></div><div><h4>Joost van Hemert</h4>${role}</div><div><h4>Carmen Oyelaran</h4><p>Head of service</p></div>`,
    );
  const filled = people("<p>Head of engineering</p>");
  expect(emptied(filled, people("<p></p>"))).toEqual([{ label: "Joost van Hemert", value: "Head of engineering" }]);
  expect(emptied(filled, people(""))).toEqual([]);
  expect(emptied(people("<p>Head of engineering</p><p></p>"), people("<p></p>"))).toEqual([]);
  const terms = (value: string) => around(`<dl><dt>Contract</dt><dd>${value}</dd><dt>Yard</dt><dd>Cobh</dd></dl>`);
  expect(emptied(terms("Seasonal"), terms(""))).toEqual([{ label: "Contract", value: "Seasonal" }]);
});

test("a label that waits for its value is the line that stood there, though one of a new thing is more like that line", () => {
  const card = (name: string, line: string) => `<div><h3>${name}</h3><p>${line}</p></div>`;
  const cards = (line: string, more = "") =>
    `<p>Valid for the first point.</p>${card("Probes", line)}${more}<p>Ask us.</p>`;
  const after = cards("Turnaround: ", card("Loggers", "Turnaround: 6 business days"));
  expect(emptied(cards("Turnaround: 4 business days"), after)).toEqual([
    { label: "Turnaround", value: "4 business days" },
  ]);
});

test("what to read next is drawn anew and leaves no hole, beside a line of which a reader would note nothing", () => {
  const links = (names: string) =>
    names
      .split("|")
      .map((name) => `<p><a href="/${name.length}">${name}</a></p>`)
      .join("");
  const page = (names: string) =>
    around(`<p>3 min read</p><h2>Recent posts</h2><p><a href="/all">See all</a></p>${links(names)}`);
  expect(emptied(page("Our first thousand|Why we round late"), page("Why we round late|Two audits"))).toEqual([]);
});

const shop = (offer: string) => `<h1>Bearing NJ 2208</h1>${offer}<p>Bore of 40 mm, outside diameter of 80 mm.</p>`;

test.each([
  ["in one line", (price: string, stock: string) => `<p><span class="price">${price}</span> <span>${stock}</span></p>`],
  ["in lines of their own", (price: string, stock: string) => `<div class="price">${price}</div><div>${stock}</div>`],
])("a price that emptied while the stock beside it changed is empty, and the stock is told: %s", (_, offer) => {
  const { items } = compareCaptures(
    aPage(shop(offer("€41.20", "5 in stock"))),
    aPage(shop(offer("", "Delivery in three weeks"))),
  );
  const emptied = items.filter((item) => item.emptied);
  expect(emptied.map((item) => item.emptied?.value)).toEqual(["€41.20"]);
  const told = items.filter((item) => !item.emptied).map(({ before, after }) => [before, after]);
  expect(told).toEqual([["5 in stock", "Delivery in three weeks"]]);
});

test("a price and the stock beside it are two facts", () => {
  const line = (text: string) => aPage(shop(`<p>${text}</p>`));
  const { items } = compareCaptures(line("€4.10 · 46 in stock"), line("€4.35 · Sold out"));
  expect(items.map(({ kind, before, after }) => [kind, before, after])).toEqual([
    ["price", "€4.10", "€4.35"],
    ["text", "46 in stock", "Sold out"],
  ]);
});
