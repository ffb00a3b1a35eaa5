"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Radar } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useCallback, useRef, useState } from "react";
import { placeHref } from "@/components/shell/places";
import { QueryError } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { Button, buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { nothingYet } from "@/components/ui/nothing-yet";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { Pagination } from "@/components/ui/pagination";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useListKeys } from "@/components/ui/use-list-keys";
import { useUrlState } from "@/components/ui/use-url-state";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { SourcesTabs } from "./fixes/sources-tabs";
import type { SourceRow } from "./source-types";
import { count } from "./source-words";
import { isFiltered, listInput, pageSize, type SourcesState, sourcesDefaults } from "./sources-filters";
import { SourcesTable } from "./sources-table";
import { SourcesToolbar } from "./sources-toolbar";
import { useSourcesLive } from "./use-sources-live";

// Nobody waits for these on the first page.
const SourcesBulkBar = dynamic(() => import("./sources-bulk-bar").then((module) => module.SourcesBulkBar), {
  loading: nothingYet,
});
const ImportDialog = dynamic(() => import("./import-dialog").then((module) => module.ImportDialog), {
  loading: nothingYet,
});

const none: ReadonlySet<string> = new Set();
const rowKey = (row: SourceRow) => row.id;

export function SourcesScreen() {
  const { workspace, member } = useShell();
  const router = useRouter();
  const trpc = useTRPC();
  const mayManage = roleMay(member.role, "sources:manage");
  const [state, setState] = useUrlState(sourcesDefaults);
  const [selected, setSelected] = useState<ReadonlySet<string>>(none);
  const [isImporting, setIsImporting] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const list = useQuery(trpc.sources.list.queryOptions(listInput(state), { placeholderData: keepPreviousData }));
  useSourcesLive();

  const filter = useCallback(
    (changes: Partial<SourcesState>) => {
      setSelected(none);
      setState({ page: 1, ...changes });
    },
    [setState],
  );
  const here = placeHref(workspace.slug, "sources");
  const open = (row: SourceRow) => router.push(`${here}/${row.id}`);
  const rows = list.data?.sources ?? [];
  const activeKey = useListKeys({
    rows,
    rowKey,
    onOpen: open,
    onToggle: mayManage ? (key) => setSelected(toggled(selected, key)) : undefined,
    searchRef: search,
  });

  return (
    <Page>
      <PageHeader
        title="Sources"
        description={list.data ? headline(list.data.total, rows, isFiltered(state)) : "Addresses that are watched"}
        actions={
          mayManage ? (
            <>
              <Button onClick={() => setIsImporting(true)}>Import a list</Button>
              <Link href={`${here}/new`} className={buttonClass({ variant: "primary" })}>
                Add source
              </Link>
            </>
          ) : null
        }
      />
      <SourcesTabs active="sources" />
      <SourcesToolbar state={state} facets={list.data?.facets} onChange={filter} searchRef={search} />
      {selected.size > 0 ? (
        <SourcesBulkBar rows={rows.filter((row) => selected.has(row.id))} onDone={() => setSelected(none)} />
      ) : null}
      <Card isFlush>
        {list.isPending ? <SkeletonRows /> : null}
        {list.isError ? (
          <QueryError error={list.error} title="The sources could not be loaded." onRetry={() => list.refetch()} />
        ) : null}
        {list.data && rows.length === 0 ? (
          <Nothing
            isFiltered={isFiltered(state)}
            addHref={mayManage ? `${here}/new` : null}
            onClear={() => filter(sourcesDefaults)}
          />
        ) : null}
        {rows.length > 0 ? (
          <>
            <SourcesTable
              rows={rows}
              selected={mayManage ? selected : undefined}
              onSelect={setSelected}
              activeKey={activeKey}
              onOpen={open}
            />
            <Pagination
              page={state.page}
              pageSize={pageSize}
              total={list.data?.total ?? 0}
              noun="sources"
              onPage={(page) => {
                setSelected(none);
                setState({ page }, { isStep: true });
              }}
            />
          </>
        ) : null}
      </Card>
      {isImporting ? <ImportDialog onClose={() => setIsImporting(false)} /> : null}
    </Page>
  );
}

function Nothing(props: { isFiltered: boolean; addHref: string | null; onClear: () => void }) {
  if (props.isFiltered) {
    return (
      <EmptyState icon={Radar} title="No source fits these filters.">
        <Button onClick={props.onClear}>Clear filters</Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={Radar}
      title="Portals, feeds and competitors' pages that are read again and again belong here."
      description={
        props.addHref
          ? "Give an address: Outrider finds out what it is, keeps every version of its pages in the library, and tells what changed, word by word."
          : "A member of this workspace can add them."
      }
    >
      {props.addHref ? (
        <Link href={props.addHref} className={buttonClass({ variant: "primary" })}>
          Add source
        </Link>
      ) : null}
    </EmptyState>
  );
}

function toggled(selected: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** Broken ones stand first in the list, so the first page knows them. */
function headline(total: number, rows: readonly SourceRow[], isNarrowed: boolean): string {
  const sources = count(total, "source");
  if (isNarrowed) return `${sources} found`;
  const broken = rows.filter((row) => row.status === "broken").length;
  return broken > 0 ? `${sources}, ${broken} of them broken` : sources;
}
