import { expect, test } from "vitest";
import { compareCaptures } from "./compare-captures";
import { aPage } from "./testing/a-page";

const compare = (before: string, after: string) => compareCaptures(aPage(before), aPage(after));
const told = (before: string, after: string) =>
  compare(before, after).items.map((item) => [item.kind, item.before, item.after]);

test("a row that went and a row that came are two articles, and the price of one has not become that of the other", () => {
  const table = (rows: string) =>
    `<h1>Hoists</h1><table><tr><th>Type</th><th>Use</th><th>Price</th></tr><tr><td>H 10</td><td>Workshops</td><td>€ 410.00</td></tr>${rows}</table>`;
  const items = told(
    table("<tr><td>H 25</td><td>Quays</td><td>€ 980.00</td></tr>"),
    table("<tr><td>C 4</td><td>Chain drives</td><td>€ 1,220.00</td></tr>"),
  );
  expect(items).toEqual([
    ["list_item_added", null, "C 4 | Chain drives | € 1,220.00"],
    ["list_item_removed", "H 25 | Quays | € 980.00", null],
  ]);
});

test("a row keeps being one when most of it stayed under another name, or when its name stayed", () => {
  const row = (...cells: string[]) =>
    `<h1>Desk</h1><table><tr><th>Who</th><th>What</th><th>Phone</th></tr><tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr></table>`;
  const moved = compare(row("Ida Holm", "Repairs", "55 12"), row("Per Lund", "Repairs", "55 12"));
  expect(moved.items).toHaveLength(1);
  const dearer = told(row("Rope", "per metre", "€ 4.10"), row("Rope", "per metre", "€ 4.60"));
  expect(dearer).toEqual([["price", "€ 4.10", "€ 4.60"]]);
});

test("cards that lead to other things are other things, whatever place they stand in", () => {
  const card = (slug: string, name: string, price: string) =>
    `<div><h2><a href="/tools/${slug}">${name}</a></h2><p>from ${price}</p></div>`;
  const items = told(
    `<h1>Tools</h1>${card("plane", "Hand plane", "$38.00")}${card("adze", "Ship adze", "$61.00")}`,
    `<h1>Tools</h1>${card("plane", "Hand plane", "$38.00")}${card("gouge", "Spoon gouge", "$27.50")}`,
  );
  expect(items.filter(([kind]) => kind === "price")).toEqual([]);
  expect(
    told(
      `<h1>Tools</h1>${card("plane", "Hand plane", "$38.00")}`,
      `<h1>Tools</h1>${card("plane", "Hand plane", "$41.00")}`,
    ),
  ).toEqual([["price", "$38.00", "$41.00"]]);
});

test("a card that is one link is told apart as well", () => {
  const card = (slug: string, name: string, price: string) =>
    `<li><a href="/paddles/${slug}"><h2>${name}</h2><span>From ${price}</span></a><a href="/paddles/${slug}?n=1">Choose</a></li>`;
  const items = told(
    `<h1>Paddles</h1><ul>${card("ash", "Ash blade", "$44.00")}</ul>`,
    `<h1>Paddles</h1><ul>${card("otter", "Otter tail", "$71.50")}</ul>`,
  );
  expect(items.filter(([kind]) => kind === "price")).toEqual([]);
});

test("a table drawn with roles instead of a table's elements says the same", () => {
  const cells = [
    ["Storage", "2 GB", "40 GB"],
    ["Backups", "weekly", "hourly"],
    ["Support by phone", "no", "yes"],
  ];
  const old = `<h1>Compare</h1><p>Every plan can be left at any time of the year.</p><table>${cells.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`;
  const fresh = `<h1>Compare</h1><p>Every plan can be left at any time of the year.</p><div role="table">${cells.map((row) => `<div role="row">${row.map((cell) => `<div role="cell">${cell}</div>`).join("")}</div>`).join("")}</div>`;
  expect(compare(old, fresh).verdict).not.toBe("wording");
  expect(told(fresh, fresh.replace("hourly", "daily"))).toHaveLength(1);
});

test("the head of a table goes with its rows, when they became cards", () => {
  const old = `<h1>Fairs</h1><table><tr><th>When</th><th>What</th><th>Where</th></tr><tr><td>4 May 2027</td><td>Ship days</td><td>Hall 7</td></tr><tr><td>9 June 2027</td><td>Ropes and nets</td><td>Quay 2</td></tr></table>`;
  const fresh = `<h1>Fairs</h1><div><h3>Ship days</h3><p>4 May 2027, Hall 7</p></div><div><h3>Ropes and nets</h3><p>9 June 2027, Quay 2</p></div>`;
  expect(compare(old, fresh).verdict).not.toBe("wording");
});

