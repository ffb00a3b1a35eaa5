// biome-ignore-all lint/a11y/noRedundantRoles: `display: block` on a phone takes the meaning of table elements away
"use client";
import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import { Checkbox } from "./checkbox";
import { cn } from "./class-names";

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** The name of the row: heads the card on a phone. Give it to one column. */
  isName?: boolean;
  align?: "left" | "right";
  /** Tailwind width, such as "w-32". The name column takes what is left. */
  width?: string;
  /** Left out of the card on a phone. */
  isWideOnly?: boolean;
  /** The value alone says too little in the card on a phone: the heading stands before it. */
  isNamedOnPhone?: boolean;
  /** Left out of the table below this width (1024, 1280 px), so that the name keeps its room; the card on a phone has it. */
  hideBelow?: "lg" | "xl";
  isSortable?: boolean;
}

export interface Sort {
  key: string;
  direction: "asc" | "desc";
}

const hiddenBelow = { lg: "sm:max-lg:hidden", xl: "sm:max-xl:hidden" };

interface DataTableProps<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  rowName: (row: Row) => string;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** Keys of chosen rows; leave out for a table without choosing. */
  selected?: ReadonlySet<string>;
  onSelect?: (selected: ReadonlySet<string>) => void;
  /** The row that j and k move (see useListKeys). */
  activeKey?: string | null;
  onOpen?: (row: Row) => void;
}

/** Rows of 36 px; on a phone each row is a card. Roles are written out because `display: block` would take them away. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, rowName, sort, onSort, selected, onSelect, activeKey, onOpen } = props;
  const allChosen = selected !== undefined && rows.length > 0 && rows.every((row) => selected.has(rowKey(row)));

  function choose(keys: string[], isChosen: boolean) {
    const next = new Set(selected);
    for (const key of keys) isChosen ? next.add(key) : next.delete(key);
    onSelect?.(next);
  }

  return (
    <table role="table" aria-label={label} className="w-full border-collapse max-sm:block sm:table-fixed">
      <thead role="rowgroup" className="max-sm:sr-only">
        <tr role="row" className="border-b border-subtle text-left text-sm text-muted">
          {selected ? (
            <th scope="col" className="w-10 pl-3">
              <Checkbox
                label="Choose all on this page"
                isLabelHidden
                checked={allChosen}
                isIndeterminate={!allChosen && rows.some((row) => selected.has(rowKey(row)))}
                onChange={(event) => choose(rows.map(rowKey), event.target.checked)}
              />
            </th>
          ) : null}
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-sm:block">
        {rows.map((row) => {
          const key = rowKey(row);
          return (
            <tr
              key={key}
              role="row"
              data-row={key}
              aria-selected={selected ? selected.has(key) : undefined}
              className={cn(
                "relative border-b border-subtle last:border-b-0 max-sm:flex max-sm:flex-wrap max-sm:items-center max-sm:gap-x-3 max-sm:gap-y-1 max-sm:px-3 max-sm:py-2.5 sm:h-row",
                selected?.has(key) ? "bg-selected" : "hover:bg-hover",
                activeKey === key && "outline-2 -outline-offset-2 outline-accent",
                onOpen && "cursor-pointer",
              )}
              onClick={(event) => {
                if (onOpen && !(event.target as Element).closest("a,button,input,label")) onOpen(row);
              }}
            >
              {selected ? (
                <td role="cell" className="sm:w-10 sm:pl-3">
                  <Checkbox
                    label={`Choose ${rowName(row)}`}
                    isLabelHidden
                    checked={selected.has(key)}
                    onChange={(event) => choose([key], event.target.checked)}
                  />
                </td>
              ) : null}
              {columns.map((column) => (
                <td
                  key={column.key}
                  role="cell"
                  className={cn(
                    "truncate sm:px-3",
                    column.align === "right" && "sm:text-right",
                    column.isName
                      ? "font-medium max-sm:min-w-0 max-sm:flex-1 max-sm:basis-3/4"
                      : "text-muted max-sm:text-sm",
                    column.isWideOnly && "max-sm:hidden",
                    column.hideBelow && hiddenBelow[column.hideBelow],
                  )}
                >
                  {column.isNamedOnPhone ? <span className="sm:hidden">{column.header} </span> : null}
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function HeaderCell<Row>({
  column,
  sort,
  onSort,
}: {
  column: Column<Row>;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
}) {
  const direction = sort?.key === column.key ? sort.direction : null;
  const Arrow = direction === "asc" ? ArrowUp : ArrowDown;
  return (
    <th
      scope="col"
      aria-sort={direction ? (direction === "asc" ? "ascending" : "descending") : undefined}
      className={cn(
        "h-9 px-3 font-medium",
        column.width,
        column.align === "right" && "text-right",
        column.hideBelow && hiddenBelow[column.hideBelow],
      )}
    >
      {column.isSortable && onSort ? (
        <button
          type="button"
          className="inline-flex items-center gap-1 hover:text-ink"
          onClick={() => onSort({ key: column.key, direction: direction === "desc" ? "asc" : "desc" })}
        >
          {column.header}
          {direction ? <Arrow className="size-3.5" aria-hidden /> : null}
        </button>
      ) : (
        column.header
      )}
    </th>
  );
}
