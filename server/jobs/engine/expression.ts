import { isRecord } from "./protocol";

/**
 * The part of CEL that the SDK writes and people use in triggers, waits, cancellations and keys: paths from `event` and
 * `async`, literals, == != < <= > >= in && || ! + ( ) and lists. A missing member is null. Anything else throws when
 * the function is registered, never when it runs.
 */
export interface Expression {
  evaluate(roots: Roots): unknown;
  /** `event.<path> == async.<path>` and `async.<path> == literal` that must hold for the whole to hold. */
  equalities: Equality[];
}
export interface Roots {
  event: unknown;
  async?: unknown;
}
export interface Equality {
  asyncPath: string[];
  other: Node;
}
export type Node =
  | { kind: "literal"; value: unknown }
  | { kind: "path"; root: "event" | "async"; path: string[] }
  | { kind: "list"; items: Node[] }
  | { kind: "unary"; op: "!" | "-"; operand: Node }
  | { kind: "binary"; op: string; left: Node; right: Node };

const parsed = new Map<string, Expression>();

/** Throws SyntaxError with the position of what is not understood. */
export function parseExpression(source: string): Expression {
  const known = parsed.get(source);
  if (known) return known;
  const root = new Parser(source).parse();
  const expression = { evaluate: (roots: Roots) => evaluate(root, roots), equalities: equalitiesOf(root) };
  if (parsed.size > 1000) parsed.clear();
  parsed.set(source, expression);
  return expression;
}

const token =
  /\s*(?:(\d+(?:\.\d+)?)|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|([A-Za-z_][A-Za-z0-9_]*)|(==|!=|<=|>=|&&|\|\||[<>!()[\].,+-]))/y;
const binding: Record<string, number> = {
  "||": 1,
  "&&": 2,
  "==": 3,
  "!=": 3,
  "<": 3,
  "<=": 3,
  ">": 3,
  ">=": 3,
  in: 3,
  "+": 4,
};

interface Token {
  text: string;
  kind: "number" | "string" | "name" | "sign" | "end";
  at: number;
}

class Parser {
  private at = 0;
  private next: Token;

  constructor(private readonly source: string) {
    this.next = this.read();
  }

  parse(): Node {
    const node = this.binary(0);
    if (this.next.kind !== "end") this.fail();
    return node;
  }

  private read(): Token {
    token.lastIndex = this.at;
    const match = token.exec(this.source);
    if (!match) {
      if (this.source.slice(this.at).trim() === "") return { text: "", kind: "end", at: this.at };
      throw new SyntaxError(`cannot read "${this.source}" at ${this.at}`);
    }
    const at = this.at;
    this.at = token.lastIndex;
    const [, number, string, name, sign] = match;
    if (number !== undefined) return { text: number, kind: "number", at };
    if (string !== undefined) return { text: string, kind: "string", at };
    if (name !== undefined) return { text: name, kind: "name", at };
    return { text: sign ?? "", kind: "sign", at };
  }

  private take(text?: string): Token {
    const taken = this.next;
    if (text !== undefined && taken.text !== text) this.fail();
    this.next = this.read();
    return taken;
  }

  private fail(): never {
    throw new SyntaxError(`"${this.source}": "${this.next.text}" at ${this.next.at} is not supported here`);
  }

  private binary(minimum: number): Node {
    let left = this.unary();
    for (;;) {
      const power = this.next.kind === "string" ? undefined : binding[this.next.text];
      if (power === undefined || power <= minimum) return left;
      const op = this.take().text;
      left = { kind: "binary", op, left, right: this.binary(power) };
    }
  }

  private unary(): Node {
    if (this.next.text === "!" || this.next.text === "-") {
      const op = this.take().text as "!" | "-";
      return { kind: "unary", op, operand: this.unary() };
    }
    return this.primary();
  }

  private primary(): Node {
    const { kind, text } = this.next;
    if (kind === "number") return { kind: "literal", value: Number(this.take().text) };
    if (kind === "string") return { kind: "literal", value: unquote(this.take().text) };
    if (text === "(") {
      this.take();
      const node = this.binary(0);
      this.take(")");
      return node;
    }
    if (text === "[") return this.list();
    if (kind === "name") {
      if (text === "true" || text === "false" || text === "null") {
        this.take();
        return { kind: "literal", value: text === "null" ? null : text === "true" };
      }
      if (text === "event" || text === "async") return this.path(text);
    }
    return this.fail();
  }

