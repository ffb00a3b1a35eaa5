import { type Price, readPrices } from "./read-prices";
import type { Block } from "./reading/block";
import { wordsOf } from "./reading/words";

const maxSubjectWords = 6;
/** Blocks before and after in which other prices of the same part are looked for. */
const neighbours = 40;

/** What a price is the price of: row and column of a table, the label before a colon, or the heading or short line above. */
export function findPriceSubject(block: Block, price: Price | null, page: readonly Block[]): string | null {
  if (block.cells.length > 1) return subjectInTable(block, price, page);
  const label = block.text.slice(0, price?.at ?? 0).trim();
  if (/[:–-]$/.test(label)) return asSubject(label.replace(/\s*[:–-]$/, ""));
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
  let top = page.indexOf(row);
  while (top > 0 && page[top - 1]?.kind === "table_row") top--;
  const head = page[top] === row ? null : asSubject(page[top]?.cells[column] ?? "");
  return head && first ? `${head} (${first})` : (head ?? first);
}

/** A short text without figures of its own. */
function asSubject(text: string): string | null {
  const words = wordsOf(text).length;
  return words > 0 && words <= maxSubjectWords && readPrices(text).length === 0 ? text : null;
}
