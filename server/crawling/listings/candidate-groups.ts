import type { Element } from "domhandler";
import { classTokens } from "./class-tokens";
import type { Measures, PageTree } from "./page-tree";
import { headersFor } from "./table-headers";

export interface Group {
  /** Positions in `PageTree.nodes`, in document order. */
  members: number[];
  /** The class names that the members share, if they were found by them. */
  tokens: string[];
  estimate: number;
}

/** How alike the class names of siblings must be to count as one kind: all tags alike, most of them, or a fifth. */
const strictness = [Number.POSITIVE_INFINITY, 0.6, 0.2];
const minMembers = 2;
const maxGroups = 20;

/** Elements that stand at like places under like names, best first: what may be the records of the page. */
export function findGroups(tree: PageTree, weights: Float32Array): Group[] {
  const pageText = tree.nodes.reduce((sum, node) => Math.max(sum, node.text), 1);
  const groups = new Map<string, Group>();
  for (const share of strictness) {
    for (const group of groupByPath(tree, share)) {
      const key = `${group.members[0]}:${group.members.length}:${group.members.at(-1)}`;
      if (groups.has(key)) continue;
      group.estimate = estimate(group, tree, weights, pageText);
      if (group.estimate > 0) groups.set(key, group);
    }
  }
  return [...groups.values()].sort((a, b) => b.estimate - a.estimate).slice(0, maxGroups);
}

function groupByPath({ nodes }: PageTree, share: number): Group[] {
  const childrenOf = new Map<number, number[]>();
  nodes.forEach(({ parent }, index) => {
    const siblings = childrenOf.get(parent);
    if (siblings) siblings.push(index);
    else childrenOf.set(parent, [index]);
  });
  const ids = new Map<string, number>();
  const pathOf = new Int32Array(nodes.length);
  const groups = new Map<number, Group>();
  // Parents come before their children, so a parent's path is known when its children are named.
  for (const [parent, children] of [...childrenOf].sort(([a], [b]) => a - b)) {
    const labels = nameSiblings(children, nodes, share);
    children.forEach((child, position) => {
      const { label = "", tokens = [] } = labels[position] ?? {};
      const path = `${parent < 0 ? 0 : pathOf[parent]}/${label}`;
      let id = ids.get(path);
      if (id === undefined) {
        id = ids.size + 1;
        ids.set(path, id);
      }
      pathOf[child] = id;
      const group = groups.get(id);
      if (group) group.members.push(child);
      else groups.set(id, { members: [child], tokens, estimate: 0 });
    });
  }
  // A search may find a single row: a table is worth a look even then.
  return [...groups.values()].filter(
    ({ members: [first = 0, ...others] }) => others.length > 0 || isLoneRow(nodes[first]?.element),
  );
}

function nameSiblings(children: number[], nodes: Measures[], share: number): { label: string; tokens: string[] }[] {
  const elements = children.map((child) => nodes[child]?.element);
  const tags = new Map<string, number>();
  const counts = new Map<string, number>();
  const tokensOf = elements.map((element) =>
    element && share !== Number.POSITIVE_INFINITY ? classTokens(element) : [],
  );
  elements.forEach((element, at) => {
    if (!element) return;
    tags.set(element.name, (tags.get(element.name) ?? 0) + 1);
    for (const token of new Set(tokensOf[at])) {
      const key = `${element.name}.${token}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  });
  return elements.map((element, at) => {
    if (!element) return { label: "", tokens: [] };
    const enough = Math.max(1, share * (tags.get(element.name) ?? 1));
    const tokens = (tokensOf[at] ?? [])
      .filter((token) => (counts.get(`${element.name}.${token}`) ?? 0) >= enough)
      .sort();
    return { label: [rowName(element), ...tokens].join("."), tokens };
  });
}

function isLoneRow(element: Element | undefined): boolean {
  return element?.name === "tr" && headersFor(element).size >= 3;
}

/** A header row is no record: it must not stand in one group with the rows below it. */
function rowName(element: Element): string {
  return element.name === "thead" || element.name === "tfoot" ? `${element.name}!` : element.name;
}

/** What inside a record can be no record itself. */
const inline = new Set(
  "a b i em strong small span time abbr code mark sub sup img br hr label input button option th td col colgroup path p".split(
    " ",
  ),
);

/** 1 for texts of one size, less the more their lengths differ, in powers of e: sections of a page differ by far. */
export function evenness(logs: number[]): number {
  const middle = logs.reduce((sum, one) => sum + one, 0) / logs.length;
  const spread = Math.sqrt(logs.reduce((sum, one) => sum + (one - middle) ** 2, 0) / logs.length);
  return 1 / (1 + 3 * Math.max(0, spread - 0.6) ** 2);
}

function estimate(group: Group, { nodes }: PageTree, weights: Float32Array, pageText: number): number {
  const { members } = group;
  const first = nodes[members[0] ?? 0];
  if (!first) return 0;
  const hashes = new Set<number>();
  let text = 0;
  let parts = 0;
  let linked = 0;
  let weight = 0;
  const sizes: number[] = [];
  for (const member of members) {
    const node = nodes[member];
    if (!node || node.text < 4) continue;
    hashes.add(node.hash);
    text += node.text;
    sizes.push(Math.log(node.text));
    parts += node.parts;
    if (node.links > 0 || first.element.name === "a") linked += 1;
    weight += weights[member] ?? 1;
  }
  const distinct = hashes.size;
  if (weight === 0 || (distinct < minMembers && !isLoneRow(first.element))) return 0;
  const perMember = parts / members.length;
  const isInline = inline.has(first.element.name) && !(first.element.name === "a" && perMember >= 2);
  const richness = Math.log2(1 + Math.min(perMember, 16));
  const share = Math.min(1, text / pageText);
  return (
    Math.sqrt(Math.min(distinct, 60)) *
    richness *
    evenness(sizes) *
    (0.4 + linked / members.length) *
    (0.15 + Math.sqrt(share)) *
    (weight / members.length) *
    (isInline ? 0.3 : 1)
  );
}
