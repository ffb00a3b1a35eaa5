import type { FacetName } from "./filter-conditions";

/** How `facet_text` holds them: facets one after the other. Those of one group often stand together in the same words, and are counted together. */
const groups = [
  ["stage", "outcome", "kind", "procedureStatus"],
  ["buyer"],
  ["country", "owner", "decision"],
  ["category"],
  ["tag"],
  ["source"],
] as const satisfies readonly (readonly FacetName[])[];
const storedFacets: readonly FacetName[] = groups.flat();

// Control characters, which no stored text holds: between a row's facets, and between the values of one facet.
const facetMark = "\u001f";
const valueMark = "\u001e";

/**
 * Counts the values of every facet over rows that are handed over as texts. A row counts for a facet when it meets all filters but, at most,
 * that facet's own. Whole groups of facets are counted first and taken apart once at the end: ten thousand rows have a few hundred of them.
 */
export class FacetCounter {
  total = 0;
  private readonly groupCounts = groups.map(() => new Map<string, number>());
  private readonly due = new Map<string, number>();
  /** Of rows that only the facet's own filter leaves out. */
  private readonly beside = new Map<FacetName, Map<string, number>>();

  /** `used`: the facets with a filter, in the order of the bits of what a row has missed. */
  constructor(private readonly used: readonly FacetName[]) {}

  add(text: string, due: string, missed: number): void {
    if (missed !== 0) {
      this.addBeside(text, due, missed);
      return;
    }
    this.total += 1;
    add(this.due, due, 1);
    let from = 0;
    for (const [index, names] of groups.entries()) {
      let end = from - 1;
      for (let count = names.length; count > 0; count--) {
        end = text.indexOf(facetMark, end + 1);
        if (end < 0) end = text.length;
      }
      if (end > from) add(this.groupCounts[index] as Map<string, number>, text.slice(from, end), 1);
      from = end + 1;
    }
  }

  private addBeside(text: string, due: string, missed: number): void {
    // More than one filter leaves it out.
    if ((missed & (missed - 1)) !== 0) return;
    const name = this.used[31 - Math.clz32(missed)];
    if (!name) return;
    const counts = this.beside.get(name) ?? new Map<string, number>();
    this.beside.set(name, counts);
    if (name === "due") add(counts, due, 1);
    else addCell(counts, text.split(facetMark)[storedFacets.indexOf(name)] ?? "", 1);
  }

  counts(): Map<FacetName, Map<string, number>> {
    const found = new Map<FacetName, Map<string, number>>(storedFacets.map((name) => [name, new Map()]));
    found.set("due", this.due);
    for (const [index, names] of groups.entries()) {
      for (const [text, times] of this.groupCounts[index] ?? []) {
        const cells = names.length > 1 ? text.split(facetMark) : [text];
        for (const [place, name] of names.entries())
          addCell(found.get(name) as Map<string, number>, cells[place] ?? "", times);
      }
    }
    for (const [name, counts] of this.beside)
      for (const [value, times] of counts) add(found.get(name) as Map<string, number>, value, times);
    return found;
  }
}

function addCell(counts: Map<string, number>, cell: string, times: number): void {
  if (cell === "") return;
  if (cell.includes(valueMark)) for (const value of cell.split(valueMark)) add(counts, value, times);
  else add(counts, cell, times);
}

function add(counts: Map<string, number>, value: string, times: number): void {
  counts.set(value, (counts.get(value) ?? 0) + times);
}
