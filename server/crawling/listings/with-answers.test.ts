import { expect, test } from "vitest";
import type { FoundListing } from "./types";
import { withAddresses, withAnswers } from "./with-answers";

const record = (no: number, query = `?view=k${no}x`) => ({
  title: `Call for bids no ${no}`,
  url: `https://a.test/calls${query}`,
  fields: {},
  text: "",
});
const listing: FoundListing = { selector: "", score: 9, rung: "structure", records: [record(1), record(2)] };
const hit = (no: number) => ({ key: `k${no}x`, name: `Call for  bids no ${no}`, dueOn: 1_900_000_000_000, size: no });
const answer = (...numbers: number[]) => JSON.stringify({ total: 9, page: { hits: numbers.map(hit) } });

test("entries that the page's data holds and nobody sees yet are taken with an address like the others'", () => {
  const { records } = withAnswers(listing, ["no json", answer(1, 2), answer(3)]);
  expect(records).toHaveLength(3);
  expect(records[2]).toEqual({
    title: "Call for bids no 3",
    url: "https://a.test/calls?view=k3x",
    fields: { dueOn: "2030-03-17T17:46:40.000Z", size: "3" },
    text: "Call for bids no 3\ndueOn: 2030-03-17T17:46:40.000Z\nsize: 3",
    rung: "json",
  });
});

test("nothing is made of data that the page does not show the make of", () => {
  const shown = (records: FoundListing["records"]) => ({ ...listing, records });
  expect(withAnswers(listing, [answer(4, 5)]).records).toHaveLength(2);
  // One may be a chance, and a part of a value is no key.
  expect(withAnswers(shown([record(1)]), [answer(1, 3)]).records).toHaveLength(1);
  const within = shown([record(1, "/ak1xb"), record(2, "/ak2xb")]);
  expect(withAnswers(within, [answer(1, 2, 3)]).records).toHaveLength(2);
  const popular = JSON.stringify({
    popular: [3, 4].map((no) => ({ ...hit(no), dueOn: undefined, size: undefined, views: 9 })),
  });
  expect(withAnswers(listing, [answer(1, 2), popular]).records).toHaveLength(2);
  expect(withAnswers(listing, [JSON.stringify([[[]]]), "[1,2]", "null"]).records).toHaveLength(2);
});

test("entries that lead nowhere get the addresses that presses on two of them have shown, and no address is given twice", () => {
  const unlinked = (no: number) => ({ ...record(no), url: null });
  const pressed = { ...listing, records: [1, 2, 3, 4, 4].map(unlinked) };
  const led = [1, 2].map((no) => ({ text: record(no).title, url: record(no).url }));
  const some = withAddresses(pressed, led);
  expect(some.records.map(({ url }) => url)).toEqual([record(1).url, record(2).url, null, null, null]);
  const all = withAnswers(some, [answer(1, 2, 3), answer(5)]).records;
  expect(all.map(({ url }) => url)).toEqual([1, 2, 3, null, null, 5].map((no) => no && record(no).url));
  // Two addresses for one name, and two entries of one name, say nothing.
  const doubtful = [
    ...led,
    { text: record(1).title, url: "https://a.test/other" },
    { text: record(4).title, url: "https://a.test/4" },
  ];
  expect(withAddresses(pressed, doubtful).records.map(({ url }) => url)).toEqual([
    null,
    record(2).url,
    null,
    null,
    null,
  ]);
});
