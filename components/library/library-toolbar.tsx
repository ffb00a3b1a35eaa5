"use client";
import type { Ref } from "react";
import { Button } from "@/components/ui/button";
import { FacetSelect } from "@/components/ui/facet-select";
import { Toolbar } from "@/components/ui/page-layout";
import { SearchField } from "@/components/ui/search-field";
import type { DocumentKind, SnapshotStatus } from "@/lib/vocabulary/documents";
import { kindWords } from "./kind-words";
import { isFiltered, type LibraryState, libraryDefaults } from "./library-filters";
import type { DocumentList } from "./library-types";
import { statusWords } from "./version-status";

type Facet = DocumentList["facets"]["kinds"];

interface LibraryToolbarProps {
  state: LibraryState;
  facets: DocumentList["facets"] | undefined;
  onChange: (changes: Partial<LibraryState>) => void;
  searchRef: Ref<HTMLInputElement>;
}

export function LibraryToolbar({ state, facets, onChange, searchRef }: LibraryToolbarProps) {
  const choose = (
    key: "collection" | "kind" | "status" | "tag",
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
        label="Search titles and paths"
        value={state.q}
        onChange={(q) => onChange({ q })}
        inputRef={searchRef}
        className="w-full sm:w-72"
      />
      {choose("collection", "All collections", facets?.collections)}
      {choose("kind", "All types", facets?.kinds, kindWords satisfies Record<DocumentKind, string>)}
      {choose("status", "Any status", facets?.statuses, statusWords satisfies Record<SnapshotStatus, string>)}
      {facets?.tags.length || state.tag ? choose("tag", "All tags", facets?.tags) : null}
      {isFiltered(state) ? (
        <Button variant="ghost" onClick={() => onChange(libraryDefaults)}>
          Clear filters
        </Button>
      ) : null}
    </Toolbar>
  );
}