test("values that stood under labels and are one line now are no news; another figure in the line is", () => {
  const grid = `<h1>Tug boats</h1><p>They pull what is larger than themselves.</p><div><div>Kind</div><div>Harbour craft</div><div>Hire</div><div>3 days</div></div>`;
  const line = (days: string) =>
    `<h1>Tug boats</h1><p>They pull what is larger than themselves.</p><p>Harbour craft · for hire from ${days}</p>`;
  expect(compare(grid, line("3 days")).verdict).not.toBe("wording");
  expect(compare(line("3 days"), grid).verdict).not.toBe("wording");
  expect(compare(grid, line("5 days")).verdict).toBe("wording");
});

test("a text in the place of another is one change, and not one that went and one that came", () => {
  const story = (line: string) =>
    `<h1>Lock gate repaired</h1><p>${line}</p><p>The gate was lifted by two cranes on Monday and hung again on Thursday.</p>`;
  expect(
    told(story("A diver found the crack on his last day."), story("Nobody had looked under water for nine years.")),
  ).toEqual([["text", "A diver found the crack on his last day.", "Nobody had looked under water for nine years."]]);
});

test("a picture that the page calls decoration is no news", () => {
  const page = (image: string) => `<h1>Yard</h1><p>We build in wood and repair in everything else.</p>${image}`;
  expect(compare(page(`<img src="/a/keel.jpg" alt="">`), page(`<img src="/a/mast.jpg" alt="">`)).verdict).toBe("none");
  expect(compare(page(`<img src="/a/keel.jpg" alt="Keel">`), page(`<img src="/a/mast.jpg" alt="Mast">`)).verdict).toBe(
    "form",
  );
});

test("a name that left a line with a running clock has emptied", () => {
  const line = (name: string, ago: string) =>
    `<h1>Ice on the canal</h1><p>By <a href="/staff">${name}</a> <span>Updated ${ago} ago</span></p><p>Skaters were out before the barges could turn round.</p>`;
  const { items } = compare(line("Nils Aker", "5 minutes"), line("", "44 minutes"));
  expect(items.map(({ emptied }) => emptied)).toEqual([{ label: "By", value: "Nils Aker" }]);
});

test("the price of a size that only those see who choose it is told, once, and what others bought is not", () => {
  const page = (price: string, others: string[]) =>
    `<h1>Anchor chain</h1><p>From £8.20</p><form method="post" data-variants='[{"size":"6 mm","price":"£8.20"},{"size":"12 mm","price":"${price}"}]'><button>Buy</button></form>
    <section><h2>Customers also bought</h2>${others.map((name) => `<div><a href="/${name}">${name}</a> <span>£3.10</span></div>`).join("")}</section>`;
  expect(told(page("£21.00", ["Shackle", "Swivel"]), page("£23.50", ["Fender", "Cleat"]))).toEqual([
    ["price", "£21.00", "£23.50"],
  ]);
  const dearer = page("£21.00", []).replaceAll("£8.20", "£9.10");
  expect(told(page("£21.00", []), dearer)).toEqual([["price", "£8.20", "£9.10"]]);
});

test("a telephone number is no thing of its own: another one in its place is one change", () => {
  const desk = (number: string) =>
    `<h1>Desk</h1><p>We open when the ferry lands and close when it leaves.</p><p>Tel. <a href="tel:${number.replaceAll(" ", "")}">${number}</a></p>`;
  expect(told(desk("+47 55 10 20 30"), desk("+47 55 10 20 44")).filter(([kind]) => kind !== "link")).toHaveLength(1);
});

test("what became the same other text in several places has changed once", () => {
  const plans = (trial: string) =>
    ["Deckhand", "Mate", "Captain"]
      .map((name) => `<h2>${name}</h2><p>Sails with us.</p><p>Begin your ${trial} now</p>`)
      .join("");
  expect(told(plans("week of trial"), plans("month of trial"))).toHaveLength(1);
});

test("what stands in a layout table is read by its own lines, not as a row with the clock beside it", () => {
  const page = (hours: string, clock: string) =>
    `<table><tr><td><table><tr><td><a href="/a">Home</a></td></tr></table><p>Visitor 00${clock.replace(":", "")}</p></td><td><p>Harbour office</p><p>Open ${hours}</p></td></tr></table>`;
  expect(told(page("8 to 16", "10:31"), page("8 to 15", "11:52"))).toContainEqual([
    "number",
    "Open 8 to 16",
    "Open 8 to 15",
  ]);
});

