import type { RuleInput } from "./fix-types";

export const languages = ["css", "xpath", "jsonpath"] as const;
export type RuleLanguage = (typeof languages)[number];

export interface RuleForm {
  language: RuleLanguage;
  records: string;
  /** One field a line: `name: where`. In CSS, ` @attribute` at the end takes an attribute. */
  fields: string;
}

export const languageWords: Record<RuleLanguage, string> = { css: "CSS", xpath: "XPath", jsonpath: "JSONPath" };

export const examples: Record<RuleLanguage, { records: string; fields: string }> = {
  css: { records: "ul.results > li", fields: "title: h3 a\nurl: h3 a @href\nDeadline: .deadline" },
  xpath: { records: "//ul[@class='results']/li", fields: "title: .//h3/a\nurl: .//h3/a/@href\nDeadline: ./p[2]" },
  jsonpath: { records: "$.data.items[*]", fields: "title: $.title\nurl: $.link\nDeadline: $.closing_date" },
};

/** What a person typed, as a rule; or what is missing. */
export function ruleOf({ language, records, fields }: RuleForm): { rule: RuleInput } | { problem: string } {
  if (records.trim() === "") return { problem: "Say where the entries stand." };
  const places = new Map<string, string>();
  for (const line of fields.split("\n")) {
    if (line.trim() === "") continue;
    const at = line.indexOf(":");
    const name = line.slice(0, at).trim();
    const place = line.slice(at + 1).trim();
    if (at < 1 || name === "" || place === "")
      return { problem: `This line names no field: “${line.trim()}”. Write one like “title: h3 a”.` };
    places.set(name.toLowerCase() === "title" || name.toLowerCase() === "url" ? name.toLowerCase() : name, place);
  }
  if (!places.has("title")) return { problem: "Say where the title of an entry stands, in a line “title: …”." };
  if (language === "jsonpath") {
    return { rule: { kind: "json", records: records.trim(), fields: Object.fromEntries(places) } };
  }
  const entries = [...places].map(
    ([name, place]) => [name, language === "css" ? byCss(place) : byXPath(place)] as const,
  );
  return {
    rule: {
      kind: "markup",
      css: language === "css" ? records.trim() : "",
      ...(language === "xpath" ? { xpath: records.trim() } : {}),
      hasFollowers: false,
      fields: Object.fromEntries(entries),
    },
  };
}

function byCss(place: string) {
  const attribute = /\s@([\w-]+)$/.exec(` ${place}`);
  const css = attribute ? place.slice(0, place.length - attribute[0].length + 1).trim() : place;
  return { css: css === "" || css === "." ? null : css, attribute: attribute?.[1] ?? null, label: null };
}

function byXPath(xpath: string) {
  return { css: null, attribute: null, label: null, xpath };
}

/** A rule as it is typed, to begin from; labels and second forms cannot be typed and are left out. */
export function formOfRule(rule: RuleInput | null): RuleForm {
  if (!rule) return { language: "css", records: "", fields: "" };
  if (rule.kind === "json") {
    return { language: "jsonpath", records: rule.records, fields: lines(Object.entries(rule.fields)) };
  }
  const isPath = rule.css === "";
  const fields = Object.entries(rule.fields).flatMap(([name, field]): [string, string][] => {
    if (isPath) return field.xpath ? [[name, field.xpath]] : [];
    if (field.label !== null) return [];
    return [[name, [field.css ?? ".", field.attribute ? `@${field.attribute}` : ""].filter(Boolean).join(" ")]];
  });
  return { language: isPath ? "xpath" : "css", records: isPath ? (rule.xpath ?? "") : rule.css, fields: lines(fields) };
}

function lines(fields: [string, string][]): string {
  return fields.map(([name, place]) => `${name}: ${place}`).join("\n");
}
