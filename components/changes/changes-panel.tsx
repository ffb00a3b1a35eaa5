"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { GitCompare } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { placeHref } from "@/components/shell/places";
import { QueryError } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { Button, buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useListKeys } from "@/components/ui/use-list-keys";
import { useUrlState } from "@/components/ui/use-url-state";
import type { ChangeRow } from "./change-types";
import { changesDefaults, isFiltered, listInput, pageSize } from "./changes-filters";
import { ChangesTable } from "./changes-table";
import { ChangesToolbar } from "./changes-toolbar";
import { useChangesLive } from "./use-changes-live";

const rowKey = (row: ChangeRow) => row.id;

/** What changed, narrowed by the address of the page; with `sourceId` of that source alone. */
export function ChangesPanel({ sourceId }: { sourceId?: string }) {
  const { workspace } = useShell();
  const router = useRouter();
  const trpc = useTRPC();
  const [state, setState] = useUrlState(changesDefaults);
  const input = listInput(state, sourceId);
  const list = useQuery(trpc.changes.list.queryOptions(input, { placeholderData: keepPreviousData }));
  useChangesLive();
  const rows = list.data?.changes ?? [];
  const open = (row: ChangeRow) => router.push(`${placeHref(workspace.slug, "changes")}/${row.id}`);
  const activeKey = useListKeys({ rows, rowKey, onOpen: open });
  const filter = (changes: Partial<typeof state>) => setState({ page: 1, ...changes });

  return (
    <div className="flex flex-col gap-4">
      <ChangesToolbar state={state} hasSource={sourceId === undefined} onChange={filter} />
      <Card isFlush>
        {list.isPending ? <SkeletonRows /> : null}
        {list.isError ? (
          <QueryError error={list.error} title="The changes could not be loaded." onRetry={() => list.refetch()} />
        ) : null}
        {list.data && rows.length === 0 ? (
          isFiltered(state) ? (
            <EmptyState
              icon={GitCompare}
              title={state.show === "unseen" ? "You have seen everything." : "No change fits these filters."}
            >
              <Button onClick={() => filter(changesDefaults)}>Clear filters</Button>
            </EmptyState>
          ) : (
            <EmptyState
              icon={GitCompare}
              title="What changes on watched pages stands here, word by word."
              description="A page is compared with what it said the time before. Nothing has changed so far."
            >
              {sourceId === undefined ? (
                <Link href={placeHref(workspace.slug, "sources")} className={buttonClass({ variant: "primary" })}>
                  See the sources
                </Link>
              ) : null}
            </EmptyState>
          )
        ) : null}
        {rows.length > 0 ? (
          <>
            <ChangesTable rows={rows} hasSource={sourceId === undefined} activeKey={activeKey} onOpen={open} />
            <Pagination
              page={Math.max(1, state.page)}
              pageSize={pageSize}
              total={list.data?.total ?? 0}
              noun="changes"
              onPage={(page) => setState({ page }, { isStep: true })}
            />
          </>
        ) : null}
      </Card>
    </div>
  );
}
