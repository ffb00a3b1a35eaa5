import { describe, expect, it } from "vitest";
import { type Click, learnFromClicks } from "./learn-from-clicks";
import { readPageTree } from "./page-tree";
import { plainText } from "./plain-text";
import { readWithSelector } from "./read-with-selector";

const url = "https://buyers.example/calls";

/** The innermost visible element with this text, or with this beginning. */
function at(html: string, text: string): number {
  const { nodes } = readPageTree(html);
  const found = nodes.findLastIndex(({ element }) => plainText(element) === text);
  if (found < 0) throw new Error(`nothing shows "${text}"`);
  return found;
}

function learn(html: string, shown: [string, string][]) {
  const clicks: Click[] = shown.map(([field, text]) => ({ field, node: at(html, text) }));
  const found = learnFromClicks(html, url, clicks);
  if ("problem" in found) throw new Error(found.problem);
  return { ...found.learned, read: readWithSelector(html, found.learned.selector, url) ?? [] };
}

const calls = [
  ["Repair of the town hall roof", "Ashby", "noon on the third of May"],
  ["Lunches for eleven schools", "Northfold", "the week after Easter"],
  ["Scanning of the archive", "Harrowmere", "before harvest"],
  ["Bridge over the mill stream", "Saltgate", "when the snow is gone"],
] as const;
const menu = `<nav><ul><li><a href="/">Home</a></li><li><a href="/calls">Calls</a></li><li><a href="/help">Help</a></li></ul></nav>`;
const titles = calls.map(([title]) => title);

describe("one entry whose fields a person has clicked", () => {
  const plain = `${menu}<main><div class="q0">${calls.map(([a, b, c]) => `<div class="q1"><div><span class="q2">${a}</span></div><div><span class="q3">${b}</span><span class="q4">${c}</span></div></div>`).join("")}</div></main>`;

  it("shows all its like, by names that mean nothing", () => {
    const { read, fill, selector } = learn(plain, [
      ["title", calls[1][0]],
      ["Buyer", calls[1][1]],
      ["Deadline", calls[1][2]],
    ]);
    expect(read.map(({ title, fields }) => [title, fields.Buyer, fields.Deadline])).toEqual(calls);
    expect(fill).toEqual({ title: 1, Buyer: 1, Deadline: 1 });
    expect(selector).toMatchObject({ css: "div.q1", xpath: "/main[1]/div[1]/div" });
  });

  it("is not taken for the parts of other entries when only its title was clicked", () => {
    const parts = plain
      .replaceAll("<div><span", '<div class="q5"><span')
      .replaceAll('<div class="q5"><span class="q3"', '<div class="q6"><span class="q3"');
    expect(learn(parts, [["title", calls[1][0]]]).read.map(({ title }) => title)).toEqual(titles);
  });

  it("shows all its like in a list without any names, and leaves the menu out", () => {
    const html = `${menu}<main><ul>${calls.map(([a, b], n) => `<li><p><a href="/c/${n}">${a}</a></p><p>${b}</p></li>`).join("")}</ul></main>`;
    const { read } = learn(html, [
      ["title", calls[0][0]],
      ["Buyer", calls[0][1]],
    ]);
    expect(read.map(({ title, url: address }) => [title, address])).toEqual(
      titles.map((title, n) => [title, `https://buyers.example/c/${n}`]),
    );
  });

  it("takes the link from where the entry has it, when its title is none", () => {
    const html = `<main>${calls.map(([a, b], n) => `<section class="c"><h3>${a}</h3><p class="b">${b}</p><a class="more" href="/c/${n}">Details</a></section>`).join("")}</main>`;
    expect(learn(html, [["title", calls[2][0]]]).read.map(({ url: address }) => address)).toEqual(
      [0, 1, 2, 3].map((n) => `https://buyers.example/c/${n}`),
    );
  });

  it("knows a value by its column or its label, so that another order does not matter", () => {
    const html = `<main><table><tr><th>Call</th><th>Contracting body</th></tr>${calls.map(([a, b]) => `<tr><td>${a}</td><td>${b}</td></tr>`).join("")}</table></main>`;
    const { selector, read } = learn(html, [
      ["title", calls[3][0]],
      ["buyer", calls[3][1]],
    ]);
    expect(read).toHaveLength(4);
    expect(selector.fields.buyer).toMatchObject({ label: "Contracting body" });
    const labelled = `<main>${calls.map(([a, b]) => `<div class="e"><b>${a}</b><p>Published by: ${b}</p></div>`).join("")}</main>`;
    const by = learn(labelled, [
      ["title", calls[0][0]],
      ["buyer", `Published by: ${calls[0][1]}`],
    ]);
    expect(by.read[1]?.fields.buyer).toBe("Northfold");
  });

  it("keeps to the entries when one lacks a field", () => {
    const html = plain.replace(`<span class="q4">${calls[2][2]}</span>`, "");
    const { read, fill } = learn(html, [
      ["title", calls[0][0]],
      ["Deadline", calls[0][2]],
      ["Buyer", calls[0][1]],
    ]);
    expect(read).toHaveLength(4);
    expect(fill.Deadline).toBe(0.75);
  });
});

it("needs a second entry where one does not say how far it reaches, and says so", () => {
  const html = `<main><article><h2>${calls[0][0]}</h2></article><aside><h2>${calls[1][0]}</h2></aside></main>`;
  const one = learnFromClicks(html, url, [{ field: "title", node: at(html, calls[0][0]) }]);
  expect(one).toMatchObject({ problem: expect.stringContaining("second entry") });
  expect(learnFromClicks(html, url, [{ field: "Buyer", node: 3 }])).toMatchObject({ problem: expect.any(String) });
});

it("learns from two entries where the smallest thing around one is too small", () => {
  const html = `<main>${calls.map(([a, b]) => `<div><div><div><i>${a}</i></div></div><p>${b}</p></div>`).join("")}</main>`;
  const { read } = learn(html, [
    ["title", calls[0][0]],
    ["title", calls[1][0]],
  ]);
  expect(read.map(({ title }) => title)).toEqual(titles);
});

it.each([-1, 4_000, Number.NaN])("ignores a click on what is not there: %s", (node) => {
  expect(learnFromClicks("<p>a</p>", url, [{ field: "title", node }])).toHaveProperty("problem");
});
