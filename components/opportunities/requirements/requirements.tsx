"use client";
import { ListChecks } from "lucide-react";
import { useDeferredValue, useMemo, useRef, useState } from "react";
import { QueryError } from "@/components/shell/query-error";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Sheet } from "@/components/ui/sheet";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useMediaQuery } from "@/components/ui/use-media-query";
import { useRemainingHeight } from "@/components/ui/use-remaining-height";
import { useUrlState } from "@/components/ui/use-url-state";
import type { OpportunityView } from "../opportunity-types";
import { DocumentSide } from "./document-side";
import { filterRequirements, isNarrowed, requirementDefaults } from "./requirement-filters";
import { RequirementList } from "./requirement-list";
import { RequirementsToolbar } from "./requirements-toolbar";
import { useRequirements } from "./use-requirements";

/** What is demanded, line by line, beside the document with the very sentence lit. */
export function Requirements({ opportunity }: { opportunity: OpportunityView }) {
  const [state, setState] = useUrlState(requirementDefaults);
  const [isSheetOpen, setIsSheetOpen] = useState(false);
  const isWide = useMediaQuery("(min-width: 1024px)");
  const panes = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const height = useRemainingHeight(panes, 420);
  const { list, all, total } = useRequirements(opportunity.id);
  const narrowing = useDeferredValue(state);
  const shown = useMemo(() => filterRequirements(all, narrowing), [all, narrowing]);
  const active = all.find((one) => one.id === state.req) ?? null;

  function activate(id: string) {
    setState({ req: id });
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
                : "Nothing that obliges a bidder or contractor was found in these documents."
          }
        />
      </Card>
    );
  }
  const document = <DocumentSide opportunity={opportunity} active={active} />;
  return (
    <div className="flex flex-col gap-3">
      <RequirementsToolbar state={state} onChange={setState} all={all} shown={shown} total={total} searchRef={search} />
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
            isNarrowed={isNarrowed(state)}
            activeId={active?.id ?? null}
            onActivate={activate}
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
