import { expect, test } from "vitest";
import type { ChangeItemRow } from "@/drizzle/schema";
import { findCounting, onlyFigure, type Tally } from "./find-counting";

const all = (items: readonly ChangeItemRow[]) => items;
const line = (before: string, after: string): ChangeItemRow => ({ kind: "number", before, after, heading: null });
const change = (id: string, ...items: ChangeItemRow[]) => ({ id, items });
const tally = (...tallies: Tally[]) => ({ tallies, came: 0, went: 0 });
const openings = { before: 24, after: 25 };

test("a sentence that counts what is listed is told by what came", () => {
  const home = change(
    "home",
    line("There are 24 open positions at 5 places.", "There are 25 open positions at 5 places."),
  );
  expect(findCounting([home], all, tally(openings))).toEqual(["home"]);
});

test("a figure that only happens to move as far is news, and so is what stands beside a count", () => {
  const count = line("24 open positions", "25 open positions");
  expect(findCounting([change("others", line("Up to 30 seats", "Up to 31 seats"))], all, tally(openings))).toEqual([]);
  expect(
    findCounting([change("more", count, line("answer in 3 weeks", "answer in 5 weeks"))], all, tally(openings)),
  ).toEqual([]);
  expect(findCounting([change("still", count)], all, tally({ before: 24, after: 24 }))).toEqual([]);
});

test("prices, dates, versions and figures without words are no counts", () => {
  expect(onlyFigure(line("24", "25"))).toBeNull();
  expect(onlyFigure(line("from version 1.24 on", "from version 1.25 on"))).toBeNull();
  expect(onlyFigure(line("on 24/11/2031 and later", "on 25/11/2031 and later"))).toBeNull();
  expect(onlyFigure(line("24 of 30 places", "25 of 31 places"))).toBeNull();
  expect(onlyFigure({ kind: "price", before: "24 euros", after: "25 euros" })).toBeNull();
  expect(onlyFigure(line("24 jobs, 3 places", "25 jobs, 3 places"))).toEqual([24, 25]);
});

test("a count of things that are listed moves with those that came or went, and no further", () => {
  const posts = (before: number, after: number) => [
    change("tag", line(`A collection of ${before} posts`, `A collection of ${after} posts`)),
  ];
  const moved = { tallies: [], came: 2, went: 1 };
  expect(findCounting(posts(3, 5), all, moved)).toEqual(["tag"]);
  expect(findCounting(posts(3, 2), all, moved)).toEqual(["tag"]);
  expect(findCounting(posts(3, 6), all, moved)).toEqual([]);
  expect(findCounting(posts(3, 1), all, moved)).toEqual([]);
  expect(findCounting([change("list", line("Jobs (7)", "Jobs (8)"))], all, moved)).toEqual(["list"]);
  expect(findCounting([change("seats", line("Up to 3 seats", "Up to 4 seats"))], all, moved)).toEqual([]);
});
