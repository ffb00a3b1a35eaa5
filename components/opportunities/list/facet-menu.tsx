"use client";
import { ChevronDown } from "lucide-react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { Menu, MenuChecks } from "@/components/ui/menu";
import type { FacetName, OpportunityFacets } from "../opportunity-types";
import { facetWords, type ListState, toggledValue } from "./list-filters";

interface FacetMenuProps {
  name: FacetName;
  facet: OpportunityFacets[FacetName] | undefined;
  chosen: readonly string[];
  onChange: (changes: Partial<ListState>) => void;
}

/** One facet as a list to check, with how many each value would leave. */
export function FacetMenu({ name, facet, chosen, onChange }: FacetMenuProps) {
  const options = facetOptions(facet, chosen);
  if (options.length === 0) return null;
  return (
    <Menu
      trigger={
        <Button className={cn(chosen.length > 0 && "border-accent text-accent")}>
          {facetWords[name]}
          {chosen.length > 0 ? <span className="tabular-nums">{chosen.length}</span> : null}
          <ChevronDown aria-hidden />
        </Button>
      }
    >
      <MenuChecks
        label={facetWords[name]}
        values={chosen}
        options={options}
        onToggle={(value) => onChange({ [name]: toggledValue(chosen, value) })}
      />
    </Menu>
  );
}

/** What was chosen stays in the list, even when nothing is left under it. */
export function facetOptions(facet: OpportunityFacets[FacetName] | undefined, chosen: readonly string[]) {
  const found = (facet ?? []).map(({ value, label, count }) => ({ value, label, note: count.toLocaleString("en") }));
  const missing = chosen.filter((value) => !found.some((option) => option.value === value));
  return [...found, ...missing.map((value) => ({ value, label: value, note: "0" }))];
}
