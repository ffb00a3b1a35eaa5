import { describe, expect, test } from "vitest";
import { type KnownUnlinked, nameUnlinked, type Unlinked } from "./name-unlinked";

const entry = (title: string, fields: Record<string, string> = {}): Unlinked => ({ key: title, title, fields });
const asKnown = (records: readonly Unlinked[], more: Partial<KnownUnlinked> = {}): KnownUnlinked[] =>
  records.map((record) => ({ ...record, isTaken: false, isLongGone: false, ...more }));
const keys = (records: readonly Unlinked[]) => records.map(({ key }) => key);
const numbered = [
  entry("Street sweeping", { Number: "RFP 23-04", Closing: "12 May 2031" }),
  entry("Street sweeping", { Number: "RFP 23-05", Closing: "19 May 2031" }),
  entry("Road salt", { Number: "ITB 23-11", Closing: "16 June 2031" }),
];

describe("entries with a reference", () => {
  test("are named by it, so that two of one title stay two", () => {
    expect(keys(nameUnlinked(numbered, []))).toEqual(["RFP 23-04", "RFP 23-05", "ITB 23-11"]);
  });

  test("keep their names when title, day and order change", () => {
    const first = nameUnlinked(numbered, []);
    const next = [
      entry("De-icing salt for roads", { Number: "ITB 23-11", Closing: "23 June 2031" }),
      entry("Street sweeping", { Number: "RFP 23-05", Closing: "20 May 2031" }),
      entry("Street sweeping", { Number: "RFP 23-12", Closing: "12 May 2031" }),
    ];
    expect(keys(nameUnlinked(next, asKnown(first)))).toEqual(["ITB 23-11", "RFP 23-05", "RFP 23-12"]);
  });

  test("keep the name that they had by their title", () => {
    expect(keys(nameUnlinked(numbered.slice(2), asKnown(numbered.slice(2))))).toEqual(["Road salt"]);
  });

  test("are not named by the numbers of their rows", () => {
    const rows = numbered.map(({ title }, at) => entry(`${title} ${"abc"[at]}`, { "No.": String(at + 1) }));
    expect(keys(nameUnlinked(rows, []))).toEqual(rows.map(({ title }) => title));
  });
});

describe("entries without one", () => {
  const rows = [
    entry("Street sweeping", { Closing: "12 May 2031", Area: "North" }),
    entry("Street sweeping", { Closing: "19 May 2031", Area: "South" }),
    entry("Repair of the town hall roof", { Closing: "19 May 2031", Area: "Centre" }),
  ];

  test("of one title are told apart by what else they say, also when one is gone and the other has moved", () => {
    const first = nameUnlinked(rows, []);
    expect(keys(first)).toEqual(["Street sweeping", "Street sweeping (2)", "Repair of the town hall roof"]);
    const moved = entry("Street sweeping", { Closing: "26 May 2031", Area: "South" });
    expect(keys(nameUnlinked([moved], asKnown(first)))).toEqual(["Street sweeping (2)"]);
  });

  test("are met again under a title that was put better, and not under one with another number", () => {
    const first = asKnown(nameUnlinked(rows, []));
    const better = entry("Repair of the roof of the town hall", { Closing: "19 May 2031", Area: "Centre" });
    expect(keys(nameUnlinked([better], first))).toEqual(["Repair of the town hall roof"]);
    const lots = asKnown([entry("RFP 23-04: Street sweeping, closing 12 May 2031")]);
    const next = [
      entry("RFP 23-04: Street sweeping, closing 19 May 2031"),
      entry("RFP 23-07: Street sweeping, closing 12 May 2031"),
    ];
    expect(keys(nameUnlinked(next, lots))).toEqual([lots[0]?.key, next[1]?.title]);
  });

  test("of another page of the same run, or of a title that is long gone, are others unless they say the same", () => {
    const south = entry("Street sweeping", { Closing: "19 May 2031", Area: "South" });
    const known = rows.slice(0, 1);
    expect(keys(nameUnlinked([south], asKnown(known, { isTaken: true })))).toEqual(["Street sweeping (2)"]);
    expect(keys(nameUnlinked(known, asKnown(known, { isTaken: true })))).toEqual(["Street sweeping"]);
    expect(keys(nameUnlinked(known, asKnown(known, { isLongGone: true })))).toEqual(["Street sweeping (2)"]);
  });
});

describe("entries that lead to a paper", () => {
  const row = (title: string, url: string) => ({ ...entry(title), key: url, url });
  const known = asKnown([row("Road salt", "https://hale.example/notice.pdf")]);

  test("keep the name that they had by it", () => {
    expect(keys(nameUnlinked([row("Road salt", "https://hale.example/notice.pdf")], known))).toEqual([
      "https://hale.example/notice.pdf",
    ]);
  });

  test("stay the same when another paper is put first", () => {
    expect(keys(nameUnlinked([row("Road salt", "https://hale.example/addendum.pdf")], known))).toEqual([
      "https://hale.example/notice.pdf",
    ]);
  });
});
