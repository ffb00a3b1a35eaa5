import { posix } from "node:path";
import { parseSync } from "oxc-parser";

/**
 * What the rules need to know of one file: its imports (with the path inside the house, when it is one of ours), and
 * the calls, strings and exports that some rule speaks about.
 */
export function readSource(path, text) {
  const { program, module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
  const imports = [];
  const add = (specifier, isType, start) =>
    imports.push({ specifier, target: resolve(path, specifier), isType, start });
  for (const { moduleRequest, entries, start } of module.staticImports) {
    add(moduleRequest.value, entries.length > 0 && entries.every((entry) => entry.isType), start);
  }
  const starExports = [];
  for (const { entries, start } of module.staticExports) {
    for (const entry of entries) {
      if (entry.moduleRequest) add(entry.moduleRequest.value, entry.isType, start);
      if (entry.importName.kind === "AllButDefault" || entry.importName.kind === "All") starExports.push(start);
    }
  }
  const facts = { calls: [], strings: [], environment: [] };
  walk(program, (node) => {
    if (node.type === "ImportExpression" && node.source.type === "Literal") add(node.source.value, false, node.start);
    if (node.type === "CallExpression" || node.type === "NewExpression") {
      const name = globalName(node.callee);
      if (name === "require" && typeof node.arguments[0]?.value === "string")
        add(node.arguments[0].value, false, node.start);
      else if (name) facts.calls.push({ name, start: node.start, options: optionNames(node.arguments[1]) });
    }
    if (node.type === "MemberExpression" && node.object.name === "process" && memberName(node) === "env") {
      facts.environment.push(node.start);
    }
    if (node.type === "Literal" && typeof node.value === "string")
      facts.strings.push({ text: node.value, start: node.start });
    if (node.type === "TemplateElement") facts.strings.push({ text: node.value.raw, start: node.start });
  });
  const isClient = program.body.some((node) => node.type === "ExpressionStatement" && node.directive === "use client");
  return { path, imports, starExports, isClient, ...facts, lineOf: (start) => text.slice(0, start).split("\n").length };
}

/** `fetch` of `fetch(...)` and of `globalThis.fetch(...)`. */
function globalName(callee) {
  if (callee.type === "Identifier") return callee.name;
  const isGlobal = callee.type === "MemberExpression" && ["globalThis", "window", "self"].includes(callee.object.name);
  return isGlobal ? memberName(callee) : undefined;
}

/** The names of `{ a, b: 1 }`, undefined for anything else. */
function optionNames(node) {
  if (node?.type !== "ObjectExpression") return undefined;
  return node.properties.map(({ key }) => key?.name);
}

function memberName(node) {
  return node.computed ? node.property.value : node.property.name;
}

function resolve(from, specifier) {
  const path = specifier.startsWith("@/")
    ? specifier.slice(2)
    : specifier.startsWith(".")
      ? posix.join(posix.dirname(from), specifier)
      : undefined;
  return path?.replace(/\.(m?[jt]sx?)$/, "");
}

function walk(node, visit) {
  if (Array.isArray(node)) {
    for (const item of node) walk(item, visit);
  } else if (node && typeof node.type === "string") {
    visit(node);
    for (const key in node) {
      const child = node[key];
      if (child && typeof child === "object") walk(child, visit);
    }
  }
}
