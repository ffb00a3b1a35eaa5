import { type Price, readPrices } from "./read-prices";
import type { Block } from "./reading/block";
import { wordsOf } from "./reading/words";

const maxSubjectWords = 6;
/** Blocks before and after in which other prices of the same part are looked for. */
const neighbours = 40;

/** What a price is the price of: row and column of a table, the label before a colon, or the heading or short line above. */
export function findPriceSubject(block: Block, price: Price | null, page: readonly Block[]): string | null {
  if (block.cells.length > 1) return subjectInTable(block, price, page);
  if (block.term) return asSubject(block.term);
  const label = block.text.slice(0, price?.at ?? 0).trim();
  if (/[:–-]$/.test(label)) return asSubject(label.replace(/\s*[:–-]$/, ""));
  // "Pay: from €3,420": what stands between the label and the price qualifies it.
  const named = /^([^:.!?]{2,40}):\s\S/.exec(label)?.[1];
  if (named) return asSubject(named);
  const at = page.indexOf(block);
  // Several prices under one heading: a line above each says which is which.
  const around = page.slice(Math.max(0, at - neighbours), at + neighbours);
  const isShared =
    around.filter((other) => other.heading === block.heading && readPrices(other.text).length > 0).length > 2;
  if (block.heading && !isShared) return asSubject(block.heading);
  return asSubject(page[at - 1]?.text ?? "") ?? asSubject(block.heading ?? "");
}

function subjectInTable(row: Block, price: Price | null, page: readonly Block[]): string | null {
  const first = asSubject(row.cells[0] ?? "");
  const priced = row.cells.filter((cell) => readPrices(cell).length > 0);
  const column = row.cells.findIndex((cell) => price !== null && cell.includes(price.text));
  if (priced.length < 2 || column < 0) return first;
  const head = asSubject(headOfTable(row, column, page) ?? "");
  return head && first ? `${head} (${first})` : (head ?? first);
}

/** What stands over a column in the first row of its table. */
export function headOfTable(row: Block, column: number, page: readonly Block[]): string | null {
  let top = page.indexOf(row);
  while (top > 0 && page[top - 1]?.kind === "table_row") top--;
  const head = page[top];
  return head === undefined || head === row ? null : (head.cells[column] ?? null);
}

/** A short text without figures of its own. */
function asSubject(text: string): string | null {
  const words = wordsOf(text).length;
  return words > 0 && words <= maxSubjectWords && readPrices(text).length === 0 ? text : null;
}
