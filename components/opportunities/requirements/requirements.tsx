"use client";
import { ListChecks } from "lucide-react";
import { useCallback, useDeferredValue, useMemo, useRef, useState } from "react";
import { QueryError } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Sheet } from "@/components/ui/sheet";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useMediaQuery } from "@/components/ui/use-media-query";
import { useRemainingHeight } from "@/components/ui/use-remaining-height";
import { useUrlState } from "@/components/ui/use-url-state";
import { roleMay } from "@/lib/vocabulary/workspaces";
import type { OpportunityView } from "../opportunity-types";
import { DocumentSide } from "./document-side";
import { ModelProposals } from "./model-proposals";
import { filterRequirements, requirementDefaults } from "./requirement-filters";
import { RequirementList } from "./requirement-list";
import { RequirementsBulkBar } from "./requirements-bulk-bar";
import { RequirementsToolbar } from "./requirements-toolbar";
import { useActiveRequirement } from "./use-active-requirement";
import { useRequirements } from "./use-requirements";

const none: ReadonlySet<string> = new Set();

/** What is demanded, line by line, beside the document with the very sentence lit. */
export function Requirements({ opportunity }: { opportunity: OpportunityView }) {
  const { member } = useShell();
  const mayWrite = roleMay(member.role, "opportunities:write");
  const [state, setState] = useUrlState(requirementDefaults);
  const [selected, setSelected] = useState<ReadonlySet<string>>(none);
  const [isSheetOpen, setIsSheetOpen] = useState(false);
  const isWide = useMediaQuery("(min-width: 1024px)");
  const search = useRef<HTMLInputElement>(null);
  const { ref: panes, height } = useRemainingHeight(420);
  const { list, all, total, run } = useRequirements(opportunity.id);
  const narrowing = useDeferredValue(state);
  const shown = useMemo(() => filterRequirements(all, narrowing), [all, narrowing]);
  const write = useCallback((req: string) => setState({ req }), [setState]);
  const [activeId, setActive] = useActiveRequirement(state.req, write);
  const active = all.find((one) => one.id === activeId) ?? null;

  function activate(id: string) {
    setActive(id);
    if (!isWide) setIsSheetOpen(true);
  }

  if (list.isPending) return <SkeletonRows rows={12} />;
  if (list.isError) {
    return (
      <QueryError error={list.error} title="The requirements could not be loaded." onRetry={() => list.refetch()} />
    );
  }
  if (total === 0) {
    return (
      <div className="flex flex-col gap-3">
        <ModelProposals opportunityId={opportunity.id} mayWrite={mayWrite} run={run} />
        <NothingDemanded opportunity={opportunity} />
      </div>
    );
  }
  const document = (
    <DocumentSide opportunity={opportunity} active={active} mayWrite={mayWrite} run={run} onAdded={setActive} />
  );
  return (
    <div className="flex flex-col gap-3">
      <ModelProposals opportunityId={opportunity.id} mayWrite={mayWrite} run={run} />
      <RequirementsToolbar state={state} onChange={setState} all={all} shown={shown} total={total} searchRef={search} />
      {selected.size > 0 ? (
        <RequirementsBulkBar
          chosen={all.filter((one) => selected.has(one.id))}
          run={run}
          onDone={() => setSelected(none)}
        />
      ) : null}
      <div
        ref={panes}
        className="grid min-w-0 overflow-hidden rounded-lg border border-subtle bg-surface lg:grid-cols-[minmax(0,11fr)_minmax(0,10fr)]"
        style={{ height }}
      >
        {shown.length === 0 ? (
          <EmptyState icon={ListChecks} title="No requirement fits these filters.">
            <Button onClick={() => setState({ ...requirementDefaults, req: state.req })}>Clear filters</Button>
          </EmptyState>
        ) : (
          <RequirementList
            requirements={shown}
            activeId={active?.id ?? null}
            onActivate={activate}
            selected={selected}
            onSelect={setSelected}
            mayWrite={mayWrite}
            run={run}
            searchRef={search}
          />
        )}
        {isWide ? <div className="flex min-h-0 min-w-0 flex-col border-l border-subtle">{document}</div> : null}
      </div>
      {isWide ? null : (
        <Sheet
          title={active?.citation?.title ?? "Document"}
          size="wide"
          isOpen={isSheetOpen && active !== null}
          onOpenChange={setIsSheetOpen}
        >
          <div className="flex h-full flex-col">{document}</div>
        </Sheet>
      )}
    </div>
  );
}

function NothingDemanded({ opportunity }: { opportunity: OpportunityView }) {
  return (
    <Card>
      <EmptyState
        icon={ListChecks}
        title={
          opportunity.isReading
            ? "The documents are being read; requirements appear here as they are found."
            : "What the buyer's documents demand belongs here, line by line."
        }
        description={
          opportunity.isReading
            ? undefined
            : opportunity.documents.length === 0
              ? "Drop the tender's files anywhere on this page."
              : "Nothing that obliges a bidder or contractor was found in these documents. Select words in a document to add one."
        }
      />
    </Card>
  );
}
