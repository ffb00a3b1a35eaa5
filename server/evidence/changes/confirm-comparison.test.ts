import { expect, test } from "vitest";
import { compareCaptures } from "./compare-captures";
import { confirmComparison, restlessForms, valuesThatSwing, withoutRestless } from "./confirm-comparison";
import { aPage } from "./testing/a-page";

const url = "https://a.example/";
const page = (price: number, quote: string) => ({
  url,
  html: `<main><h1>Plans</h1><h2>Team</h2><p>£${price} a month, for ten people and as many bids as they can write.</p><h2>What customers say</h2><p>${quote}</p><p>All prices are net and are charged for each month in advance.</p></main>`,
});
const old = page(99, "Two days a week saved, says Ada of Northfield.");

test("what both looks show is told, what each shows differently is not", () => {
  const first = compareCaptures(old, page(119, "Never again without, says Bo of the harbour."));
  const second = compareCaptures(old, page(119, "It found what we missed, says Cem of Lakeside."));
  expect(first.items.length).toBeGreaterThan(1);
  const confirmed = confirmComparison(first, second, 40);
  expect(confirmed).toMatchObject({ verdict: "wording", severity: "high" });
  expect(confirmed.items.map(({ kind }) => kind)).toEqual(["price"]);
});

test("a second look that shows nothing, or nothing of the same, leaves nothing", () => {
  const first = compareCaptures(old, page(99, "Never again without, says Bo of the harbour."));
  const other = compareCaptures(old, page(99, "It found what we missed, says Cem of Lakeside."));
  for (const second of [compareCaptures(old, old), other])
    expect(confirmComparison(first, second, 40)).toMatchObject({ verdict: "none", items: [] });
});

test("a quotation that both draws share by chance is not told", () => {
  const drawn = (...quotes: string[]) => ({
    url,
    html: `<main><h1>Plans</h1><p>Every plan includes support by telephone on working days.</p><h2>What customers say</h2>${quotes.map((one) => `<p>${one} said one of our customers last week.</p>`).join("")}</main>`,
  });
  const base = drawn("Two days saved,", "Easy to learn,");
  const first = compareCaptures(base, drawn("Never again without it,", "Found what we missed,"));
  const second = compareCaptures(base, drawn("Found what we missed,", "Our reviews fit an afternoon,"));
  expect(confirmComparison(first, second, 40).verdict).toBe("none");
});

test("two looks that agree change nothing", () => {
  const first = compareCaptures(old, page(119, "Two days a week saved, says Ada of Northfield."));
  expect(confirmComparison(first, first, 40)).toBe(first);
});

test("what both looks still tell after the thinning is unsteady when what was thinned out differed", () => {
  const quote = (text: string) => ({ kind: "list_item_added" as const, before: null, after: text, heading: "Voices" });
  const told = { verdict: "wording" as const, severity: "medium" as const, summary: "", items: [quote("New here,")] };
  const seen = { first: [quote("New here,"), quote("Known one,")], second: [quote("New here,"), quote("Known two,")] };
  expect(confirmComparison(told, told, 40).verdict).toBe("wording");
  expect(confirmComparison(told, told, 40, seen).verdict).toBe("none");
});

test("a value that changed beside a counter is told, and the counter is known as restless", () => {
  const job = (place: string, seen: number) => ({
    url,
    html: `<main><h1>Data analyst</h1><div>Location</div><div>${place}</div><p>You find the three lines that matter among two million.</p><p>Seen by ${seen} applicants today</p></main>`,
  });
  const [first, second] = [61, 48].map((seen) => compareCaptures(job("Remote", 12), job("Rotterdam", seen)));
  if (!first || !second) throw new Error("Two looks are needed.");
  expect(confirmComparison(first, second, 30).items).toMatchObject([{ before: "Remote", after: "Rotterdam" }]);
  const forms = new Set(restlessForms(first.items, second.items));
  expect(forms).toEqual(new Set(["Seen by 0 applicants today"]));
  expect(withoutRestless(first, forms, 100).items).toHaveLength(1);
});

