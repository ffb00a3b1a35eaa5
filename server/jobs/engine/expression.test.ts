import { describe, expect, it } from "vitest";
import { fixedField, parseExpression } from "./expression";

const event = {
  name: "order",
  data: { id: "a1", n: 3, tags: ["x", "y"], who: { name: "Ann" }, isOpen: true, nothing: null },
};
const other = { data: { id: "a1", n: 5, list: ["a1"] } };
const value = (source: string) => parseExpression(source).evaluate({ event, async: other });

describe("parseExpression", () => {
  it.each([
    ["event.data.id == async.data.id", true],
    ["event.data.id == 'a1'", true],
    ['event.data.id == "b"', false],
    ["event.data.n != async.data.n", true],
    ["event.data.n < async.data.n && event.data.n >= 3", true],
    ["event.data.n > 3 || event.data.isOpen", true],
    ["!event.data.isOpen", false],
    ["!(event.data.n <= 2)", true],
    ["event.data.id in async.data.list", true],
    ["event.data.n in [1, 2, 3]", true],
    ["'x' in event.data.tags", true],
    ["event.data.missing == null", true],
    ["event.data.nothing == null", true],
    ["event.data.missing.deeper == 'x'", false],
    ["event.data.tags[1] == 'y'", true],
    ["event.data['who'].name == 'Ann'", true],
    ["event.data.n == '3'", false],
    ["event.data.n == -3 + 6", true],
    ["event.data.id == 'it\\'s'", false],
    ["true && event.data.n == 3.0", true],
    ["event.data.id < 'b'", true],
    ["event.data.n < 'b'", false],
  ])("%s is %s", (source, expected) => {
    expect(value(source)).toBe(expected);
  });

  it("gives what a key is made of", () => {
    expect(value("event.data.who.name + '-' + event.data.n")).toBe("Ann-3");
    expect(value("event.data.who")).toEqual({ name: "Ann" });
  });

  it.each([
    "event.data.id ==",
    "size(event.data.tags) > 1",
    "user.id == 1",
    "event.data.id = 'a'",
    "event.data.id == 'a",
    "",
    "(event.data.n",
  ])("refuses %s", (source) => {
    expect(() => parseExpression(source)).toThrow(SyntaxError);
  });

  it("does not read what an object inherits", () => {
    expect(value("event.data.constructor == null && event.data.__proto__ == null")).toBe(true);
  });
});

describe("fixedField", () => {
  it("finds the text that an awaited event must carry", () => {
    const find = (source: string) => fixedField(parseExpression(source), event);
    expect(find("event.data.id == async.data.id && async.data.n > 1")).toEqual({ path: ["data", "id"], value: "a1" });
    expect(find("async.data.id == 'q'")).toEqual({ path: ["data", "id"], value: "q" });
    expect(find("event.data.id == async.data.id || async.data.n > 1")).toBeNull();
    expect(find("event.data.missing == async.data.id")).toBeNull();
    expect(find("!(event.data.id == async.data.id)")).toBeNull();
  });
});
