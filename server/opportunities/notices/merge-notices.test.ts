import { expect, test } from "vitest";
import { factsHash, steadyFacts } from "./facts-hash";
import { mergeNotices, moneyText, type ReadNotice } from "./merge-notices";
import { emptyNotice, type NoticeFacts } from "./notice-facts";
import { statedInstant } from "./stated-instant";

const day = (at: number) => new Date(Date.UTC(2031, 0, at));

function aNotice(id: string, facts: Partial<NoticeFacts>, more: Partial<ReadNotice> = {}): ReadNotice {
  const whole = emptyNotice({ scheme: "ocds", type: "tender", key: id, title: "Lamps", status: "open", ...facts });
  return { id, sourceId: "s1", scheme: whole.scheme, publishedAt: day(1), readAt: day(20), facts: whole, ...more };
}

test("an amendment moves the deadline and keeps the old one as history", () => {
  const { deadlines } = mergeNotices([
    aNotice("b", { deadlines: [statedInstant("submission", "2031-03-08T12:00:00Z")] }, { publishedAt: day(9) }),
    aNotice("a", { deadlines: [statedInstant("submission", "2031-03-01T12:00:00Z")] }),
  ]);
  expect(deadlines.map(({ deadline, isSuperseded }) => [deadline.localDate, isSuperseded])).toEqual([
    ["2031-03-01", true],
    ["2031-03-08", false],
  ]);
});

test("two publishers' dates stand side by side", () => {
  const { deadlines } = mergeNotices([
    aNotice("a", { deadlines: [statedInstant("submission", "2031-03-01T12:00:00Z")] }),
    aNotice(
      "b",
      { scheme: "portal", deadlines: [statedInstant("submission", "2031-03-04T12:00:00Z")] },
      { sourceId: "s2" },
    ),
  ]);
  expect(deadlines.every(({ isSuperseded }) => !isSuperseded)).toBe(true);
});

test("a page that a listing and a feed lead to is one publisher's, and what was read last counts", () => {
  const page = (id: string, scheme: "portal" | "feed", date: string, read: number) => {
    const deadlines = [statedInstant("submission", `${date}T12:00:00Z`)];
    return aNotice(id, { scheme, deadlines, url: "https://www.p.example/1" }, { sourceId: id, readAt: day(read) });
  };
  const { deadlines } = mergeNotices([page("b", "portal", "2031-03-08", 22), page("a", "feed", "2031-03-01", 21)]);
  expect(deadlines.map(({ deadline, isSuperseded }) => [deadline.localDate, isSuperseded])).toEqual([
    ["2031-03-01", true],
    ["2031-03-08", false],
  ]);
});

test("what a later publication leaves out stands as before", () => {
  const { fields } = mergeNotices([
    aNotice("a", { buyer: "Town", value: { amount: "1200000.5", maxAmount: "2000000", currency: "EUR" } }),
    aNotice("b", { title: "Street lamps" }, { publishedAt: day(9) }),
  ]);
  expect(fields.map(({ name, position, text }) => [name, position, text])).toEqual([
    ["title", 0, "Street lamps"],
    ["title", 1, "Lamps"],
    ["buyer", 0, "Town"],
    ["value", 0, "1,200,000.5 – 2,000,000 EUR"],
  ]);
});

test("what one publisher calls over is not open because another has not noticed", () => {
  const other = aNotice("b", { scheme: "portal" }, { sourceId: "s2", publishedAt: day(30) });
  expect(mergeNotices([aNotice("a", { status: "cancelled" }), other]).status).toBe("cancelled");
  const reopened = aNotice("c", { status: "open" }, { publishedAt: day(12) });
  expect(mergeNotices([aNotice("a", { status: "cancelled" }), reopened]).status).toBe("open");
});

test("the same facts have the same hash, whatever the order of their keys and the moment of a relative date", () => {
  const relative = (quote: string, date: string) => ({
    ...statedInstant("submission", date),
    quote,
    flags: ["relative" as const],
  });
  const one = aNotice("a", { deadlines: [relative("Closes in 5 days", "2031-01-06")] }).facts;
  const next = aNotice("a", { deadlines: [relative("Closes in 4 days", "2031-01-06")] }).facts;
  expect(factsHash(Object.fromEntries(Object.entries(next).reverse()) as unknown as NoticeFacts)).toBe(factsHash(one));
  expect(factsHash(aNotice("a", { buyer: "Town" }).facts)).not.toBe(factsHash(one));
});

test("a relative date read around midnight does not move", () => {
  const relative = (date: string) => ({ ...statedInstant("submission", date), flags: ["relative" as const] });
  const before = aNotice("a", { deadlines: [relative("2031-01-06")], publishedAt: "2031-01-01" }).facts;
  const after = aNotice("a", { deadlines: [relative("2031-01-07")], publishedAt: "2031-01-02" }).facts;
  expect(factsHash(steadyFacts(before, after))).toBe(factsHash(before));
  const moved = aNotice("a", { deadlines: [relative("2031-01-16")] }).facts;
  expect(steadyFacts(before, moved).deadlines[0]?.localDate).toBe("2031-01-16");
});

test("amounts are written for people", () => {
  expect(moneyText({ amount: null, maxAmount: "75000", currency: "GBP" })).toBe("up to 75,000 GBP");
  expect(moneyText({ amount: "500", currency: null })).toBe("500");
});

test("of two portals the one that came last has the word, and keeps it when the other is read anew", () => {
  const page = (id: string, title: string, read: number) =>
    aNotice(id, { scheme: "portal", title, url: `https://${id}.example/1` }, { sourceId: id, readAt: day(read) });
  const titles = (...notices: ReadNotice[]) =>
    mergeNotices(notices).fields.flatMap(({ name, text }) => (name === "title" ? [text] : []));
  const [town, county] = [page("a", "Lamps for the town", 3), page("b", "Street lamps", 5)];
  expect(titles(town, county)).toEqual(["Street lamps", "Lamps for the town"]);
  expect(titles(page("a", "Lamps for the town", 9), county)).toEqual(["Street lamps", "Lamps for the town"]);
});

test("what a portal does not list any more is so called unless something else is known of it", () => {
  const said = (...statuses: NoticeFacts["status"][]) =>
    mergeNotices(statuses.map((status, at) => aNotice(`n${at}`, { status }, { sourceId: `s${at}` }))).status;
  expect(said("unlisted")).toBe("unlisted");
  expect(said("unlisted", "open")).toBe("open");
  expect(said("unlisted", "cancelled")).toBe("cancelled");
  const [before, now] = [aNotice("a", { status: "open" }), aNotice("b", { status: "unlisted" }, { readAt: day(22) })];
  // The same publisher still lists another notice of it.
  expect(mergeNotices([before, now]).status).toBe("open");
});
