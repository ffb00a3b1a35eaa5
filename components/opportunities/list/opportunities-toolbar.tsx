"use client";
import { ChevronLeft, Download, ListFilter, X } from "lucide-react";
import { type ReactNode, type Ref, useLayoutEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Menu, MenuChecks, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { MoreMenu } from "@/components/ui/more-menu";
import { Toolbar } from "@/components/ui/page-layout";
import { SearchField } from "@/components/ui/search-field";
import type { TableFormat } from "@/lib/vocabulary/exports";
import type { FacetName, OpportunityFacets } from "../opportunity-types";
import { FacetMenu, facetOptions } from "./facet-menu";
import { facetNames, facetWords, isFiltered, type ListState, noFilters, toggledValue } from "./list-filters";

interface OpportunitiesToolbarProps {
  state: ListState;
  facets: OpportunityFacets | null | undefined;
  onChange: (changes: Partial<ListState>) => void;
  searchRef: Ref<HTMLInputElement>;
  /** Columns, density: what only one of the views has. */
  children?: ReactNode;
}

const near: readonly FacetName[] = ["stage", "due", "owner"];
const further = facetNames.filter((name) => !near.includes(name));

export function OpportunitiesToolbar({ state, facets, onChange, searchRef, children }: OpportunitiesToolbarProps) {
  return (
    <div className="flex flex-col gap-2">
      <Toolbar>
        <SearchField
          label="Search titles, buyers and references"
          placeholder="Title, buyer or reference"
          value={state.q}
          onChange={(q) => onChange({ q })}
          inputRef={searchRef}
          className="w-full sm:w-72"
        />
        {near.map((name) => (
          <FacetMenu key={name} name={name} facet={facets?.[name]} chosen={state[name]} onChange={onChange} />
        ))}
        <FurtherFilters state={state} facets={facets} onChange={onChange} />
        <span className="flex-1" />
        {children}
      </Toolbar>
      {isFiltered(state) ? <Chosen state={state} facets={facets} onChange={onChange} /> : null}
    </div>
  );
}

type FilterProps = Pick<OpportunitiesToolbarProps, "state" | "facets" | "onChange">;

/** The facets that are asked for less often: first which one, then its values. */
function FurtherFilters({ state, facets, onChange }: FilterProps) {
  const [open, setOpen] = useState<FacetName | null>(null);
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was pressed is gone, and the keys go on from the new list
  useLayoutEffect(() => {
    list.current?.querySelector<HTMLElement>("[role^=menuitem]")?.focus();
  }, [open]);
  return (
    <Menu
      trigger={
        <Button>
          <ListFilter aria-hidden /> Filter
        </Button>
      }
    >
      <div ref={list}>
        {open ? (
          <>
            <MenuItem isStaying onSelect={() => setOpen(null)}>
              <ChevronLeft aria-hidden /> All filters
            </MenuItem>
            <MenuSeparator />
            <MenuChecks
              label={facetWords[open]}
              values={state[open]}
              options={facetOptions(facets?.[open], state[open])}
              onToggle={(value) => onChange({ [open]: toggledValue(state[open], value) })}
            />
          </>
        ) : (
          <>
            {further.map((name) => {
              const values = facetOptions(facets?.[name], state[name]).length;
              return (
                <MenuItem key={name} isStaying isDisabled={values === 0} onSelect={() => setOpen(name)}>
                  <span className="flex-1">{facetWords[name]}</span>
                  <span className="text-sm text-subtle tabular-nums">{values}</span>
                </MenuItem>
              );
            })}
            <MenuSeparator />
            <MenuChecks
              label="Put away"
              values={state.archived ? ["archived"] : []}
              options={[{ value: "archived", label: "Show archived" }]}
              onToggle={() => onChange({ archived: !state.archived })}
            />
          </>
        )}
      </div>
    </Menu>
  );
}

/** What narrows the list now, each to be taken away alone. */
function Chosen({ state, facets, onChange }: FilterProps) {
  return (
    <ul aria-label="Filters" className="flex flex-wrap items-center gap-1.5">
      {facetNames.flatMap((name) =>
        state[name].map((value) => (
          <Chip
            key={`${name} ${value}`}
            label={`${facetWords[name]}: ${labelOf(facets?.[name], value)}`}
            onRemove={() => onChange({ [name]: state[name].filter((one) => one !== value) })}
          />
        )),
      )}
      {state.archived ? <Chip label="Archived" onRemove={() => onChange({ archived: false })} /> : null}
      <li>
        <Button size="sm" variant="ghost" onClick={() => onChange(noFilters)}>
          Clear filters
        </Button>
      </li>
    </ul>
  );
}

function Chip({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <li className="inline-flex h-6 max-w-full items-center gap-1 rounded-sm bg-accent-soft pl-2 text-sm text-accent">
      <span className="truncate">{label}</span>
      <button
        type="button"
        aria-label={`Without ${label}`}
        className="rounded-sm p-1 hover:bg-hover"
        onClick={onRemove}
      >
        <X className="size-3.5" aria-hidden />
      </button>
    </li>
  );
}

function labelOf(facet: OpportunityFacets[FacetName] | undefined, value: string): string {
  return facet?.find((one) => one.value === value)?.label ?? value;
}

/** Columns and density of the table. */
export function TableChoices(props: {
  columns: readonly { value: string; label: string }[];
  shown: readonly string[];
  onToggle: (column: string) => void;
  isRoomy: boolean;
  onDensity: (isRoomy: boolean) => void;
  onExport: (format: TableFormat) => void;
}) {
  return (
    <MoreMenu label="Columns, density, export">
      <MenuChecks label="Columns" values={props.shown} options={props.columns} onToggle={props.onToggle} />
      <MenuSeparator />
      <MenuChecks
        label="Density"
        values={props.isRoomy ? ["roomy"] : []}
        options={[{ value: "roomy", label: "Buyer under the title" }]}
        onToggle={() => props.onDensity(!props.isRoomy)}
      />
      <MenuSeparator />
      <MenuItem onSelect={() => props.onExport("xlsx")}>
        <Download aria-hidden /> Export as XLSX
      </MenuItem>
      <MenuItem onSelect={() => props.onExport("csv")}>
        <Download aria-hidden /> Export as CSV
      </MenuItem>
    </MoreMenu>
  );
}
