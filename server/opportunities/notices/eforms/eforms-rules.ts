import rules from "./rules.json" with { type: "json" };

/** A field of a notice, as the standard's table has it. */
export interface FieldRule {
  id: string;
  /** In words, for people. */
  name: string;
  node: string;
  path: string;
  type: string;
  repeats?: boolean;
  /** Notice subtypes, separated by blanks. */
  required?: string;
  forbidden?: string;
  list?: string;
  pattern?: number;
  maxLength?: number;
  preset?: string;
}

export interface NodeRule {
  id: string;
  parent?: string;
  path: string;
  repeats?: boolean;
}

/** What the eForms SDK says without a condition; written by `scripts/derive-eforms-rules.mjs`. */
export const fieldRules = rules.fields as FieldRule[];
export const nodeRules = new Map((rules.nodes as NodeRule[]).map((node) => [node.id, node]));
export const patterns = rules.patterns.map((pattern) => new RegExp(pattern, "u"));

const codes = new Map<string, Set<string> | RegExp>();

/** Whether a code is one of its list. Lists of thousands are known by the form of their codes. */
export function isInList(list: string, code: string): boolean {
  let known = codes.get(list);
  if (!known) {
    const written = (rules.codeLists as Record<string, string>)[list] ?? "";
    known = written.startsWith("^") ? new RegExp(written) : new Set(written.split(" "));
    codes.set(list, known);
  }
  return known instanceof RegExp ? known.test(code) : known.has(code);
}

/** A node and those around it, from the root inwards, without the root itself. */
export function chainOf(id: string | undefined): NodeRule[] {
  const chain: NodeRule[] = [];
  for (let node = id ? nodeRules.get(id) : undefined; node; node = node.parent ? nodeRules.get(node.parent) : undefined)
    if (node.parent) chain.unshift(node);
  return chain;
}
