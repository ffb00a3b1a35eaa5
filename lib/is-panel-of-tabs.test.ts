import { type Element, isTag } from "domhandler";
import { parseDocument } from "htmlparser2";
import { expect, test } from "vitest";
import { elementTree, isPanelOfTabs } from "./is-panel-of-tabs";

function judged(markup: string): boolean[] {
  const found: Element[] = [];
  const waiting: Element[] = parseDocument(`<body>${markup}</body>`).children.filter(isTag);
  for (let one = waiting.shift(); one; one = waiting.shift()) {
    if (/none/.test(one.attribs.style ?? "") || "hidden" in one.attribs) found.push(one);
    waiting.push(...one.children.filter(isTag));
  }
  return found.map((one) => isPanelOfTabs(one, elementTree));
}
const strip = (count: number) => `<ul>${"<li><a href='#'>x</a></li>".repeat(count)}</ul>`;
const off = `<div class="v" style="display:none">hidden</div>`;
const on = `<div class="v">shown</div>`;

test("panels that a strip of as many tabs shows one by one are part of the page", () => {
  expect(judged(`<section>${strip(3)}<div class="many">${on}${off}${off}</div></section>`)).toEqual([true, true]);
  expect(
    judged(`<section><p><button>a</button><button>b</button></p>${on}<div class="v" hidden>x</div></section>`),
  ).toEqual([true]);
});

test("what is hidden for another reason is not", () => {
  expect(judged(`<section>${strip(4)}<div>${on}${off}${off}</div></section>`)).toEqual([false, false]);
  expect(judged(`<section>${strip(2)}<div>${on}<div class="w" style="display:none">x</div></div></section>`)).toEqual([
    false,
  ]);
  expect(judged(`<section>${strip(2)}<div>${off}${off}</div></section>`)).toEqual([false, false]);
  expect(judged(`<section><div>${on}${off}</div></section>`)).toEqual([false]);
});