test("what has come in the place of a text drawn by lot is of the lot, too; a longer text is not", () => {
  const text = (before: string | null, after: string | null) => ({
    kind: "text" as const,
    before,
    after,
    heading: null,
  });
  const told = (after: string) => ({
    verdict: "wording" as const,
    severity: "medium" as const,
    summary: "",
    items: [text(null, after), text("We are at the fair in hall four.", null)],
  });
  const forms = new Set(["by lot: We are at the fair in hall four."]);
  expect(withoutRestless(told("New: maps for cold rooms and racks."), forms, 100).verdict).toBe("none");
  const long =
    "From March on we ask for a deposit of two months, which is paid back when the lease ends and the rooms are in order.";
  expect(withoutRestless(told(long), forms, 100).items).toHaveLength(1);
  // Of short ones nobody counts the words.
  expect(withoutRestless(told("Runs."), forms, 100).verdict).toBe("none");
});

test("short texts that were seen to take turns are no change of any page of the run, in either order; others are", () => {
  const shown = (button: string, state = "Open") => ({
    url,
    html: `<main><h1>Docks</h1><p>We build docks and doors for cold stores.</p><p>${state}</p><div><a href="/s">${button}</a></div></main>`,
  });
  const was = shown("Ask for a survey");
  const forms = new Set(restlessForms(compareCaptures(was, shown("Book a survey")).items, []));
  expect(forms.size).toBe(1);
  const told = (before: typeof was, after: typeof was) =>
    withoutRestless(compareCaptures(before, after), forms, 100).items;
  expect(told(shown("Book a survey"), was)).toEqual([]);
  // Also where only the second look shows the other text.
  expect(restlessForms([], compareCaptures(was, shown("Book a survey")).items)).toEqual([...forms]);
  const closed = told(was, shown("Book a survey", "Closed"));
  expect(closed.flatMap(({ before, after }) => [before, after]).filter(Boolean)).toEqual(["Closed", "Open"]);
  expect(told(was, shown("Book a visit"))).toHaveLength(1);
});

test("on a page that is built otherwise a lost sentence that only one look tells makes none of the others unsteady", () => {
  const gone = (before: string) => ({ kind: "text" as const, before, after: null, heading: "Ada" });
  const drawn = (after: string) => ({ kind: "text" as const, before: null, after, heading: "Ada" });
  const told = (items: (ReturnType<typeof gone> | ReturnType<typeof drawn>)[], isLaidOutAnew?: true) => ({
    verdict: "wording" as const,
    severity: "medium" as const,
    summary: "",
    items,
    ...(isLaidOutAnew ? { isLaidOutAnew } : {}),
  });
  const [lost, other] = [gone("Reservoirs fell by a hand."), gone("This was reported from where it happened.")];
  expect(confirmComparison(told([lost], true), told([lost, other], true), 60).items).toEqual([lost]);
  expect(confirmComparison(told([lost]), told([lost, other]), 60).verdict).toBe("none");
  expect(confirmComparison(told([lost], true), told([lost, drawn("Old buses")], true), 60).verdict).toBe("none");
});

test("what a page says of the stock in other words at the next look is named as going to and fro, another number of pieces is not", () => {
  const shop = (text: string) =>
    aPage(`<h1>Bearing</h1><p>€38.60</p><p>${text}</p><p>Bore of 50 mm, width of 20 mm.</p>`);
  const swings = (first: string, second: string) => {
    const seen = compareCaptures(shop("12 in stock"), shop(first));
    const again = compareCaptures(shop("12 in stock"), shop(second));
    return valuesThatSwing(seen, confirmComparison(seen, again, 30));
  };
  expect(swings("Available to order", "12 in stock")).toEqual([["12 in stock", "Available to order"]]);
  expect(swings("Available to order", "Available to order")).toEqual([]);
  expect(swings("11 in stock", "12 in stock")).toEqual([]);
});
