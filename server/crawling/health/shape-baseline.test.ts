import { describe, expect, test } from "vitest";
import { judgeShape, learnShape, type RunShape } from "./shape-baseline";

const run = (records: number, filled: Record<string, number> = {}): RunShape => ({
  records,
  filled: { title: records, ...filled },
});
const steady = learnShape([20, 21, 19, 20, 22, 20].map((n) => run(n, { price: n, due: Math.round(n * 0.8), note: 1 })));

describe("a change of shape is told in the run in which it happens", () => {
  test("a field that is empty everywhere", () => {
    expect(judgeShape(steady, run(20, { price: 0, due: 16 }))).toEqual({
      verdict: "field_emptied",
      detail: `"price" is empty in all 20 records; usually it is filled in 100%.`,
      fields: ["price"],
    });
  });

  test("several fields, the worst first", () => {
    expect(judgeShape(steady, { records: 20, filled: { price: 0, due: 0, title: 20 } }).fields).toEqual([
      "price",
      "due",
    ]);
  });

  test("a field that is filled in a few only", () => {
    expect(judgeShape(steady, run(20, { price: 3, due: 16 }))).toMatchObject({
      verdict: "field_thinned",
      fields: ["price"],
    });
  });

  test("half of the records, or none", () => {
    expect(judgeShape(steady, run(5, { price: 5, due: 4 })).verdict).toBe("count_halved");
    expect(judgeShape(steady, run(0)).verdict).toBe("no_records");
  });

  test("even with only three runs to compare with", () => {
    const young = learnShape([run(20, { price: 20 }), run(20, { price: 20 }), run(20, { price: 19 })]);
    expect(judgeShape(young, run(20)).verdict).toBe("field_emptied");
  });
});

describe("noise is no change of shape", () => {
  test.each([
    ["an ordinary run", run(20, { price: 20, due: 15 })],
    ["a few records less", run(14, { price: 14, due: 11 })],
    ["more records", run(60, { price: 60, due: 48 })],
    ["one blank", run(20, { price: 19, due: 16 })],
    ["an optional field that is missing", run(20, { price: 20, due: 16, note: 0 })],
    ["one record that lacks a field", run(1, { price: 0, due: 0 })],
  ])("%s", (_, observed) => {
    const { verdict } = judgeShape(steady, observed);
    expect(observed.records === 1 ? ["normal", "count_halved"] : ["normal"]).toContain(verdict);
  });

  test("a redesign that calls its fields otherwise; where fewer stand there, something is lost", () => {
    expect(judgeShape(steady, run(20, { Preis: 20, due: 16 })).verdict).toBe("normal");
    const lost = judgeShape(steady, run(20, { Preis: 20 }));
    expect([lost.verdict, lost.fields]).toEqual(["field_emptied", ["price", "due"]]);
    expect(judgeShape(steady, run(20, { badge: 3, due: 16 })).verdict).toBe("field_emptied");
  });

  test("a short list that loses half of its entries", () => {
    const short = learnShape([run(4), run(5), run(4), run(3), run(4)]);
    expect(judgeShape(short, run(2)).verdict).toBe("normal");
    expect(judgeShape(short, run(1)).verdict).toBe("normal");
  });

  test("a list that is sometimes empty", () => {
    const fitful = learnShape([run(0), run(2), run(1), run(0), run(3), run(0)]);
    expect(judgeShape(fitful, run(0)).verdict).toBe("normal");
  });

  test("two entries that are gone after three runs, but not after six", () => {
    expect(judgeShape(learnShape(Array(3).fill(run(2))), run(0)).verdict).toBe("normal");
    expect(judgeShape(learnShape(Array(6).fill(run(2))), run(0)).verdict).toBe("no_records");
  });

  test("a field that swings from run to run", () => {
    const swinging = learnShape([5, 18, 8, 20, 6, 17].map((n) => run(20, { price: n })));
    expect(judgeShape(swinging, run(20, { price: 4 })).verdict).toBe("normal");
  });

  test("anything, while there are fewer than three runs", () => {
    expect(judgeShape(learnShape([run(20), run(20)]), run(0)).verdict).toBe("learning");
  });
});

test("one odd run does not move the baseline", () => {
  const shaken = learnShape([
    run(20, { price: 20 }),
    run(20, { price: 20 }),
    run(900),
    run(20, { price: 20 }),
    run(0),
    run(21, { price: 21 }),
  ]);
  expect(shaken.records.median).toBe(20);
  expect(judgeShape(shaken, run(20)).verdict).toBe("field_emptied");
  expect(judgeShape(shaken, run(20, { price: 20 })).verdict).toBe("normal");
});

test("false alarms stay rare over many runs of a small, noisy listing", () => {
  let state = 12_345;
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
  const draw = () => {
    const records = 3 + Math.floor(random() * 8);
    const filled = (rate: number) => Array.from({ length: records }).filter(() => random() < rate).length;
    return { records, filled: { title: records, price: filled(0.85), due: filled(0.5) } };
  };
  const runs = Array.from({ length: 1_000 }, draw);
  const alarms = runs
    .slice(10)
    .filter((observed, index) => judgeShape(learnShape(runs.slice(0, index + 10)), observed).verdict !== "normal");
  expect(alarms.length).toBeLessThanOrEqual(10);
});
