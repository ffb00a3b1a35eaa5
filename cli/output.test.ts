import { afterEach, expect, test, vi } from "vitest";
import { acting, actingTitles as titles } from "@/e2e/fixtures/acting-titles";
import { printJson, printText, say, table } from "./output";

afterEach(() => void vi.restoreAllMocks());

test("what is printed is shown and never obeyed, in its own line and cell, and JSON stays the same JSON", () => {
  const told = { out: "", err: "" };
  const keep = (at: keyof typeof told) => (text: string | Uint8Array) => {
    told[at] += String(text);
    return true;
  };
  vi.spyOn(process.stdout, "write").mockImplementation(keep("out"));
  vi.spyOn(process.stderr, "write").mockImplementation(keep("err"));
  for (const title of titles) {
    printText(title);
    say(title);
  }
  printText(table([["Number", "Title"], ...titles.map((title, at) => [String(at), title])]));
  const asJson = told.out.length;
  printJson(titles);
  vi.restoreAllMocks();
  expect(told.out + told.err).not.toMatch(acting);
  expect(JSON.parse(told.out.slice(asJson))).toEqual(titles);
  expect(told.out).toContain("\\u001b[31mred\\u001b[0m");
  expect(table(titles.map((title) => [title, "end"])).split("\n")).toHaveLength(titles.length);
});
