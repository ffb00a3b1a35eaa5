/**
 * Writes what the notice reader checks: elements, repetitions, obligations, formats and code lists of eForms, from a checkout of the
 * Publications Office's eForms SDK (github.com/OP-TED/eForms-SDK, CC BY 4.0). Only rules without a condition are taken.
 * Run: node scripts/derive-eforms-rules.mjs PATH-OF-SDK
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const sdk = process.argv[2];
if (!sdk) throw new Error("Give the path of a checkout of the eForms SDK.");
const { sdkVersion, xmlStructure, fields } = JSON.parse(readFileSync(join(sdk, "fields/fields.json"), "utf8"));

/** Lists of thousands of codes whose form says enough. */
const byForm = { cpv: "^[0-9]{8}$", "nuts-lvl3": "^[A-Z]{2}[A-Z0-9]{0,3}$", nuts: "^[A-Z]{2}[A-Z0-9]{0,3}$" };
const codeLists = {};

function codesOf(id) {
  if (/^(nuts|cpv)|-cpv$/.test(id)) return id.includes("cpv") ? byForm.cpv : byForm.nuts;
  const { codelists } = JSON.parse(readFileSync(join(sdk, "codelists/codelists.json"), "utf8"));
  const list = codelists.find((one) => one.id === id);
  if (!list) return null;
  const text = readFileSync(join(sdk, "codelists", list.filename), "utf8");
  const codes = [...text.matchAll(/<Value ColumnRef="code">\s*<SimpleValue>([^<]*)<\/SimpleValue>/g)].map(
    ([, code]) => code,
  );
  return codes.length > 0 ? codes.join(" ") : null;
}

const always = (rule) =>
  (rule?.constraints ?? [])
    .filter(({ condition, severity, value }) => !condition && severity === "ERROR" && value === true)
    .flatMap(({ noticeTypes }) => noticeTypes ?? []);

// The form of telephone numbers can be read in twice as many ways with each further digit. The same, in which a digit belongs to one place.
const inOneWay = new Map([
  [
    String.raw`^((\(\+?[0-9]+\))|\+?[0-9]+)( - |-| )?(((\([0-9]+\))|[0-9]+)( - |-| )?)*([0-9]+)( )?$`,
    String.raw`^(?!\+?[0-9] ?$)(?=.*[0-9] ?$)(\(\+?[0-9]+\)|\+?[0-9]+(?![0-9]))(( - |-| )?(\([0-9]+\)|[0-9]+(?![0-9])))*( )?$`,
  ],
]);
const patterns = [];
const patternOf = (rule) => {
  if (!rule?.value || rule.severity !== "ERROR") return undefined;
  const pattern = inOneWay.get(rule.value) ?? rule.value;
  if (!patterns.includes(pattern)) patterns.push(pattern);
  return patterns.indexOf(pattern);
};

const nodes = xmlStructure.map(({ id, parentId, xpathRelative, repeatable }) => ({
  id,
  ...(parentId ? { parent: parentId } : {}),
  path: xpathRelative,
  ...(repeatable ? { repeats: true } : {}),
}));
const rules = fields.map((field) => {
  const list = field.codeList?.severity === "ERROR" ? field.codeList.value.id : undefined;
  if (list && codeLists[list] === undefined) codeLists[list] = codesOf(list);
  const required = always(field.mandatory);
  const forbidden = always(field.forbidden);
  return {
    id: field.id,
    name: field.name,
    node: field.parentNodeId,
    path: field.xpathRelative,
    type: field.type,
    ...(field.repeatable?.value ? { repeats: true } : {}),
    ...(required.length > 0 ? { required: required.join(" ") } : {}),
    ...(forbidden.length > 0 ? { forbidden: forbidden.join(" ") } : {}),
    ...(list && codeLists[list] ? { list } : {}),
    ...(patternOf(field.pattern) === undefined ? {} : { pattern: patternOf(field.pattern) }),
    ...(field.maxLength ? { maxLength: field.maxLength.value ?? field.maxLength } : {}),
    ...(field.presetValue && field.attributeName ? { preset: field.presetValue } : {}),
  };
});
const head = { source: `eForms SDK ${sdkVersion}, Publications Office of the European Union, CC BY 4.0` };
const lines = (list) => `[\n${list.map((one) => `    ${JSON.stringify(one)}`).join(",\n")}\n  ]`;
writeFileSync(
  "server/opportunities/notices/eforms/rules.json",
  `{\n  "source": ${JSON.stringify(head.source)},\n  "patterns": ${lines(patterns)},\n  "nodes": ${lines(nodes)},\n  "fields": ${lines(rules)},\n  "codeLists": {\n${Object.entries(
    codeLists,
  )
    .filter(([, codes]) => codes)
    .map(([id, codes]) => `    ${JSON.stringify(id)}: ${JSON.stringify(codes)}`)
    .join(",\n")}\n  }\n}\n`,
);
