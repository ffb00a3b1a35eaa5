import { expect, test } from "vitest";
import { compareCaptures } from "./compare-captures";
import { isLaidOutAnew } from "./is-laid-out-anew";
import { readSource } from "./reading/read-source";

const rows = [
  ["Reach", "14 m"],
  ["Load at the tip", "380 kg"],
  ["Cable", "steel, 6 mm"],
  ["Hand over", "in five weeks"],
] as const;

const cards = (figures: readonly (readonly [string, string])[], note = "") =>
  `<html><body><header class="top"><a class="logo" href="/">Davit works</a></header><main class="sheet"><article class="crane"><header class="crane-head"><h1 class="crane-title">Wall crane</h1></header><div class="crane-badge">Best seller</div><section class="facts">${figures.map(([label, value]) => `<div class="fact"><span class="fact-label">${label}</span><b class="fact-value">${value}</b></div>`).join("")}</section><footer class="crane-foot"><p class="lead">Swings over the quay and back without a second man.</p>${note}</footer></article></main></body></html>`;

const table = (figures: readonly (readonly [string, string])[], note = "") =>
  `<html><body><div id="page"><div class="bar"><p>Davit works</p></div><div class="text"><h2 class="big">Wall crane</h2><p class="intro">Swings over the quay and back without a second man.</p><ul class="list">${figures.map(([label, value]) => `<li class="line"><em>The ${label.toLowerCase()} is</em> <strong>${value}</strong>.</li>`).join("")}</ul>${note}</div></div></body></html>`;

const at = (html: string) => ({ html, url: "https://davits.test/cranes/wall" });
const told = (before: string, after: string) => compareCaptures(at(before), at(after));

test("a page of one template with other facts is not laid out anew, nor is one whose build tool has renamed everything", () => {
  const isAnew = (before: string, after: string) => isLaidOutAnew(readSource(before), readSource(after));
  expect(isAnew(cards(rows), cards(rows.slice(1), "<p class='lead'>New: with a winch.</p>"))).toBe(false);
  const built = (hash: string) => cards(rows).replace(/class="([\w-]+)"/g, `class="$1__${hash}"`);
  expect(isAnew(built("a7Xq2"), built("Zk31e"))).toBe(false);
  expect(isAnew(cards(rows), table(rows))).toBe(true);
  const incident = ["title", "body", "state", "time", "note", "by", "more"].reduce(
    (inner, name) => `<div class="incident-${name}">${inner}</div>`,
    "<p class='incident-text'>The winch stands still.</p>",
  );
  expect(isAnew(cards(rows), cards(rows, incident))).toBe(false);
});

test("names that count visits or builds make no page another, so that its new headline is told", () => {
  const page = (count: number, build: string, headline: string) =>
    `<html><body class="theme-${build}"><header class="top"><ul class="menu"><li class="menu-item menu-item-${count}"><a class="menu-link" href="/a">Work</a></li></ul></header><main class="sheet post-${count}"><h1 class="title">${headline}</h1><p class="lead">We plan dikes.</p></main></body></html>`;
  const [before, after] = [page(4, "2ebl1", "We give rivers room"), page(7, "2ebq9", "Nobody plans floods better")];
  expect(told(before, after).items.map(({ before, after }) => [before, after])).toEqual([
    ["We give rivers room", "Nobody plans floods better"],
  ]);
});

test("the same facts under other labels, in other sentences and in another order are no change of words", () => {
  expect(told(cards(rows), table([...rows].reverse())).verdict).not.toBe("wording");
  expect(told(table(rows), cards(rows)).verdict).not.toBe("wording");
});

test("another figure, a new sentence and a lost one are told, however the page is laid out", () => {
  const dearer = rows.map(([label, value]) => [label, value.replace("380", "410")] as const);
  const items = told(cards(rows), table(dearer)).items.filter(({ kind }) => kind !== "structure");
  expect(items).toHaveLength(1);
  expect(JSON.stringify(items)).toContain("410");
  const recall = "<p>Cranes delivered before March must be brought back to us at once.</p>";
  expect(told(cards(rows), table(rows, recall)).verdict).toBe("wording");
  expect(told(cards(rows, recall), table(rows)).verdict).toBe("wording");
});

test("a number in words is another figure, however the page is laid out, and which lines have become headings is not told beside it", () => {
  const reach = (metres: string) => rows.map(([label, value]) => [label, value.replace("14 m", metres)] as const);
  const { items } = told(cards(reach("fourteen metres")), table(reach("twelve metres")));
  expect(items.map(({ kind }) => kind)).not.toContain("structure");
  expect(items.map(({ after }) => after).join()).toContain("twelve");
});

test("a box for consent that hangs elsewhere under other names makes no page another: who came in the place of whom is told", () => {
  const people = (name: string) =>
    ["Ada Holm", name, "Cem Aydin", "Dora Pohl"]
      .map(
        (one) =>
          `<div class="member member-card"><h3 class="member-name">${one}</h3><p class="member-role">Works</p><figure class="photo"><img alt=""><figcaption class="by"><em>Ida</em></figcaption></figure><ul class="ways"><li class="way"><span class="how">By post</span><b>or</b></li></ul><dl class="more"><dt class="what"><i>Since</i></dt><dd class="when"><time>spring</time></dd></dl></div>`,
      )
      .join("");
  const page = (name: string, first: string, last: string) =>
    `<html><body class="site"><div class="wrap">${first}<header class="top"><a class="logo" href="/">Yard</a></header><main class="sheet"><h1 class="title">People</h1><div class="grid">${people(name)}</div></main><footer class="foot"><p class="small">Yard Ltd</p></footer></div>${last}</body></html>`;
  const consent = `<div class="ask" role="dialog">We set cookies. <button>Accept</button></div>`;
  const other = `<section class="cky-box"><div class="cky-title"><p>Your privacy</p><button class="cky-yes">Accept cookies</button></div></section>`;
  const { items } = told(page("Bo Lind", consent, ""), page("Eva Marsh", "", other));
  expect(JSON.stringify(items)).toContain("Eva Marsh");
});
