"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Columns3 } from "lucide-react";
import { useRouter } from "next/navigation";
import { type RefObject, useMemo, useRef } from "react";
import type { FilePicker } from "@/components/library/upload/use-file-picker";
import { placeHref } from "@/components/shell/places";
import { QueryError } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { filtersOf, isFiltered, type ListState, noFilters } from "../list/list-filters";
import { NoOpportunities } from "../list/no-opportunities";
import { OpportunitiesToolbar } from "../list/opportunities-toolbar";
import { BoardLaneView } from "./board-lane";
import { CardFace } from "./card-face";
import { useBoardDrag } from "./use-board-drag";
import { useMoveCard } from "./use-move-card";

interface BoardProps {
  state: ListState;
  onChange: (changes: Partial<ListState>) => void;
  searchRef: RefObject<HTMLInputElement | null>;
  picker: FilePicker;
}

/** Opportunities by stage. A card is dragged by mouse or finger, or picked up with the space bar and carried by arrows. */
export function Board({ state, onChange, searchRef, picker }: BoardProps) {
  const { workspace, member } = useShell();
  const trpc = useTRPC();
  const router = useRouter();
  const mayWrite = roleMay(member.role, "opportunities:write");
  const input = useMemo(() => ({ ...filtersOf(state), cardsPerColumn: 50 }), [state]);
  const board = useQuery(trpc.opportunities.board.queryOptions(input, { placeholderData: keepPreviousData }));
  const facets = useQuery(
    trpc.opportunities.facets.queryOptions(filtersOf(state), { placeholderData: keepPreviousData }),
  );
  const lanes = board.data?.columns ?? [];
  const move = useMoveCard(input);
  const room = useRef<HTMLDivElement>(null);
  const drag = useBoardDrag({ lanes, room, isEnabled: mayWrite, onMove: move });
  const total = lanes.reduce((sum, lane) => sum + lane.total, 0);
  return (
    <>
      <OpportunitiesToolbar state={state} facets={facets.data?.facets} onChange={onChange} searchRef={searchRef} />
      {board.isPending ? <BoardSkeleton /> : null}
      {board.isError ? (
        <QueryError error={board.error} title="The board could not be loaded." onRetry={() => board.refetch()} />
      ) : null}
      {board.data && total === 0 && isFiltered(state) ? (
        <Card>
          <EmptyState icon={Columns3} title="No opportunity fits these filters.">
            <Button onClick={() => onChange(noFilters)}>Clear filters</Button>
          </EmptyState>
        </Card>
      ) : null}
      {board.data && total === 0 && !isFiltered(state) ? (
        <Card>
          <NoOpportunities state={state} onChange={onChange} picker={picker} />
        </Card>
      ) : null}
      {board.data && total > 0 ? (
        <div
          ref={room}
          className="-mx-4 flex snap-x scroll-px-4 gap-3 overflow-x-auto px-4 pb-2 sm:-mx-6 sm:scroll-px-6 sm:px-6"
        >
          {drag.lanes.map((lane) => (
            <BoardLaneView
              key={lane.key}
              lane={lane}
              heldId={drag.heldId}
              isTarget={drag.target?.lane === lane.key}
              mayWrite={mayWrite}
              handlers={drag.handlers}
              onOpen={(id) => router.push(`${placeHref(workspace.slug, "opportunities")}/${id}`)}
              onShowAll={() => onChange({ view: "table", stage: [lane.key] })}
            />
          ))}
        </div>
      ) : null}
      <p className="sr-only" role="status" aria-live="assertive">
        {drag.announcement}
      </p>
      {drag.ghost ? (
        <div
          ref={drag.ghostRef}
          aria-hidden
          className="pointer-events-none fixed top-0 left-0 z-50 w-64 rotate-1 rounded-md border border-accent bg-raised p-3 shadow-raised"
        >
          <CardFace card={drag.ghost} />
        </div>
      ) : null}
    </>
  );
}

function BoardSkeleton() {
  return (
    <div role="status" aria-label="Loading" className="flex gap-3 overflow-hidden">
      {["a", "b", "c", "d", "e"].map((lane) => (
        <div key={lane} className="flex w-68 shrink-0 flex-col gap-2">
          <Skeleton className="h-8 w-full" />
          <Skeleton className="h-24 w-full" />
          <Skeleton className="h-24 w-full" />
        </div>
      ))}
    </div>
  );
}