test("a new card above others takes neither their prices nor their names", () => {
  const card = (name: string, price: string) =>
    `<li><a href="/things/${name.toLowerCase()}"><img src="/i/${name}.jpg" alt=""></a><a href="/things/${name.toLowerCase()}">${name}</a><div><a href="/things/${name.toLowerCase()}">Regular price ${price}</a></div></li>`;
  const cards = (...all: string[]) => `<h1>Kettles</h1><ul>${all.join("")}</ul>`;
  const old = [card("Narrow", "£58.00"), card("Travel", "£44.00")];
  const items = compare(
    cards(...old),
    cards(card("Copper", "£138.00"), old[0] ?? "", card("Travel", "£44.00 Sold out")),
  ).items;
  expect(items.filter(({ kind }) => kind === "price")).toEqual([]);
  expect(items.find(({ before }) => before !== null)).toMatchObject({
    before: "Regular price £44.00",
    after: "Regular price £44.00 Sold out",
  });
});

test("one who has gone and one who has come have each their own line", () => {
  const team = (name: string, role: string) =>
    `<h1>Team</h1><h3>Emre Aksoy</h3><p>Hydrologist +49 3841 5550 14</p><h3>${name}</h3><p>${role}</p><p>We are at work from Monday on.</p>`;
  expect(
    told(team("Gernot Pahl", "Surveyor +49 3841 5550 21"), team("Mila Radić", "Fish ecologist +49 3841 5550 23")),
  ).toEqual([
    ["text", null, "Mila Radić"],
    ["text", null, "Fish ecologist +49 3841 5550 23"],
    ["text", "Gernot Pahl", null],
    ["text", "Surveyor +49 3841 5550 21", null],
  ]);
});

test("a lower price beside the usual one is the new price, told once whatever else states it", () => {
  const thing = (price: string, now: string) =>
    `<h1>Electric kettle</h1><p>${price}</p><p>Holds any temperature for half an hour.</p><select name="size"><option>Black - ${now}</option><option>Sand - ${now}</option></select>`;
  expect(told(thing("£119.00", "£119.00"), thing("<s>£119.00</s> £95.00", "£95.00"))).toEqual([
    ["price", "£119.00", "£95.00"],
  ]);
  expect(told(thing("<s>£119.00</s> £95.00", "£95.00"), thing("£119.00", "£119.00"))).toEqual([
    ["price", "£95.00", "£119.00"],
  ]);
});

test("letters that stand together in a counted name are no word", () => {
  const team = (people: string) =>
    `<h1>Team</h1>${people}<p>We answer every letter within a week, whoever it is addressed to.</p>`;
  const member = (name: string, id: string) =>
    `<div class="element element-${id}"><h3>${name}</h3><p>Partner</p></div>`;
  expect(told(team(member("Georg Lund", "2ad41f0")), team(""))).toContainEqual(["text", "Georg Lund", null]);
});

test("the same line with another figure is told in any layout, though the figure stands elsewhere for something else", () => {
  const old = (seats: string) =>
    `<div class="hero-old wide"><h1 class="title-old">Plans</h1></div><div class="card-old"><h3 class="name-old">Team</h3><p class="points-old">Up to ${seats} desks in one hall</p></div><div class="hours-old"><p class="line-old">The desk is open on 5 days and seven nights</p><p class="note-old">3 keys are given out</p></div>`;
  const fresh = (seats: string) =>
    `<section class="Top_root"><h1 class="Top_title">Plans</h1></section><ul class="Grid_root"><li class="Card_root"><h2 class="Card_name">Team</h2><span class="Card_line">Up to ${seats} desks in one hall</span></li></ul><aside-note class="Hours_root"><span class="Hours_line">The desk is open on 5 days and seven nights</span><span class="Hours_note">3 keys are given out</span></aside-note>`;
  expect(compare(old("3"), fresh("3")).verdict).not.toBe("wording");
  expect(told(old("3"), fresh("5"))).toEqual([["number", "Up to 3 desks in one hall", "Up to 5 desks in one hall"]]);
  expect(told(old("three"), fresh("seven"))).toEqual([
    ["number", "Up to three desks in one hall", "Up to seven desks in one hall"],
  ]);
});

test("what is counted in words is told in any layout, also when its noun goes over to the plural", () => {
  const old = (line: string) =>
    `<div class="hero-old wide"><h1 class="title-old">Plans</h1></div><div class="card-old"><h3 class="name-old">Solo</h3><ul class="points-old"><li class="point-old">${line}</li><li class="point-old">Proofs by mail</li></ul></div>`;
  const fresh = (line: string) =>
    `<section class="Top_root"><h1 class="Top_title">Plans</h1></section><article class="Card_root"><h2 class="Card_name">Solo</h2><p class="Card_line">${line}</p><p class="Card_line">Proofs by mail</p></article>`;
  expect(told(old("A single desk"), fresh("Two desks"))).toEqual([["number", "A single desk", "Two desks"]]);
  expect(compare(old("A single desk"), fresh("A single desk")).verdict).not.toBe("wording");
});

