import { type AnyNode, type Element, hasChildren, isTag, isText, type ParentNode } from "domhandler";
import { type Expression, type Path, parseXPath, type Step } from "./parse-xpath";

/** Nodes that one evaluation may visit; what is dearer finds nothing. */
const maxVisits = 200_000;

/** What a path finds: nodes of the page, and attributes with whom they belong to. */
export type FoundNode = AnyNode | Attribute;

export interface Attribute {
  element: Element;
  name: string;
  value: string;
}

type Value = FoundNode[] | string | number | boolean;

interface Context {
  node: FoundNode;
  position: number;
  size: number;
  budget: { visits: number };
}

class TooDear extends Error {}

/**
 * What an XPath finds from a node on, without doubles, in the order in which it is met. Null when it is no expression of the part that
 * `parseXPath` knows, when it yields no nodes, or when it would cost too much on this page.
 */
export function selectByXPath(path: string, from: AnyNode): FoundNode[] | null {
  const expression = parseXPath(path);
  if (!expression) return null;
  try {
    const found = evaluate(expression, { node: from, position: 1, size: 1, budget: { visits: 0 } });
    return Array.isArray(found) ? found : null;
  } catch (error) {
    if (error instanceof TooDear) return null;
    throw error;
  }
}

export function isAttribute(node: FoundNode): node is Attribute {
  return "element" in node;
}

function evaluate(expression: Expression, context: Context): Value {
  switch (expression.kind) {
    case "literal":
      return expression.value;
    case "path":
      return walk(expression, context);
    case "union":
      return withoutDoubles(
        expression.paths.flatMap((path) => {
          const found = evaluate(path, context);
          return Array.isArray(found) ? found : [];
        }),
      );
    case "binary":
      return combine(expression.operator, expression, context);
    case "call":
      return call(expression.name, expression.args, context);
  }
}

function walk({ isAbsolute, steps }: Path, context: Context): FoundNode[] {
  let nodes: FoundNode[] = [isAbsolute ? rootOf(context.node) : context.node];
  for (const step of steps) nodes = withoutDoubles(nodes.flatMap((node) => take(step, node, context.budget)));
  return nodes;
}

function take(step: Step, from: FoundNode, budget: Context["budget"]): FoundNode[] {
  let found = along(step, from, budget).filter((node) => fits(node, step));
  for (const predicate of step.predicates) {
    const size = found.length;
    found = found.filter((node, at) => {
      spend(budget, 1);
      const value = evaluate(predicate, { node, position: at + 1, size, budget });
      return typeof value === "number" ? value === at + 1 : toBoolean(value);
    });
  }
  return found;
}

function along({ axis }: Step, from: FoundNode, budget: Context["budget"]): FoundNode[] {
  if (isAttribute(from)) return axis === "parent" ? [from.element] : axis === "self" ? [from] : [];
  const found: FoundNode[] = [];
  const add = (node: FoundNode) => {
    spend(budget, 1);
    found.push(node);
  };
  switch (axis) {
    case "self":
      add(from);
      break;
    case "child":
      if (hasChildren(from)) from.children.forEach(add);
      break;
    case "descendant":
    case "descendant-or-self": {
      const stack: AnyNode[] = axis === "descendant" ? childrenBackwards(from) : [from];
      for (let node = stack.pop(); node; node = stack.pop()) {
        add(node);
        stack.push(...childrenBackwards(node));
      }
      break;
    }
    case "parent":
      if (from.parent) add(from.parent);
      break;
    case "ancestor":
      for (let at: ParentNode | null = from.parent; at; at = at.parent) add(at);
      break;
    case "following-sibling":
      for (let at = from.next; at; at = at.next) add(at);
      break;
    case "preceding-sibling":
      for (let at = from.prev; at; at = at.prev) add(at);
      break;
    case "attribute":
      if (isTag(from)) for (const [name, value] of Object.entries(from.attribs)) add({ element: from, name, value });
      break;
  }
  return found;
}

function childrenBackwards(node: AnyNode): AnyNode[] {
  return hasChildren(node) ? [...node.children].reverse() : [];
}

