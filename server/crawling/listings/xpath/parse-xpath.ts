/**
 * The part of XPath 1.0 (W3C 1999) that people and browsers' developer tools write for places on a page: location paths with the axes
 * below, abbreviations (`//`, `.`, `..`, `@`), predicates with positions, comparisons, `and`, `or`, and the functions below; unions
 * with `|`. Left out: variables, namespaces, arithmetic, and axes that walk the whole page from every node (following, preceding).
 */
export const axes = [
  "child",
  "descendant",
  "descendant-or-self",
  "self",
  "parent",
  "ancestor",
  "following-sibling",
  "preceding-sibling",
  "attribute",
] as const;
export type Axis = (typeof axes)[number];

/** Name and number of arguments, from and to. */
const functions: Record<string, [number, number]> = {
  not: [1, 1],
  contains: [2, 2],
  "starts-with": [2, 2],
  "normalize-space": [0, 1],
  string: [0, 1],
  concat: [2, 8],
  translate: [3, 3],
  count: [1, 1],
  position: [0, 0],
  last: [0, 0],
};

export interface Step {
  axis: Axis;
  /** An element's or attribute's name, "*", "text()" or "node()". */
  test: string;
  predicates: Expression[];
}

export interface Path {
  kind: "path";
  isAbsolute: boolean;
  steps: Step[];
}

export type Expression =
  | Path
  | { kind: "union"; paths: Expression[] }
  | { kind: "literal"; value: string | number }
  | { kind: "call"; name: string; args: Expression[] }
  | { kind: "binary"; operator: string; left: Expression; right: Expression };

const maxLength = 500;
const maxDepth = 12;
const token =
  /\s*(?:("[^"]*"|'[^']*')|(\d+(?:\.\d+)?)|(::|\/\/|\.\.|!=|<=|>=|[/@.*()[\],|=<>])|([a-zA-Z_][\w\-.]*(?::[a-zA-Z_][\w\-.]*)?))/y;

/** The parts of an expression; null when it is none, or not of the part of the language that is understood here. */
export function parseXPath(text: string): Expression | null {
  if (text.length > maxLength) return null;
  const tokens = tokenise(text.trim());
  if (!tokens || tokens.length === 0) return null;
  try {
    const reader = new Reader(tokens);
    const found = reader.union(0);
    return reader.isAtEnd ? found : null;
  } catch (error) {
    if (error instanceof NotUnderstood) return null;
    throw error;
  }
}

class NotUnderstood extends Error {}

function tokenise(text: string): string[] | null {
  const tokens: string[] = [];
  token.lastIndex = 0;
  for (let at = 0; at < text.length; at = token.lastIndex) {
    token.lastIndex = at;
    const found = token.exec(text);
    if (!found) return null;
    tokens.push(found[0].trim());
  }
  return tokens;
}

const isName = (text: string | undefined) => text !== undefined && /^[a-zA-Z_]/.test(text);

class Reader {
  #at = 0;
  constructor(private readonly tokens: string[]) {}

  get isAtEnd(): boolean {
    return this.#at >= this.tokens.length;
  }

  union(depth: number): Expression {
    const paths = [this.either(depth)];
    while (this.#take("|")) paths.push(this.either(depth));
    return paths.length === 1 && paths[0] ? paths[0] : { kind: "union", paths };
  }

  either(depth: number): Expression {
    return this.#chain(depth, ["or"], (deeper) => this.#chain(deeper, ["and"], (inner) => this.#comparison(inner)));
  }

  #comparison(depth: number): Expression {
    return this.#chain(depth, ["=", "!=", "<", ">", "<=", ">="], (inner) => this.#primary(inner));
  }

  #chain(depth: number, operators: string[], next: (depth: number) => Expression): Expression {
    if (depth > maxDepth) throw new NotUnderstood();
    let left = next(depth);
    for (let operator = this.#peek(); operator && operators.includes(operator); operator = this.#peek()) {
      this.#at += 1;
      left = { kind: "binary", operator, left, right: next(depth) };
    }
    return left;
  }

  #primary(depth: number): Expression {
    const next = this.#peek();
    if (next === undefined) throw new NotUnderstood();
    if (/^["']/.test(next)) {
      this.#at += 1;
      return { kind: "literal", value: next.slice(1, -1) };
    }
    if (/^\d/.test(next)) {
      this.#at += 1;
      return { kind: "literal", value: Number(next) };
    }
    if (next === "(") {
      this.#at += 1;
      const inner = this.either(depth + 1);
      this.#expect(")");
      return inner;
    }
    if (isName(next) && this.tokens[this.#at + 1] === "(" && !/^(?:text|node)$/.test(next)) return this.#call(depth);
    return this.#path(depth);
  }

  #call(depth: number): Expression {
    const name = this.#next();
    const arity = functions[name];
    if (!arity) throw new NotUnderstood();
    this.#expect("(");
    const args: Expression[] = [];
    while (this.#peek() !== ")") {
      if (args.length > 0) this.#expect(",");
      args.push(this.either(depth + 1));
    }
    this.#expect(")");
    if (args.length < arity[0] || args.length > arity[1]) throw new NotUnderstood();
    return { kind: "call", name, args };
  }

  #path(depth: number): Expression {
    const steps: Step[] = [];
    const isAbsolute = this.#peek() === "/" || this.#peek() === "//";
    if (this.#take("//")) steps.push(anywhereBelow());
    else this.#take("/");
    steps.push(this.#step(depth));
    for (;;) {
      if (this.#take("//")) steps.push(anywhereBelow());
      else if (!this.#take("/")) break;
      steps.push(this.#step(depth));
    }
    return { kind: "path", isAbsolute, steps };
  }

  #step(depth: number): Step {
    if (this.#take("..")) return { axis: "parent", test: "node()", predicates: [] };
    if (this.#take(".")) return { axis: "self", test: "node()", predicates: [] };
    let axis: Axis = "child";
    if (this.#take("@")) axis = "attribute";
    else if (isName(this.#peek()) && this.tokens[this.#at + 1] === "::") {
      const named = axes.find((one) => one === this.#peek());
      if (!named) throw new NotUnderstood();
      axis = named;
      this.#at += 2;
    }
    const test = this.#test();
    const predicates: Expression[] = [];
    while (this.#take("[")) {
      predicates.push(this.either(depth + 1));
      this.#expect("]");
    }
    return { axis, test, predicates };
  }

  #test(): string {
    const next = this.#next();
    if (next === "*") return "*";
    if (!isName(next) || next.includes(":")) throw new NotUnderstood();
    if (!this.#take("(")) return next.toLowerCase();
    this.#expect(")");
    if (next !== "text" && next !== "node") throw new NotUnderstood();
    return `${next}()`;
  }

  #peek(): string | undefined {
    return this.tokens[this.#at];
  }

  #next(): string {
    const next = this.tokens[this.#at];
    if (next === undefined) throw new NotUnderstood();
    this.#at += 1;
    return next;
  }

  #take(wanted: string): boolean {
    if (this.#peek() !== wanted) return false;
    this.#at += 1;
    return true;
  }

  #expect(wanted: string): void {
    if (!this.#take(wanted)) throw new NotUnderstood();
  }
}

function anywhereBelow(): Step {
  return { axis: "descendant-or-self", test: "node()", predicates: [] };
}
