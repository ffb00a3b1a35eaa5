import { expect, test } from "vitest";
import { compareCaptures } from "./compare-captures";
import { rememberPage, settleComparison } from "./settle-comparison";
import { aPage, policy, prices } from "./testing/a-page";

/** What is told of the last of these pages against the one before. */
const settled = (contents: readonly string[]) => settledWhole(contents).comparison;

function settledWhole(contents: readonly string[]) {
  const pages = contents.map((content) => aPage(content));
  const [before, after] = pages.slice(-2);
  if (!before || !after) throw new Error("Two pages are needed.");
  const memories = pages.slice(0, -1).flatMap((page) => rememberPage(page) ?? []);
  return settleComparison(compareCaptures(before, after), memories);
}

const quote = (text: string) => `${policy}<h2>Voices</h2><p>${text}</p>`;
const [ann, bob] = [quote("They found my parcel in the snow, says Ann."), quote("A box came back whole, reports Bob.")];

test("a quotation that returns is told no more", () => {
  expect(settled([ann, bob]).verdict).toBe("wording");
  expect(settled([ann, bob, ann])).toMatchObject({ verdict: "none", items: [] });
});

test("what changes beside the quotation is still told, and nothing else", () => {
  const { verdict, items } = settled([ann, bob, ann.replace("30 days", "14 days")]);
  expect(verdict).toBe("wording");
  expect(items.map((item) => item.kind)).toEqual(["number"]);
});

test("a list that rotates is told no more", () => {
  const list = (...items: string[]) => `${policy}<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;
  const [first, second] = [list("red kettles", "blue pans"), list("blue pans", "green cups")];
  expect(settled([first, second]).verdict).toBe("wording");
  expect(settled([first, second, first]).verdict).toBe("none");
});

test("a counter is told no more after it differed at three captures", () => {
  const count = (n: number) => `${policy}<p>${n} parcels on their way</p>`;
  expect(settled([count(511), count(523)]).verdict).toBe("wording");
  expect(settled([count(511), count(523), count(538), count(547)]).verdict).toBe("none");
});

test("a line that swings between two figures goes to and fro; a counter that hits an earlier figure by chance does not", () => {
  const count = (n: number) => `${policy}<p>${n} parcels on their way</p>`;
  const returns = (...figures: number[]) => settledWhole(figures.map(count)).returned.map(({ after }) => after);
  expect(returns(4, 3, 4)).toEqual(["4 parcels on their way"]);
  expect(returns(3, 4, 3, 4)).toEqual(["4 parcels on their way"]);
  expect(returns(511, 523, 538, 523)).toEqual([]);
  expect(returns(511, 523, 511, 538, 511)).toEqual([]);
});

test("a price that moves at every capture is no counter", () => {
  const at = (price: number) => prices.replace("$49", `For a team $${price}`);
  expect(settled([at(49), at(52), at(55), at(58)]).items).toMatchObject([
    { kind: "price", before: "$55", after: "$58" },
  ]);
});

test("a price that returns after long is told", () => {
  const [old, fresh] = [prices, prices.replace("$49", "$59")];
  expect(settled([old, fresh, fresh, fresh, fresh, fresh, fresh, fresh, old]).items).toMatchObject([
    { kind: "price", after: "$49" },
  ]);
});

test("a line that swings is told no more when a redesign writes it together with its label", () => {
  const line = (share: string) =>
    `${policy}<h3>Availability</h3><p>The interface is available ${share} of each month.</p>`;
  const relaid = (share: string) =>
    `${policy}<p><b>Availability</b> The interface is available ${share} of each month.</p>`;
  const wording = ({ items }: { items: { before: string | null; after: string | null }[] }) =>
    items.filter(({ before, after }) => `${before} ${after}`.includes("available"));
  expect(wording(settled([line("99.9%"), line("99.95%")]))).toHaveLength(1);
  expect(wording(settled([line("99.9%"), line("99.95%"), relaid("99.9%")]))).toEqual([]);
  expect(wording(settled([line("99.9%"), line("99.95%"), relaid("99.5%")]))).toHaveLength(1);
});

test("a state that returns is told when the page says that what disturbed it is over, and is a swing without that", () => {
  const status = (state: string, regions: number, news = "") =>
    `${policy}<p>Rates interface ${state}</p><p>We look at it from ${regions} regions.</p><h2>Past incidents</h2>${news}`;
  const slow = status("Slower than usual", 11, "<p>We see slow answers and look for the cause.</p>");
  const well = (news: string) => status("Operational", 9, `${news}<p>We see slow answers and look for the cause.</p>`);
  const told = (last: string) => settled([status("Operational", 9), slow, last]).items.map(({ after }) => after);
  expect(told(well("<p>Resolved</p><p>The cache was rebuilt overnight.</p>"))).toEqual(
    expect.arrayContaining(["Rates interface Operational", "Resolved"]),
  );
  expect(told(well("<p>Resolved</p>"))).not.toContain("We look at it from 9 regions.");
  expect(told(well("<p>The cache was rebuilt overnight.</p>"))).not.toContain("Rates interface Operational");
});

test("a value that was empty for a day and is back in another layout is no news; a new one is", () => {
  const plan = (name: string, monthly: string, yearly: string) =>
    `<article class="plan"><header class="plan-head"><h2 class="plan-name">${name}</h2></header><section class="plan-body"><p class="plan-month"><b class="sum">${monthly}</b> per month</p><p class="plan-year"><b class="sum">${yearly}</b> per year</p></section></article>`;
  const row = (name: string, monthly: string, yearly: string) =>
    `<tr class="line"><th class="what">${name}</th><td class="cell">${monthly} per month</td><td class="cell">${yearly} per year</td></tr>`;
  const cards = (monthly: string, yearly: string) =>
    `<h1>Berths</h1><p class="lead">Water and power are free.</p><div class="plans">${plan("Dinghy", "$9", "$90")}${plan("Yacht", monthly, yearly)}</div>`;
  const table = (yearly: string) =>
    `<div class="wide"><ul class="list"><li class="note">Water and power are free.</li></ul><table class="sheet"><tbody class="rows">${row("Dinghy", "$9", "$90")}${row("Yacht", "$49", yearly)}</tbody></table><h2 class="big">Berths</h2></div>`;
  const wording = (pages: string[]) => settled(pages).items.filter(({ kind }) => kind !== "structure");
  expect(wording([cards("$45", "$490"), cards("$49", "$490"), cards("$49", ""), table("$490")])).toEqual([]);
  expect(wording([cards("$45", "$490"), cards("$49", "$490"), cards("$49", ""), table("$520")])).toHaveLength(1);
});
