"use client";
import type { Ref } from "react";
import { Button } from "@/components/ui/button";
import { FacetSelect } from "@/components/ui/facet-select";
import { Toolbar } from "@/components/ui/page-layout";
import { SearchField } from "@/components/ui/search-field";
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
    <FacetSelect
      all={all}
      facet={facet}
      words={words}
      value={state[key]}
      onChange={(value) => onChange({ [key]: value })}
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
