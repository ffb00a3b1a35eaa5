"use client";
import { FileStack } from "lucide-react";
import type { FilePicker } from "@/components/library/upload/use-file-picker";
import { useShell } from "@/components/shell/shell-context";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { BeginDeeds } from "../import/begin-deeds";
import { isFiltered, type ListState, noFilters } from "./list-filters";

interface NoOpportunitiesProps {
  state: ListState;
  onChange: (changes: Partial<ListState>) => void;
  picker: FilePicker;
}

/** Nothing fits the filters, or nothing is there at all: then what belongs here, and the three ways to fill it. */
export function NoOpportunities({ state, onChange, picker }: NoOpportunitiesProps) {
  const { member } = useShell();
  if (isFiltered(state)) {
    return (
      <EmptyState icon={FileStack} title="No opportunity fits these filters.">
        <Button onClick={() => onChange(noFilters)}>Clear filters</Button>
      </EmptyState>
    );
  }
  if (!roleMay(member.role, "opportunities:write")) {
    return (
      <EmptyState
        icon={FileStack}
        title="Tenders, requests and grants that might be answered belong here."
        description="A member of this workspace can add them."
      />
    );
  }
  return (
    <EmptyState
      icon={FileStack}
      title="Tenders, requests and grants that might be answered belong here."
      description="Drop a ZIP or a folder of tender files anywhere: the deadline, the requirements and where documents disagree are read in about a minute."
    >
      <BeginDeeds onPickFiles={picker.pickFiles} />
    </EmptyState>
  );
}
