import { expect, test } from "vitest";
import { alignBlocks } from "./align-blocks";
import { aPage, policy } from "./testing/a-page";

const texts = (rows: ReturnType<typeof alignBlocks>) =>
  rows.map((row) => [row.before?.text ?? null, row.after?.text ?? null]);

test("equal pages stand row by row without words", () => {
  const rows = alignBlocks(aPage(), aPage());
  expect(rows.length).toBeGreaterThan(8);
  expect(rows.every((row) => row.before?.text === row.after?.text && !row.words)).toBe(true);
});

test("a rewritten block stands beside its predecessor with the words that differ", () => {
  const rows = alignBlocks(aPage(), aPage(policy.replace("30 days", "14 days")));
  const changed = rows.filter((row) => row.words);
  expect(changed).toHaveLength(1);
  expect(changed[0]?.words?.filter((word) => word.op !== "same")).toEqual([
    { op: "removed", text: "30" },
    { op: "added", text: "14" },
  ]);
});

test("added and removed blocks stand alone, in the order of the page", () => {
  const after = policy
    .replace("<li>Labels on the outside</li>", "")
    .replace("<h2>Contact</h2>", "<p>Wholly new text about something else.</p><h2>Contact</h2>");
  const alone = texts(alignBlocks(aPage(), aPage(after))).filter((row) => row.includes(null));
  expect(alone).toEqual([
    ["Labels on the outside", null],
    [null, "Wholly new text about something else."],
  ]);
});

test("every block of either page stands in exactly one row", () => {
  const shuffled = policy.split("<h2").reverse().join("<h2");
  const rows = alignBlocks(aPage(), aPage(shuffled));
  const plain = alignBlocks(aPage(), aPage());
  const side = (all: typeof rows, of: "before" | "after") => all.flatMap((row) => row[of]?.text ?? []).sort();
  expect(side(rows, "before")).toEqual(side(plain, "before"));
  expect(side(rows, "after")).toEqual(side(alignBlocks(aPage(shuffled), aPage(shuffled)), "after"));
});

test("a side that lacks the scope is empty", () => {
  const rows = alignBlocks(aPage(policy.replace("Storage", "Keeping")), aPage(), { heading: "Storage" });
  expect(rows.every((row) => !row.before && row.after)).toBe(true);
  expect(rows[0]?.after).toMatchObject({ kind: "heading", level: 2, text: "Storage" });
});

test("pages of six thousand differing paragraphs give a view that ends", () => {
  const page = (seed: number) =>
    aPage(Array.from({ length: 6_000 }, (_, index) => `<p>line ${index * seed} of ${seed}</p>`).join(""));
  expect(alignBlocks(page(3), page(7)).length).toBeLessThanOrEqual(5_000);
});
