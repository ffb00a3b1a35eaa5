"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { LibraryBig } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { TakesFiles, useDropTarget } from "@/components/shell/drop-target";
import { placeHref } from "@/components/shell/places";
import { QueryError } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
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
import { DocumentsTable } from "./documents-table";
import { LibraryActions } from "./library-actions";
import { isFiltered, type LibraryState, libraryDefaults, listInput, pageSize } from "./library-filters";
import { LibraryToolbar } from "./library-toolbar";
import type { DocumentRow } from "./library-types";
import { useFilePicker } from "./upload/use-file-picker";
import { useUploadQueue } from "./upload/use-upload-queue";
import { useLibraryLive } from "./use-library-live";

// Nobody waits for these on the first page.
const BulkBar = dynamic(() => import("./bulk-bar").then((module) => module.BulkBar), { loading: nothingYet });
const UploadPanel = dynamic(() => import("./upload/upload-panel").then((module) => module.UploadPanel), {
  loading: nothingYet,
});

const none: ReadonlySet<string> = new Set();
const rowKey = (row: DocumentRow) => row.id;

export function LibraryScreen() {
  const { workspace, member } = useShell();
  const router = useRouter();
  const trpc = useTRPC();
  const canWrite = roleMay(member.role, "documents:write");
  const [state, setState] = useUrlState(libraryDefaults);
  const [selected, setSelected] = useState<ReadonlySet<string>>(none);
  const search = useRef<HTMLInputElement>(null);
  const { queue, items } = useUploadQueue();
  const list = useQuery(trpc.documents.list.queryOptions(listInput(state), { placeholderData: keepPreviousData }));
  useLibraryLive();

  const filter = useCallback(
    (changes: Partial<LibraryState>) => {
      setSelected(none);
      setState({ page: 1, ...changes });
    },
    [setState],
  );
  const open = (row: DocumentRow) => router.push(`${placeHref(workspace.slug, "library")}/${row.id}`);
  const rows = list.data?.documents ?? [];
  const activeKey = useListKeys({
    rows,
    rowKey,
    onOpen: open,
    onToggle: canWrite ? (key) => setSelected(toggled(selected, key)) : undefined,
    searchRef: search,
  });

  const collectionId = listInput(state).collectionId;
  const upload = useCallback(
    (files: Parameters<typeof queue.add>[0]) => queue.add(files, collectionId),
    [queue, collectionId],
  );
  const picker = useFilePicker(upload);
  useDropTarget(
    canWrite ? { title: "Drop to add to the library", hint: "Files and whole folders", onFiles: upload } : null,
  );
  useUploadFromAddress(canWrite, picker.pickFiles);

  return (
    <Page>
      <PageHeader
        title="Library"
        description={
          list.data ? countWords(list.data.total, isFiltered(state)) : "Documents that answers are drawn from"
        }
        actions={canWrite ? <LibraryActions picker={picker} collectionId={collectionId} /> : null}
      />
      {picker.inputs}
      {canWrite ? <TakesFiles /> : null}
      {items.length > 0 ? <UploadPanel queue={queue} items={items} /> : null}
      <LibraryToolbar state={state} facets={list.data?.facets} onChange={filter} searchRef={search} />
      {selected.size > 0 ? (
        <BulkBar rows={rows.filter((row) => selected.has(row.id))} onDone={() => setSelected(none)} />
      ) : null}
      <Card isFlush>
        {list.isPending ? <SkeletonRows /> : null}
        {list.isError ? (
          <QueryError error={list.error} title="The documents could not be loaded." onRetry={() => list.refetch()} />
        ) : null}
        {list.data && rows.length === 0 ? (
          <Nothing
            isFiltered={isFiltered(state)}
            canWrite={canWrite}
            onClear={() => filter(libraryDefaults)}
            onPick={picker.pickFiles}
          />
        ) : null}
        {rows.length > 0 ? (
          <>
            <DocumentsTable
              rows={rows}
              state={state}
              onSort={(sort) => filter({ sort: sort.key, order: sort.direction })}
              selected={canWrite ? selected : undefined}
              onSelect={setSelected}
              activeKey={activeKey}
              onOpen={open}
            />
            <Pagination
              page={state.page}
              pageSize={pageSize}
              total={list.data?.total ?? 0}
              noun="documents"
              onPage={(page) => {
                setSelected(none);
                setState({ page }, { isStep: true });
              }}
            />
          </>
        ) : null}
      </Card>
    </Page>
  );
}

interface NothingProps {
  isFiltered: boolean;
  canWrite: boolean;
  onClear: () => void;
  onPick: () => void;
}

function Nothing({ isFiltered, canWrite, onClear, onPick }: NothingProps) {
  if (isFiltered) {
    return (
      <EmptyState icon={LibraryBig} title="No document fits these filters.">
        <Button onClick={onClear}>Clear filters</Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={LibraryBig}
      title="Past answers, references and policies belong here; answers and the fit of a tender are drawn from them."
      description={
        canWrite
          ? "Drop files or folders anywhere on this page. PDF, Word, Excel, PowerPoint, HTML, Markdown, text, CSV, e-mail and ZIP are read. The files of a tender go to Opportunities."
          : "A member of this workspace can add them."
      }
    >
      {canWrite ? (
        <Button variant="primary" onClick={onPick}>
          Upload documents
        </Button>
      ) : null}
    </EmptyState>
  );
}

/** The command palette leads here with `?upload=1`: the dialog opens, and the address is clean again. */
function useUploadFromAddress(canWrite: boolean, pick: () => void) {
  const once = useRef(false);
  useEffect(() => {
    const params = new URLSearchParams(window.location.search);
    if (once.current || !canWrite || params.get("upload") !== "1") return;
    once.current = true;
    window.history.replaceState(null, "", window.location.pathname);
    pick();
  }, [canWrite, pick]);
}

function toggled(selected: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(key)) next.add(key);
  return next;
}

function countWords(total: number, isFiltered: boolean): string {
  const documents = `${total.toLocaleString("en")} ${total === 1 ? "document" : "documents"}`;
  return isFiltered ? `${documents} found` : documents;
}