function fits(node: FoundNode, { axis, test }: Step): boolean {
  if (isAttribute(node)) return axis !== "attribute" || test === "*" || test === node.name;
  if (test === "node()") return true;
  if (test === "text()") return isText(node);
  return isTag(node) && (test === "*" || node.name === test);
}

function rootOf(node: FoundNode): AnyNode {
  let at: AnyNode = isAttribute(node) ? node.element : node;
  while (at.parent) at = at.parent;
  return at;
}

function combine(
  operator: string,
  { left, right }: { left: Expression; right: Expression },
  context: Context,
): boolean {
  const first = evaluate(left, context);
  if (operator === "and") return toBoolean(first) && toBoolean(evaluate(right, context));
  if (operator === "or") return toBoolean(first) || toBoolean(evaluate(right, context));
  const second = evaluate(right, context);
  // A set of nodes compares as any of its members does.
  const firsts = Array.isArray(first) ? first.map((node) => textOf(node, context.budget)) : [first];
  const seconds = Array.isArray(second) ? second.map((node) => textOf(node, context.budget)) : [second];
  return firsts.some((a) => seconds.some((b) => compare(operator, a, b)));
}

function compare(operator: string, a: string | number | boolean, b: string | number | boolean): boolean {
  const isText = typeof a === "string" && typeof b === "string";
  switch (operator) {
    case "=":
      return isText ? a === b : Number(a) === Number(b);
    case "!=":
      return isText ? a !== b : Number(a) !== Number(b);
    case "<":
      return Number(a) < Number(b);
    case ">":
      return Number(a) > Number(b);
    case "<=":
      return Number(a) <= Number(b);
    default:
      return Number(a) >= Number(b);
  }
}

function call(name: string, args: Expression[], context: Context): Value {
  const text = (at: number) => {
    const arg = args[at];
    return toText(arg ? evaluate(arg, context) : [context.node], context.budget);
  };
  switch (name) {
    case "not":
      return !toBoolean(args[0] ? evaluate(args[0], context) : false);
    case "contains":
      return text(0).includes(text(1));
    case "starts-with":
      return text(0).startsWith(text(1));
    case "normalize-space":
      return text(0).replace(/\s+/g, " ").trim();
    case "string":
      return text(0);
    case "concat":
      return args.map((_, at) => text(at)).join("");
    case "translate": {
      const [from, to] = [[...text(1)], [...text(2)]];
      return [...text(0)].map((sign) => (from.includes(sign) ? (to[from.indexOf(sign)] ?? "") : sign)).join("");
    }
    case "count": {
      const found = args[0] ? evaluate(args[0], context) : [];
      return Array.isArray(found) ? found.length : 0;
    }
    case "position":
      return context.position;
    default:
      return context.size;
  }
}

function toBoolean(value: Value): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function toText(value: Value, budget: Context["budget"]): string {
  if (!Array.isArray(value)) return String(value);
  const [first] = value;
  return first ? textOf(first, budget) : "";
}

/** All text below a node, as it is written. */
function textOf(node: FoundNode, budget: Context["budget"]): string {
  if (isAttribute(node)) return node.value;
  const parts: string[] = [];
  const stack: AnyNode[] = [node];
  for (let at = stack.pop(); at; at = stack.pop()) {
    spend(budget, 1);
    if (isText(at)) parts.push(at.data);
    else stack.push(...childrenBackwards(at));
  }
  return parts.join("");
}

function spend(budget: Context["budget"], visits: number): void {
  budget.visits += visits;
  if (budget.visits > maxVisits) throw new TooDear();
}

function withoutDoubles(nodes: FoundNode[]): FoundNode[] {
  const seen = new Set<AnyNode | string>();
  const ids = new Map<Element, number>();
  return nodes.filter((node) => {
    let key: AnyNode | string;
    if (isAttribute(node)) {
      const id = ids.get(node.element) ?? ids.size;
      ids.set(node.element, id);
      key = `${id} ${node.name}`;
    } else key = node;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
