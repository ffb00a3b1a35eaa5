"use client";
import type { Ref } from "react";
import { Button } from "@/components/ui/button";
import { Toolbar } from "@/components/ui/page-layout";
import { SearchField } from "@/components/ui/search-field";
import { Select } from "@/components/ui/select";
import type { SourceKind, SourceStatus } from "@/lib/vocabulary/sources";
import type { SourceList } from "./source-types";
import { kindWords, statusWords } from "./source-words";
import { isFiltered, type SourcesState, sourcesDefaults } from "./sources-filters";

type Facet = SourceList["facets"]["kinds"];

interface SourcesToolbarProps {
  state: SourcesState;
  facets: SourceList["facets"] | undefined;
  onChange: (changes: Partial<SourcesState>) => void;
  searchRef: Ref<HTMLInputElement>;
}

export function SourcesToolbar({ state, facets, onChange, searchRef }: SourcesToolbarProps) {
  const choose = (
    key: "kind" | "status" | "tag",
    all: string,
    facet: Facet | undefined,
    words?: Record<string, string>,
  ) => (
    <Select
      aria-label={all}
      className="max-sm:flex-1 max-sm:basis-2/5"
      value={state[key]}
      onChange={(event) => onChange({ [key]: event.target.value })}
      options={[{ value: "", label: all }, ...options(facet, state[key], words)]}
    />
  );
  return (
    <Toolbar>
      <SearchField
        label="Search names and addresses"
        value={state.q}
        onChange={(q) => onChange({ q })}
        inputRef={searchRef}
        className="w-full sm:w-72"
      />
      {choose("kind", "All kinds", facets?.kinds, kindWords satisfies Record<SourceKind, string>)}
      {choose("status", "Any status", facets?.statuses, statusWords satisfies Record<SourceStatus, string>)}
      {facets?.tags.length || state.tag ? choose("tag", "All tags", facets?.tags) : null}
      {isFiltered(state) ? (
        <Button variant="ghost" onClick={() => onChange(sourcesDefaults)}>
          Clear filters
        </Button>
      ) : null}
    </Toolbar>
  );
}

/** The choice that is made stays in the list, even when nothing is left under it. */
function options(facet: Facet | undefined, chosen: string, words?: Record<string, string>) {
  const found = (facet ?? []).map(({ value, count }) => ({ value, label: `${words?.[value] ?? value} (${count})` }));
  if (chosen && !found.some((option) => option.value === chosen)) {
    found.push({ value: chosen, label: `${words?.[chosen] ?? chosen} (0)` });
  }
  return found;
}
