"use client";
import type { Ref } from "react";
import { Button } from "@/components/ui/button";
import { Toolbar } from "@/components/ui/page-layout";
import { SearchField } from "@/components/ui/search-field";
import { Select } from "@/components/ui/select";
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

/** The choice that is made stays in the list, even when nothing is left under it. */
function options(facet: Facet | undefined, chosen: string, words?: Record<string, string>) {
  const found = (facet ?? []).map(({ value, label, count }) => ({
    value,
    label: `${words?.[value] ?? label} (${count})`,
  }));
  if (chosen && !found.some((option) => option.value === chosen))
    found.push({ value: chosen, label: words?.[chosen] ?? "Chosen (0)" });
  return found;
}
