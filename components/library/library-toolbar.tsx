"use client";
import type { Ref } from "react";
import { FilterBar } from "@/components/ui/filter-bar";
import type { DocumentKind, SnapshotStatus } from "@/lib/vocabulary/documents";
import { kindWords } from "./kind-words";
import { isFiltered, type LibraryState, libraryDefaults } from "./library-filters";
import type { DocumentList } from "./library-types";
import { statusWords } from "./version-status";

interface LibraryToolbarProps {
  state: LibraryState;
  facets: DocumentList["facets"] | undefined;
  onChange: (changes: Partial<LibraryState>) => void;
  searchRef: Ref<HTMLInputElement>;
}

export function LibraryToolbar({ state, facets, onChange, searchRef }: LibraryToolbarProps) {
  return (
    <FilterBar
      searchLabel="Search titles and paths"
      state={state}
      choices={[
        { key: "collection", all: "All collections", facet: facets?.collections },
        {
          key: "kind",
          all: "All types",
          facet: facets?.kinds,
          words: kindWords satisfies Record<DocumentKind, string>,
        },
        {
          key: "status",
          all: "Any status",
          facet: facets?.statuses,
          words: statusWords satisfies Record<SnapshotStatus, string>,
        },
        facets?.tags.length || state.tag ? { key: "tag", all: "All tags", facet: facets?.tags } : null,
      ]}
      onChange={onChange}
      onClear={isFiltered(state) ? () => onChange(libraryDefaults) : null}
      searchRef={searchRef}
    />
  );
}