/** One tender as a table of figures, and laid out anew with its dates in words. */
const tender = {
  table: (closes: string, published: string) =>
    `<html><body><div id="wrapper"><div id="content"><h1>Roof of the library</h1><table class="detail"><tr><td><b>Reference</b></td><td>LR-0431</td></tr><tr><td><b>Published</b></td><td>${published}</td></tr><tr><td><b>Closing date and time</b></td><td>${closes}</td></tr></table><h2>Description</h2><p>Works to replace the copper roof and the glazing while the library stays open.</p></div></div></body></html>`,
  anew: (closes: string, published: string) =>
    `<html><body><main id="main" class="ds"><article><header><h1>Roof of the library</h1></header><section class="box"><h2>What we are buying</h2><p>Works to replace the copper roof and the glazing while the library stays open.</p></section><section class="box"><h2>Key facts</h2><dl><dt>Closes</dt><dd>${closes}</dd><dt>Published</dt><dd>${published}</dd><dt>Reference</dt><dd>LR-0431</dd></dl></section></article></main></body></html>`,
};

test("days and hours that a redesign writes otherwise are the same, and a day that moved with it is told", () => {
  const before = tender.table("08/01/2027 12:00", "27/11/2026");
  expect(compare(before, tender.anew("8 January 2027, 12 noon", "27 November 2026"))).toMatchObject({
    verdict: "form",
    isLaidOutAnew: true,
  });
  const afternoon = tender.table("31/08/2028 23:59", "12.11.2026");
  expect(compare(afternoon, tender.anew("31 August 2028, 11.59pm", "November 12, 2026")).verdict).toBe("form");
  const moved = compare(before, tender.anew("15 January 2027, 12 noon", "27 November 2026"));
  expect(moved.verdict).toBe("wording");
  expect(moved.items.map((item) => `${item.before} ${item.after}`).join("\n")).toContain("15 January 2027");
  expect(compare(before, tender.anew("8 January 2027, 2pm", "27 November 2026")).verdict).toBe("wording");
});

test("links with another slash at their end, and crumbs that lead to the page itself, are part of a redesign", () => {
  const things = ["integrations", "volumes", "drafting", "alerts", "library"];
  const before = things.map((one) => `<p class="line"><a href="/product/${one}">${one}</a> is part of every plan.</p>`);
  const after = things.map(
    (one) => `<li class="item"><a href="/product/${one}/">${one}</a> is part of every plan.</li>`,
  );
  const old = aPage(`<div class="wrap"><div class="inner"><h1 class="head">Product</h1>${before.join("")}</div></div>`);
  const url = old.url.replace(/^https:\/\/[^/]+/, "");
  const fresh = (list: string) =>
    aPage(
      `<article class="sheet"><ol class="crumbs"><li><a href="${url}/">Product</a></li></ol><header class="top"><h1>Product</h1></header><section class="body"><ul class="grid">${list}</ul></section></article>`,
    );
  const links = (list: string) => compareCaptures(old, fresh(list)).items.filter(({ kind }) => kind === "link");
  expect(links(after.join(""))).toEqual([]);
  expect(links(after.join("").replace("/product/alerts/", "/product/signals/"))).toMatchObject([
    { after: expect.stringContaining("/product/signals/") },
  ]);
});

test.each([
  ["16.4.2031, 11.00 Uhr", "16. April 2031, 11 Uhr"],
  ["15/04/2031 à 12h00", "15 avril 2031 à 12:00"],
  ["15/04/2031 12.30 h", "15 de abril de 2031, 12:30"],
])("a day and hour in another writing is no news on a page that is built otherwise: %s", (was, is) => {
  const other = "The harbour asks for bids on the lamps of its quays, in three lots, for the term of four years.";
  const old = `<h1>Quay lamps</h1><dl><dt>Buyer</dt><dd>Port of Hale</dd><dt>Number</dt><dd>PH-14</dd><dt>Closes</dt><dd>${was}</dd></dl><p>${other}</p>`;
  const fresh = `<div class="n"><h1>Quay lamps</h1><table class="t"><tr><th>Authority</th><td>Port of Hale</td></tr><tr><th>File</th><td>PH-14</td></tr><tr><th>Last day for bids</th><td>${is}</td></tr></table><section class="s"><p>${other}</p></section></div>`;
  expect(compare(old, fresh).verdict).not.toBe("wording");
});
