"use client";
import type { Ref } from "react";
import { FilterBar } from "@/components/ui/filter-bar";
import type { SourceKind, SourceStatus } from "@/lib/vocabulary/sources";
import type { SourceList } from "./source-types";
import { kindWords, statusWords } from "./source-words";
import { isFiltered, type SourcesState, sourcesDefaults } from "./sources-filters";

interface SourcesToolbarProps {
  state: SourcesState;
  facets: SourceList["facets"] | undefined;
  onChange: (changes: Partial<SourcesState>) => void;
  searchRef: Ref<HTMLInputElement>;
}

export function SourcesToolbar({ state, facets, onChange, searchRef }: SourcesToolbarProps) {
  return (
    <FilterBar
      searchLabel="Search names and addresses"
      state={state}
      choices={[
        { key: "kind", all: "All kinds", facet: facets?.kinds, words: kindWords satisfies Record<SourceKind, string> },
        {
          key: "status",
          all: "Any status",
          facet: facets?.statuses,
          words: statusWords satisfies Record<SourceStatus, string>,
        },
        facets?.tags.length || state.tag ? { key: "tag", all: "All tags", facet: facets?.tags } : null,
      ]}
      onChange={onChange}
      onClear={isFiltered(state) ? () => onChange(sourcesDefaults) : null}
      searchRef={searchRef}
    />
  );
}
