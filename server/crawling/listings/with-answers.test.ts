import { expect, test } from "vitest";
import type { FoundListing } from "./types";
import { withAnswers } from "./with-answers";

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
