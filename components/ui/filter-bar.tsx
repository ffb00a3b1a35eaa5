"use client";
import type { Ref } from "react";
import { Button } from "./button";
import { type Facet, FacetSelect } from "./facet-select";
import { Toolbar } from "./page-layout";
import { SearchField } from "./search-field";

interface Choice<Key> {
  key: Key;
  /** What stands there when nothing is chosen. */
  all: string;
  facet: Facet | undefined;
  words?: Record<string, string> | undefined;
}

interface FilterBarProps<Key extends string> {
  searchLabel: string;
  state: Record<Key | "q", string>;
  /** From left to right; those with nothing to choose from may be left out. */
  choices: readonly (Choice<Key> | null)[];
  onChange: (changes: Partial<Record<Key | "q", string>>) => void;
  /** Null when nothing is narrowed. */
  onClear: (() => void) | null;
  searchRef: Ref<HTMLInputElement>;
}

/** Words and facets that narrow the list below. */
export function FilterBar<Key extends string>(props: FilterBarProps<Key>) {
  const { searchLabel, state, choices, onChange, onClear, searchRef } = props;
  const change = (key: Key | "q", value: string) => onChange({ [key]: value } as Partial<Record<Key | "q", string>>);
  return (
    <Toolbar>
      <SearchField
        label={searchLabel}
        value={state.q}
        onChange={(q) => change("q", q)}
        inputRef={searchRef}
        className="w-full sm:w-72"
      />
      {choices.map((choice) =>
        choice === null ? null : (
          <FacetSelect
            key={choice.key}
            all={choice.all}
            facet={choice.facet}
            words={choice.words}
            value={state[choice.key]}
            onChange={(value) => change(choice.key, value)}
          />
        ),
      )}
      {onClear ? (
        <Button variant="ghost" onClick={onClear}>
          Clear filters
        </Button>
      ) : null}
    </Toolbar>
  );
}
