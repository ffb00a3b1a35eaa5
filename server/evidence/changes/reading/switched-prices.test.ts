import { expect, test } from "vitest";
import { compareCaptures } from "../compare-captures";
import { aPage } from "../testing/a-page";

const page = (plans: string) => aPage(`<h1>Prices</h1><p>For everybody who keeps samples.</p>${plans}<p>Ask us.</p>`);
const prices = (before: string, after: string) =>
  compareCaptures(page(before), page(after)).items.map(({ kind, before, after, heading }) => [
    kind,
    before,
    after,
    heading,
  ]);

test("a yearly price in a hidden twin of the monthly one is compared for itself", () => {
  const plan = (monthly: string, yearly: string) =>
    `<div><h3>Team</h3><div><span>${monthly}</span><span style="display:none" class="annual">${yearly}</span><span>/seat</span></div></div>`;
  expect(prices(plan("€49", "€39"), plan("€49", "€43"))).toEqual([["price", "€39", "€43", "Team, yearly"]]);
  expect(prices(plan("€49", "€39"), plan("€54", "€43"))).toEqual([
    ["price", "€49", "€54", "Team"],
    ["price", "€39", "€43", "Team, yearly"],
  ]);
});

test("so is one that waits in an attribute, once", () => {
  const plan = (yearly: string) =>
    `<div><h3>Team</h3><div class="price" data-monthly="€49" data-annual="${yearly}"><span>€49</span><span hidden>${yearly}</span></div></div>`;
  expect(prices(plan("€39"), plan("€43"))).toEqual([["price", "€39", "€43", "Team, yearly"]]);
});

test("and each plan of a hidden panel, under its heading", () => {
  const panel = (name: string, small: string, large: string, hidden = "") =>
    `<div id="${name}"${hidden}><h3>Small</h3><p>${small}</p><h3>Large</h3><p>${large}</p></div>`;
  const both = (large: string) => panel("monthly", "$10", "$40") + panel("yearly", "$8", large, " hidden");
  expect(prices(both("$32"), both("$36"))).toEqual([["price", "$32", "$36", "Large, yearly"]]);
});

test("a price that is hidden where nothing like it is shown is none of the page's, and a switch alone changes no price", () => {
  const cart = (sum: string) => `<div><h3>Team</h3><p>€49</p></div><div class="cart" hidden><p>Sum: ${sum}</p></div>`;
  expect(prices(cart("€0"), cart("€12"))).toEqual([]);
  const plan = (hidden: string) => `<div><h3>Team</h3><div><span>€49</span>${hidden}</div></div>`;
  expect(prices(plan(""), plan('<span hidden class="yearly">€39</span>'))).toEqual([]);
});

test("the price that waits in an attribute beside the shown one is compared, whatever the attribute is called", () => {
  const plan = (shown: string, other: string) =>
    `<div><h2>Arc</h2><div class="price" data-m="${shown}" data-y="${other}">${shown}</div></div>`;
  expect(prices(plan("$59", "$49"), plan("$59", "$54"))).toEqual([["price", "$49", "$54", "Arc, behind a switch"]]);
});