  private list(): Node {
    this.take("[");
    const items: Node[] = [];
    while (this.next.text !== "]") {
      items.push(this.binary(0));
      if (this.next.text === ",") this.take();
      else break;
    }
    this.take("]");
    return { kind: "list", items };
  }

  private path(root: "event" | "async"): Node {
    this.take();
    const path: string[] = [];
    for (;;) {
      if (this.next.text === ".") {
        this.take();
        if (this.next.kind !== "name") this.fail();
        path.push(this.take().text);
      } else if (this.next.text === "[") {
        this.take();
        if (this.next.kind !== "string" && this.next.kind !== "number") this.fail();
        const key = this.take();
        path.push(key.kind === "string" ? unquote(key.text) : key.text);
        this.take("]");
      } else return { kind: "path", root, path };
    }
  }
}

function unquote(text: string): string {
  return text.slice(1, -1).replace(/\\(.)/g, (_all, char: string) => ({ n: "\n", t: "\t", r: "\r" })[char] ?? char);
}

function evaluate(node: Node, roots: Roots): unknown {
  switch (node.kind) {
    case "literal":
      return node.value;
    case "path":
      return member(roots[node.root], node.path);
    case "list":
      return node.items.map((item) => evaluate(item, roots));
    case "unary": {
      const value = evaluate(node.operand, roots);
      return node.op === "!" ? value !== true : -Number(value);
    }
    case "binary":
      return evaluateBinary(node, roots);
  }
}

function evaluateBinary(node: Extract<Node, { kind: "binary" }>, roots: Roots): unknown {
  const left = evaluate(node.left, roots);
  if (node.op === "&&") return left === true && evaluate(node.right, roots) === true;
  if (node.op === "||") return left === true || evaluate(node.right, roots) === true;
  const right = evaluate(node.right, roots);
  if (node.op === "==") return equal(left, right);
  if (node.op === "!=") return !equal(left, right);
  if (node.op === "in") {
    if (Array.isArray(right)) return right.some((item) => equal(item, left));
    return isRecord(right) && typeof left === "string" && Object.hasOwn(right, left);
  }
  if (node.op === "+") {
    if (typeof left === "number" && typeof right === "number") return left + right;
    return `${left ?? ""}${right ?? ""}`;
  }
  if (typeof left === "number" && typeof right === "number") return compare(node.op, left, right);
  if (typeof left === "string" && typeof right === "string") return compare(node.op, left, right);
  return false;
}

function compare<T extends number | string>(op: string, left: T, right: T): boolean {
  if (op === "<") return left < right;
  if (op === "<=") return left <= right;
  if (op === ">") return left > right;
  return left >= right;
}

function equal(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  return JSON.stringify(left) === JSON.stringify(right);
}

function member(root: unknown, path: string[]): unknown {
  let value = root;
  for (const key of path) {
    if (Array.isArray(value)) value = value[Number(key)];
    else if (isRecord(value) && Object.hasOwn(value, key)) value = value[key];
    else return null;
  }
  return value ?? null;
}

function equalitiesOf(node: Node): Equality[] {
  if (node.kind !== "binary") return [];
  if (node.op === "&&") return [...equalitiesOf(node.left), ...equalitiesOf(node.right)];
  if (node.op !== "==") return [];
  const [a, b] = [node.left, node.right];
  if (a.kind === "path" && a.root === "async" && !mentionsAsync(b)) return [{ asyncPath: a.path, other: b }];
  if (b.kind === "path" && b.root === "async" && !mentionsAsync(a)) return [{ asyncPath: b.path, other: a }];
  return [];
}

function mentionsAsync(node: Node): boolean {
  if (node.kind === "path") return node.root === "async";
  if (node.kind === "list") return node.items.some(mentionsAsync);
  if (node.kind === "unary") return mentionsAsync(node.operand);
  return node.kind === "binary" && (mentionsAsync(node.left) || mentionsAsync(node.right));
}

/** The first field of an awaited event whose text the expression fixes, so that the database can leave most rows out. */
export function fixedField(expression: Expression, event: unknown): { path: string[]; value: string } | null {
  for (const { asyncPath, other } of expression.equalities) {
    const value = evaluate(other, { event });
    if (typeof value === "string" || typeof value === "boolean") return { path: asyncPath, value: String(value) };
  }
  return null;
}
