import { describe, expect, test } from "vitest";
import { compareCaptures } from "./compare-captures";
import { InvalidSelectorError, ScopeNotFoundError } from "./errors";
import { aPage, withIn } from "./testing/a-page";

describe("a scope", () => {
  const after = withIn("30 days", "14 days");

  test.each([{ heading: "returns" }, { fragment: "#returns" }, { selector: "main > p:nth-of-type(3)" }])(
    "%j sees its part",
    (scope) => {
      expect(compareCaptures(aPage(), after, scope).verdict).toBe("wording");
    },
  );

  test.each([{ heading: "Storage" }, { fragment: "storage" }, { selector: "table" }])(
    "%j sees no other part",
    (scope) => {
      expect(compareCaptures(aPage(), after, scope).verdict).toBe("none");
    },
  );

  test("that is gone is said, and nobody is alarmed", () => {
    const gone = withIn(`<h2 id="storage">Storage</h2>`, "");
    for (const scope of [{ heading: "Storage" }, { fragment: "storage" }, { selector: "#storage" }]) {
      expect(() => compareCaptures(aPage(), gone, scope)).toThrow(ScopeNotFoundError);
      expect(() => compareCaptures(gone, aPage(), scope)).toThrow(/earlier page/);
    }
  });

  test("that is no selector is refused", () => {
    expect(() => compareCaptures(aPage(), after, { selector: "p[" })).toThrow(InvalidSelectorError);
  });

  test("that would hold up every other page is refused", () => {
    const nested = { ...aPage(), html: `<main>${"<div>".repeat(120)}${"<p>Words</p>".repeat(40)}` };
    expect(() => compareCaptures(nested, nested, { selector: "nope * * * * * *" })).toThrow(InvalidSelectorError);
  });

  test("reaches into what is left out elsewhere", () => {
    const footer = { ...aPage() };
    footer.html = footer.html.replace("Harbour Street 1", "Station Road 9");
    expect(compareCaptures(aPage(), footer).verdict).toBe("none");
    expect(compareCaptures(aPage(), footer, { selector: "footer" }).verdict).toBe("wording");
  });
});
