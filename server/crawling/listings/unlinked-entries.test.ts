import { expect, test } from "vitest";
import { findListing } from "./find-listing";

const url = "https://town.example/bids";
const bids = [
  ["RFP 23-04", "Street sweeping services", "12 May 2031"],
  ["RFP 23-05", "Street sweeping services", "19 May 2031"],
  ["ITB 23-06", "Playground resurfacing at Elm Park", "2 June 2031"],
  ["RFQ 23-09", "On-call surveying", "9 June 2031"],
  ["ITB 23-11", "Road salt", "16 June 2031"],
] as const;
const page = (body: string) =>
  `<html><head><title>Bids | Town</title></head><body><nav><a href="/">Home</a><a href="/council">Council</a><a href="/contact">Contact</a></nav><main><h1>Current bid opportunities</h1><p>The town invites bids for the goods and services below. Sealed bids are received at the office of the clerk.</p>${body}</main><footer><p>Town Hall, 1 Main St</p><a href="/privacy">Privacy</a></footer></body></html>`;
const rows = (cells: (bid: (typeof bids)[number]) => string, head = "") =>
  `<table>${head}${bids.map((bid) => `<tr>${cells(bid)}</tr>`).join("")}</table>`;

const makes: Record<string, string> = {
  "a table": rows(
    ([number, title, due]) => `<td>${number}</td><td>${title}</td><td>${due}</td>`,
    "<tr><th>Number</th><th>Title</th><th>Closing</th></tr>",
  ),
  "a table without a head": rows(([number, title, due]) => `<td>${number}</td><td>${title}</td><td>${due}</td>`),
  "a table of two columns": rows(
    ([number, title, due]) => `<td>${number} ${title}</td><td>${due}</td>`,
    "<tr><th>Project</th><th>Due</th></tr>",
  ),
  "a table whose rows all lead to the page on how to bid": rows(
    ([number, title, due]) => `<td>${number}</td><td>${title}</td><td>${due}</td><td><a href="/how">Submit</a></td>`,
    "<tr><th>No.</th><th>Description</th><th>Closes</th><th>How</th></tr>",
  ),
  "a table with addresses to write to": rows(
    ([number, title, due]) =>
      `<td>${number}</td><td>${title}</td><td>${due}</td><td><a href="mailto:b@town.example">Buyer</a></td>`,
    "<tr><th>No.</th><th>Description</th><th>Closes</th><th>Contact</th></tr>",
  ),
  cards: bids
    .map(
      ([number, title, due]) =>
        `<div class="card"><h3>${title}</h3><p><b>Reference:</b> ${number}</p><p><b>Closing date:</b> ${due}</p></div>`,
    )
    .join(""),
  "parts that fold out": bids
    .map(
      ([number, title, due], at) =>
        `<div class="item"><h2><button aria-expanded="false" aria-controls="c${at}">${title}</button></h2><div id="c${at}" hidden><dl><dt>Reference</dt><dd>${number}</dd><dt>Closing</dt><dd>${due}</dd></dl><p>Bids go to the clerk, who opens them in public in the hall.</p></div></div>`,
    )
    .join(""),
  "lines of a list": `<ul>${bids.map(([number, title, due]) => `<li>${number}: ${title}, closing ${due}</li>`).join("")}</ul>`,
  paragraphs: bids.map(([number, title, due]) => `<p><b>${number}</b> ${title}<br>Closing: ${due}</p>`).join(""),
  "terms and what is said of them": `<dl>${bids.map(([number, title, due]) => `<dt>${number} ${title}</dt><dd>Closing date: ${due}. Bids go to the clerk.</dd>`).join("")}</dl>`,
};

test.each(Object.entries(makes))("entries without a page of their own are read: %s", (_, body) => {
  const records = findListing(page(body), url)?.records ?? [];
  expect(records.map((one) => one.url)).toEqual(bids.map(() => null));
  records.forEach(({ title, text }, at) => {
    const [number, words, due] = bids[at] ?? ["", "", ""];
    expect(title).toContain(words);
    expect(text).toContain(number);
    expect(text).toContain(due);
  });
});

test("facts about one thing and what a version changed are no entries", () => {
  const facts = `<table>${["Founded", "Town hall opened", "Twinned with Hale", "Last survey", "Charter renewed"].map((what, at) => `<tr><td>${what}</td><td>${at + 3} May 19${at}1</td></tr>`).join("")}</table>`;
  const versions = bids
    .map(([, title], at) => `<h3>Version 2.${at}</h3><p>${title} are reported sooner, and the log is kept longer.</p>`)
    .join("");
  for (const body of [facts, versions]) expect(findListing(page(body), url)).toBeNull();
});

test("a row whose number is of another make than the others' is a row of its table like them", () => {
  const head = "<tr><th>File</th><th>Subject</th><th>Closing</th></tr>";
  const row = (number: string, title: string) => `<tr><td>${number}</td><td>${title}</td><td>2 June 2031</td></tr>`;
  const numbers = ["EXP 063/26", "2026-40224", "EXP 066/26", "2026-40215", "SER/2026/166"];
  const table = numbers.map((number, at) => row(number, `Lifeguards on beach no ${at}, summer season`)).join("");
  expect(findListing(page(`<table>${head}${table}</table>`), url)?.records.length).toBe(5);
});

test("headings that fold out in several parts of a page are the titles of what follows them, and their files its papers", () => {
  const fold = ([number, title, due]: (typeof bids)[number], at: number) =>
    `<h3><button aria-expanded="false" aria-controls="f${at}">${title}</button></h3><div id="f${at}" hidden><table><tr><th>Number</th><td>${number}</td></tr><tr><th>Return date</th><td>${due}</td></tr></table><p>The town wishes to appoint one supplier for the work and asks for bids in writing.</p><p>Documents: <a href="/d/${at}-invitation.pdf">Invitation</a>, <a href="/d/${at}-prices.pdf">Prices</a> and <a href="/d/terms.pdf">Terms</a></p></div>`;
  const body = `<h2>Goods</h2><div>${bids.slice(0, 2).map(fold).join("")}</div><h2>Services</h2><div>${bids
    .slice(2)
    .map((bid, at) => fold(bid, at + 2))
    .join("")}</div>`;
  const records = findListing(page(body), url)?.records ?? [];
  expect(records.map(({ title }) => title)).toEqual(bids.map(([, title]) => title));
  expect(records[1]?.papers).toEqual([
    { url: "https://town.example/d/1-invitation.pdf", text: "Invitation" },
    { url: "https://town.example/d/1-prices.pdf", text: "Prices" },
  ]);
});
