import type { ChangeItem } from "./comparison";
import { headOfTable } from "./find-price-subject";
import type { Block } from "./reading/block";
import { wordsOf } from "./reading/words";

const longestName = 8;

/** The value that changed where a page says beside it what it is: what differs in a row, the description of a term, or what follows a label. */
export function changedValue(old: Block, fresh: Block, page: readonly Block[]): ChangeItem["value"] {
  const { term } = fresh;
  if (term && term === old.term && isName(term)) return { of: term, before: old.text, after: fresh.text };
  const [was, is] = [labelled(old), labelled(fresh)];
  if (was && is && was.of === is.of) return { of: is.of, before: was.value, after: is.value };
  if (fresh.cells.length < 2 || old.cells.length !== fresh.cells.length) return undefined;
  const differing = fresh.cells.flatMap((cell, column) => (cell === old.cells[column] ? [] : [column]));
  const [column = 0] = differing;
  const name = fresh.cells[0] ?? "";
  if (column === 0 || !isName(name)) return undefined;
  const head = fresh.cells.length > 2 && differing.length === 1 ? headOfTable(fresh, column, page) : null;
  const [before = "", after = ""] = [old, fresh].map(({ cells }) => differing.map((at) => cells[at]).join(" | "));
  return { of: head && isName(head) ? `${name} (${head})` : name, before, after };
}

/** "Contract: permanent", and ": permanent" under a heading that is its label. */
function labelled({ text, heading, kind }: Block): { of: string; value: string } | null {
  if (kind === "heading" || kind === "table_row") return null;
  const [, label = "", value = ""] = /^([^:.!?]{0,60}):\s+(\S.*)$/su.exec(text) ?? [];
  const of = label.trim() || heading;
  return value !== "" && of && isName(of) ? { of, value } : null;
}

function isName(text: string): boolean {
  const words = wordsOf(text).length;
  return words > 0 && words <= longestName;
}
