import { expect, test } from "vitest";
import { heldPriceLine, readHeldPrices } from "./read-held-prices";

const plans = [
  { id: "p1", name: "Ketch", prices: { usd: { month: "$19", year: "$15" }, gbp: { annual: "£12.50" } }, seats: "3" },
  { id: "p2", name: "Barque", prices: { usd: { month: "$49", year: "$39" } }, code: "price_barque" },
];
const lines = (html: string, ...names: string[]) => readHeldPrices(html, new Set(names)).map(heldPriceLine);

test("prices are read from the data of scripts, for what the page names", () => {
  const json = `<script type="application/json" id="d">${JSON.stringify({ plans })}</script>`;
  const state = `<script>window.__STATE__ = ${JSON.stringify({ plans })};</script>`;
  for (const html of [json, state]) {
    expect(lines(html, "ketch")).toEqual(["Ketch, monthly: $19", "Ketch, yearly: $15", "Ketch, yearly: £12.50"]);
    expect(lines(html, "sloop")).toEqual([]);
  }
});

test("data that came in pieces is put together, with doubled dollars", () => {
  const row = `1:"$Sreact"\n5:["$","$L2",null,${JSON.stringify({ plans }).replaceAll('"$', '"$$$$')}]\n`;
  const push = (piece: string) => `<script>self.__next_f.push(${JSON.stringify([1, piece])})</script>`;
  const html = push(row.slice(0, 60)) + push(row.slice(60));
  expect(lines(html, "barque")).toEqual(["Barque, monthly: $49", "Barque, yearly: $39"]);
});

test("broken data, programs and pages without either say nothing, in linear time", () => {
  const began = performance.now();
  expect(lines("<script>window.a = {b: [1,2}</script><p>Ketch $19</p>", "ketch")).toEqual([]);
  expect(lines(`<script>x.push([1,"${"a".repeat(900_000)}</script>`.repeat(2), "ketch")).toEqual([]);
  expect(lines(`<script>${"push([1,".repeat(100_000)}</script>`, "ketch")).toEqual([]);
  expect(performance.now() - began).toBeLessThan(2_000);
});
