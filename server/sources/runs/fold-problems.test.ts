import { expect, test } from "vitest";
import { foldProblems } from "./fold-problems";

const missing = (url: string) => ({ url, code: "http_404", reason: "There is no such page." });

test("many addresses that differ behind the ? and failed alike are one problem, others stay by themselves", () => {
  const buttons = ["a1", "b2", "c3", "d4"].map((visit) => missing(`https://a.test/go?visit=${visit}`));
  const others = [missing("https://a.test/fees"), { ...missing("https://a.test/go?visit=e5"), code: "timeout_body" }];
  expect(foldProblems([buttons[0] ?? missing(""), ...others, ...buttons.slice(1)])).toEqual([
    { ...buttons[0], reason: 'There is no such page. The same goes for 3 more addresses that differ behind the "?".' },
    ...others,
  ]);
  expect(foldProblems(buttons.slice(0, 3))).toEqual(buttons.slice(0, 3));
});

test("a value that many pages have lost under one name is one problem", () => {
  const emptied = (at: number, name: string) => ({
    url: `https://a.test/call/${at}`,
    code: "value_emptied",
    reason: `“${name}” is empty; it said “${at} May 2031”.`,
  });
  const dates = [1, 2, 3, 4, 5].map((at) => emptied(at, "Closes"));
  expect(foldProblems([...dates, emptied(6, "Value")])).toEqual([
    { ...dates[0], reason: "“Closes” is empty; it said “1 May 2031”. It is empty on 4 more pages." },
    emptied(6, "Value"),
  ]);
  expect(foldProblems(dates.slice(0, 2))).toEqual(dates.slice(0, 2));
});
