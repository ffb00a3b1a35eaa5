"use client";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { type RefObject, useMemo, useState } from "react";
import type { FilePicker } from "@/components/library/upload/use-file-picker";
import { placeHref } from "@/components/shell/places";
import { QueryError } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC, useTRPCClient } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { nothingYet } from "@/components/ui/nothing-yet";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useListKeys } from "@/components/ui/use-list-keys";
import { useStoredChoice } from "@/components/ui/use-stored-choice";
import { roleMay } from "@/lib/vocabulary/workspaces";
import type { OpportunityRow } from "../opportunity-types";
import { count } from "../opportunity-words";
import { useStages } from "../use-stages";
import { filtersOf, type ListState, listInput, toggledValue } from "./list-filters";
import { NoOpportunities } from "./no-opportunities";
import { columnChoices, firstColumns, OpportunitiesTable } from "./opportunities-table";
import { OpportunitiesToolbar, TableChoices } from "./opportunities-toolbar";
import { useExportOpportunities } from "./use-export-opportunities";

// Nobody waits for it on the first page.
const BulkBar = dynamic(() => import("./bulk-bar").then((module) => module.BulkBar), { loading: nothingYet });

const none: ReadonlySet<string> = new Set();
const rowKey = (row: OpportunityRow) => row.id;

interface OpportunitiesListProps {
  state: ListState;
  onChange: (changes: Partial<ListState>) => void;
  searchRef: RefObject<HTMLInputElement | null>;
  picker: FilePicker;
}

export function OpportunitiesList({ state, onChange, searchRef, picker }: OpportunitiesListProps) {
  const { workspace, member } = useShell();
  const router = useRouter();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const mayWrite = roleMay(member.role, "opportunities:write");
  const [selected, setSelected] = useState<ReadonlySet<string>>(none);
  const [shown, setShown] = useStoredChoice("opportunity-columns", firstColumns);
  const [density, setDensity] = useStoredChoice("opportunity-density", ["roomy"]);
  const { names } = useStages();
  const exportAs = useExportOpportunities();
  const input = listInput(state);
  const list = useInfiniteQuery({
    queryKey: [...trpc.opportunities.list.queryKey(input), "page after page"],
    queryFn: ({ pageParam, signal }) =>
      client.opportunities.list.query({ ...input, ...(pageParam ? { cursor: pageParam } : {}) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });
  // The rows do not wait for the counts beside the filters.
  const facets = useQuery(
    trpc.opportunities.facets.queryOptions(filtersOf(state), { placeholderData: keepPreviousData }),
  );
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.opportunities) ?? [], [list.data]);
  const first = list.data?.pages[0];
  const open = (row: OpportunityRow) => router.push(`${placeHref(workspace.slug, "opportunities")}/${row.id}`);
  const activeKey = useListKeys({
    rows,
    rowKey,
    onOpen: open,
    onToggle: mayWrite ? (key) => setSelected(toggled(selected, key)) : undefined,
    searchRef,
  });
  const filter = (changes: Partial<ListState>) => {
    setSelected(none);
    onChange(changes);
  };

  return (
    <>
      <OpportunitiesToolbar state={state} facets={facets.data?.facets} onChange={filter} searchRef={searchRef}>
        <TableChoices
          columns={columnChoices}
          shown={shown}
          onToggle={(column) => setShown(toggledValue(shown, column))}
          isRoomy={density.includes("roomy")}
          onDensity={(isRoomy) => setDensity(isRoomy ? ["roomy"] : [])}
          onExport={(format) => void exportAs(state, format)}
        />
      </OpportunitiesToolbar>
      {first?.isFuzzy ? (
        <p role="status" className="text-muted">
          Nothing holds these words as typed. These hold words like them.
        </p>
      ) : null}
      {selected.size > 0 ? (
        <BulkBar rows={rows.filter((row) => selected.has(row.id))} onDone={() => setSelected(none)} />
      ) : null}
      <Card isFlush>
        {list.isPending ? <SkeletonRows /> : null}
        {list.isError ? (
          <QueryError
            error={list.error}
            title="The opportunities could not be loaded."
            onRetry={() => list.refetch()}
          />
        ) : null}
        {list.data && rows.length === 0 ? <NoOpportunities state={state} onChange={filter} picker={picker} /> : null}
        {rows.length > 0 ? (
          <>
            <OpportunitiesTable
              rows={rows}
              stageNames={names}
              state={state}
              onSort={(sort, desc) => filter({ sort, desc })}
              shown={shown}
              isRoomy={density.includes("roomy")}
              selected={mayWrite ? selected : undefined}
              onSelect={setSelected}
              activeKey={activeKey}
              onOpen={open}
            />
            <footer className="flex items-center gap-3 border-t border-subtle px-3 py-2 text-sm text-muted tabular-nums">
              <span className="flex-1">
                {rows.length.toLocaleString("en")} of {count(first?.total ?? 0, "opportunity", "opportunities")}
              </span>
              {list.hasNextPage ? (
                <Button size="sm" isLoading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
                  Show more
                </Button>
              ) : null}
            </footer>
          </>
        ) : null}
      </Card>
    </>
  );
}

function toggled(selected: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(key)) next.add(key);
  return next;
}
