import { attributeOf, childrenOf, textOf, type XmlNode } from "@/server/crawling/xml";

/**
 * The small part of XPath that the standard's own tables use: child steps, "..", attributes, text(), and predicates made of a path, of
 * `path = 'value'`, of `path = ('a','b')` and of `not(...)`. Namespaces are left aside: no two elements of a notice share a local name.
 */
export function findElements(from: XmlNode, path: string, parents: ReadonlyMap<XmlNode, XmlNode>): XmlNode[] {
  let found = [from];
  for (const step of stepsOf(path)) {
    if (step.attribute !== null || step.isText) return found;
    found = found.flatMap((node) => {
      if (step.name === "..") return parents.get(node) ?? [];
      return childrenOf(node).filter(
        (child) => child.name === step.name && step.predicates.every((predicate) => holds(child, predicate, parents)),
      );
    });
  }
  return found;
}

/** The texts or attribute values to which a path leads. */
export function findValues(from: XmlNode, path: string, parents: ReadonlyMap<XmlNode, XmlNode>): string[] {
  const last = stepsOf(path).at(-1);
  return findElements(from, path, parents).flatMap((node) => {
    if (last?.attribute) return attributeOf(node, last.attribute) ?? [];
    return [textOf(node).trim()];
  });
}

/** Who stands around whom. */
export function parentsOf(root: XmlNode): Map<XmlNode, XmlNode> {
  const parents = new Map<XmlNode, XmlNode>();
  const waiting = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    for (const child of childrenOf(node)) {
      parents.set(child, node);
      waiting.push(child);
    }
  }
  return parents;
}

export interface Step {
  name: string;
  predicates: string[];
  attribute: string | null;
  isText: boolean;
}

const knownSteps = new Map<string, Step[]>();

export function stepsOf(path: string): Step[] {
  const before = knownSteps.get(path);
  if (before) return before;
  const steps = splitOutside(path.replace(/^\/\*\/?/, ""), "/").map((written): Step => {
    const text = written.trim();
    const open = text.indexOf("[");
    const name = (open < 0 ? text : text.slice(0, open)).trim();
    const predicates = open < 0 ? [] : predicatesOf(text.slice(open));
    return {
      name: name.slice(name.indexOf(":") + 1).toLowerCase(),
      predicates,
      attribute: name.startsWith("@") ? name.slice(1).toLowerCase() : null,
      isText: name === "text()",
    };
  });
  knownSteps.set(path, steps);
  return steps;
}

function holds(node: XmlNode, predicate: string, parents: ReadonlyMap<XmlNode, XmlNode>): boolean {
  const negated = /^not\((.*)\)$/s.exec(predicate);
  if (negated) return !holds(node, (negated[1] ?? "").trim(), parents);
  const sides = splitOutside(predicate, "=");
  if (sides.length === 2) {
    const wanted = [...(sides[1] ?? "").matchAll(/'([^']*)'/g)].map(([, value]) => value);
    return findValues(node, (sides[0] ?? "").trim(), parents).some((value) => wanted.includes(value));
  }
  return findValues(node, predicate, parents).length > 0;
}

function predicatesOf(written: string): string[] {
  const predicates: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < written.length; at++) {
    if (written[at] === "[" && depth++ === 0) from = at + 1;
    if (written[at] === "]" && --depth === 0) predicates.push(written.slice(from, at).trim());
  }
  return predicates;
}

/** Splits where the sign stands outside of brackets, parentheses and quotes. */
function splitOutside(text: string, sign: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === "'") quoted = !quoted;
    else if (quoted) continue;
    else if (char === "[" || char === "(") depth++;
    else if (char === "]" || char === ")") depth--;
    else if (char === sign && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts.filter((part) => part.trim() !== "");
}
