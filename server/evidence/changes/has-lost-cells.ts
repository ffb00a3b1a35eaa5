import type { Block } from "./reading/block";

/** Whether one row of a table is another that only has lost what stood in some of its cells. */
export function hasLostCells(old: Block, fresh: Block): boolean {
  return (
    old.cells.length > 1 &&
    old.cells.length === fresh.cells.length &&
    fresh.cells.some((cell) => cell !== "") &&
    old.cells.every((cell, column) => cell === fresh.cells[column] || fresh.cells[column] === "")
  );
}
