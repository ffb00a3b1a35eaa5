"use client";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Toolbar } from "@/components/ui/page-layout";
import { Select } from "@/components/ui/select";
import { changeVerdicts, severities } from "@/lib/vocabulary/sources";
import { severityWords, verdictWords } from "./change-words";
import { type ChangesState, changesDefaults, isFiltered } from "./changes-filters";

interface ChangesToolbarProps {
  state: ChangesState;
  /** Whether the changes of several sources stand in the list. */
  hasSource: boolean;
  onChange: (changes: Partial<ChangesState>) => void;
}

export function ChangesToolbar({ state, hasSource, onChange }: ChangesToolbarProps) {
  const choose = (
    key: "show" | "severity" | "verdict",
    label: string,
    options: readonly { value: string; label: string }[],
  ) => (
    <Select
      aria-label={label}
      className="max-sm:flex-1 max-sm:basis-2/5"
      value={state[key]}
      onChange={(event) => onChange({ [key]: event.target.value })}
      options={options}
    />
  );
  return (
    <Toolbar>
      {choose("show", "Which changes", [
        { value: "", label: "Seen and unseen" },
        { value: "unseen", label: "Not yet seen" },
        { value: "archived", label: "Archived" },
      ])}
      {choose("severity", "Severity", [
        { value: "", label: "Any severity" },
        ...severities.toReversed().map((value) => ({ value, label: `${severityWords[value]} severity` })),
      ])}
      {choose("verdict", "What it touches", [
        { value: "", label: "Wording and form" },
        ...changeVerdicts.map((value) => ({ value, label: verdictWords[value] })),
      ])}
      {hasSource ? <SourceChoice value={state.source} onChange={(source) => onChange({ source })} /> : null}
      {isFiltered(state) ? (
        <Button variant="ghost" onClick={() => onChange(changesDefaults)}>
          Clear filters
        </Button>
      ) : null}
    </Toolbar>
  );
}

function SourceChoice({ value, onChange }: { value: string; onChange: (source: string) => void }) {
  const sources = useQuery(useTRPC().sources.list.queryOptions({ limit: 200 }));
  const options = (sources.data?.sources ?? []).map(({ id, name }) => ({ value: id, label: name }));
  // The choice that is made stays in the list, even when its source was deleted.
  if (value && !options.some((option) => option.value === value)) options.push({ value, label: "Chosen source" });
  return (
    <Select
      aria-label="Source"
      className="max-w-full max-sm:flex-1 max-sm:basis-2/5 sm:max-w-60"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      options={[{ value: "", label: "All sources" }, ...options]}
    />
  );
}
