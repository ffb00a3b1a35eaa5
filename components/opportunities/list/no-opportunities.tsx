"use client";
import { FileStack } from "lucide-react";
import Link from "next/link";
import type { FilePicker } from "@/components/library/upload/use-file-picker";
import { placeHref } from "@/components/shell/places";
import { useShell } from "@/components/shell/shell-context";
import { Button, buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { useSampleTender } from "../import/use-sample-tender";
import { isFiltered, type ListState, noFilters } from "./list-filters";

interface NoOpportunitiesProps {
  state: ListState;
  onChange: (changes: Partial<ListState>) => void;
  picker: FilePicker;
}

/** Nothing fits the filters, or nothing is there at all: then what belongs here, and the three ways to fill it. */
export function NoOpportunities({ state, onChange, picker }: NoOpportunitiesProps) {
  const { workspace, member } = useShell();
  const sample = useSampleTender();
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
      <Button variant="primary" onClick={picker.pickFiles}>
        Choose tender files
      </Button>
      <Link href={`${placeHref(workspace.slug, "sources")}/new`} className={buttonClass()}>
        Watch a portal
      </Link>
      <Button isLoading={sample.isStarting} onClick={sample.start}>
        Try with the sample
      </Button>
    </EmptyState>
  );
}
