"use client";
import { ChevronDown, Download } from "lucide-react";
import { type Ref, useMemo } from "react";
import { saveFile } from "@/components/settings/save-file";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { Menu, MenuChecks, MenuItem } from "@/components/ui/menu";
import { Toolbar } from "@/components/ui/page-layout";
import { SearchField } from "@/components/ui/search-field";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { requirementKinds } from "@/lib/vocabulary/opportunities";
import { toggledValue } from "../list/list-filters";
import { count, requirementKindWords } from "../opportunity-words";
import { saveBytes } from "../save-bytes";
import { isNarrowed, type RequirementState, requirementDefaults } from "./requirement-filters";
import type { Requirement } from "./requirement-types";

interface RequirementsToolbarProps {
  state: RequirementState;
  onChange: (changes: Partial<RequirementState>) => void;
  all: readonly Requirement[];
  /** What the filters leave: that is exported. */
  shown: readonly Requirement[];
  total: number;
  searchRef: Ref<HTMLInputElement>;
}

export function RequirementsToolbar(props: RequirementsToolbarProps) {
  const { state, onChange, all, shown, total, searchRef } = props;
  const counts = useMemo(() => countsOf(all), [all]);
  const narrowed = isNarrowed(state);
  return (
    <Toolbar>
      <SearchField
        label="Search requirements"
        value={state.q}
        onChange={(q) => onChange({ q })}
        inputRef={searchRef}
        className="w-full sm:w-60"
      />
      <CheckMenu
        label="Kind"
        values={state.kinds}
        options={requirementKinds
          .filter((kind) => counts.kinds.has(kind))
          .map((kind) => ({
            value: kind,
            label: requirementKindWords[kind],
            note: String(counts.kinds.get(kind) ?? 0),
          }))}
        onToggle={(kind) => onChange({ kinds: toggledValue(state.kinds, kind) })}
      />
      <CheckMenu
        label="Document"
        values={state.docs}
        options={[...counts.documents].map(([value, { title, amount }]) => ({
          value,
          label: title,
          note: String(amount),
        }))}
        onToggle={(id) => onChange({ docs: toggledValue(state.docs, id) })}
      />
      <Select
        aria-label="Mandatory or not"
        value={state.must}
        onChange={(event) => onChange({ must: event.target.value })}
        options={[
          { value: "", label: "Mandatory or not" },
          { value: "yes", label: `Mandatory (${counts.mandatory})` },
          { value: "no", label: `Not mandatory (${all.length - counts.mandatory})` },
        ]}
      />
      {counts.unclear > 0 || state.unclear ? (
        <Button
          aria-pressed={state.unclear}
          className={cn(state.unclear && "border-accent text-accent")}
          onClick={() => onChange({ unclear: !state.unclear })}
        >
          Unclear <span className="tabular-nums">{counts.unclear}</span>
        </Button>
      ) : null}
      {counts.changed > 0 || state.changed ? (
        <Button
          aria-pressed={state.changed}
          className={cn(state.changed && "border-accent text-accent")}
          onClick={() => onChange({ changed: !state.changed })}
        >
          Words changed <span className="tabular-nums">{counts.changed}</span>
        </Button>
      ) : null}
      {counts.repeated > 0 || state.once ? (
        <Button
          aria-pressed={state.once}
          className={cn(state.once && "border-accent text-accent")}
          data-tooltip="Those that another document says in the same words"
          onClick={() => onChange({ once: !state.once })}
        >
          {state.once ? "Show repeats" : "Hide repeats"} <span className="tabular-nums">{counts.repeated}</span>
        </Button>
      ) : null}
      {narrowed ? (
        <Button variant="ghost" onClick={() => onChange({ ...requirementDefaults, req: state.req })}>
          Clear filters
        </Button>
      ) : null}
      <span className="flex-1 text-right text-sm whitespace-nowrap text-muted tabular-nums" role="status">
        {standing({ narrowed, shown: shown.length, loaded: all.length, total, mandatory: counts.mandatory })}
      </span>
      <ExportMenu requirements={shown} />
    </Toolbar>
  );
}

interface Standing {
  narrowed: boolean;
  shown: number;
  loaded: number;
  total: number;
  mandatory: number;
}

/** How many there are. While the last of them are on their way no count is given that would grow under the eyes. */
function standing({ narrowed, shown, loaded, total, mandatory }: Standing): string {
  const all = count(total, "requirement");
  if (loaded < total) return `${loaded.toLocaleString("en")} of ${all} loaded`;
  return narrowed ? `${shown.toLocaleString("en")} of ${all}` : `${all}, ${mandatory.toLocaleString("en")} mandatory`;
}

function countsOf(all: readonly Requirement[]) {
  const kinds = new Map<string, number>();
  const documents = new Map<string, { title: string; amount: number }>();
  let mandatory = 0;
  let unclear = 0;
  let changed = 0;
  let repeated = 0;
  for (const one of all) {
    kinds.set(one.kind, (kinds.get(one.kind) ?? 0) + 1);
    if (one.document) {
      const known = documents.get(one.document.id);
      documents.set(one.document.id, { title: one.document.title, amount: (known?.amount ?? 0) + 1 });
    }
    if (one.isMandatory) mandatory++;
    if (one.unclear !== null) unclear++;
    if (one.citation && one.citation.freshness !== "current") changed++;
    if (one.duplicateOf !== null) repeated++;
  }
  return { kinds, documents, mandatory, unclear, changed, repeated };
}

interface CheckMenuProps {
  label: string;
  values: readonly string[];
  options: readonly { value: string; label: string; note: string }[];
  onToggle: (value: string) => void;
}

function CheckMenu({ label, values, options, onToggle }: CheckMenuProps) {
  if (options.length < 2 && values.length === 0) return null;
  return (
    <Menu
      trigger={
        <Button className={cn(values.length > 0 && "border-accent text-accent")}>
          {label}
          {values.length > 0 ? <span className="tabular-nums">{values.length}</span> : null}
          <ChevronDown aria-hidden />
        </Button>
      }
    >
      <MenuChecks label={label} values={values} options={options} onToggle={onToggle} />
    </Menu>
  );
}

function ExportMenu({ requirements }: { requirements: readonly Requirement[] }) {
  async function save(format: "csv" | "xlsx") {
    // Nobody waits for a workbook on the first page.
    const [{ requirementsCsv, requirementsWorkbook }, { workbookMime }] = await Promise.all([
      import("./export-requirements"),
      import("@/lib/workbook"),
    ]);
    if (format === "csv") saveFile("requirements.csv", "text/csv", requirementsCsv(requirements));
    else saveBytes("requirements.xlsx", workbookMime, requirementsWorkbook(requirements));
    toast.ok(`${count(requirements.length, "requirement")} exported`);
  }
  return (
    <Menu
      align="end"
      trigger={
        <Button>
          <Download aria-hidden /> Export
        </Button>
      }
    >
      <MenuItem onSelect={() => void save("xlsx")}>As a workbook (XLSX)</MenuItem>
      <MenuItem onSelect={() => void save("csv")}>As CSV</MenuItem>
    </Menu>
  );
}
