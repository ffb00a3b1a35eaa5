import { describe, expect, it } from "vitest";
import { listingRule } from "@/server/sources/rules/schemas";
import { examples, formOfRule, languages, ruleOf } from "./rule-form.logic";

describe.each(languages)("%s", (language) => {
  it("is read as a rule that the server takes, and shown again as it was typed", () => {
    const read = ruleOf({ language, ...examples[language] });
    if ("problem" in read) throw new Error(read.problem);
    expect(listingRule.safeParse(read.rule).success).toBe(true);
    expect(Object.keys(read.rule.fields)).toEqual(["title", "url", "Deadline"]);
    expect(formOfRule(read.rule)).toEqual({ language, ...examples[language] });
  });
});

it("takes an attribute of what stands there, and of the entry itself", () => {
  const read = ruleOf({ language: "css", records: "li", fields: "Title: .\nurl: . @data-href\nDate: time @datetime" });
  expect(read).toMatchObject({
    rule: {
      fields: {
        title: { css: null, attribute: null },
        url: { css: null, attribute: "data-href" },
        Date: { css: "time", attribute: "datetime" },
      },
    },
  });
});

it.each([
  ["", "title: a", /entries/],
  ["li", "", /title/],
  ["li", "Deadline: .d", /title/],
  ["li", "title a", /names no field/],
  ["li", ": a", /names no field/],
])("says what is missing: %j, %j", (records, fields, problem) => {
  expect(ruleOf({ language: "css", records, fields })).toEqual({ problem: expect.stringMatching(problem) });
});
