"use client";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { Download, ScrollText, ShieldCheck } from "lucide-react";
import { errorMessage, QueryError } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Toolbar } from "@/components/ui/page-layout";
import { Pagination } from "@/components/ui/pagination";
import { SearchField } from "@/components/ui/search-field";
import { SkeletonRows } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { useUrlState } from "@/components/ui/use-url-state";
import type { AppRouter } from "@/server/composition/router";
import { auditColumns } from "./audit-columns";
import { saveFile } from "./save-file";

const pageSize = 50;
const defaults = { q: "", page: 1 };

export function AuditSettings() {
  const { workspace } = useShell();
  const trpc = useTRPC();
  const [{ q, page }, setState] = useUrlState(defaults);
  const filter = q ? { q } : {};
  const entries = useQuery(
    trpc.audit.list.queryOptions(
      { ...filter, limit: pageSize, offset: (page - 1) * pageSize },
      { placeholderData: keepPreviousData },
    ),
  );
  const verdict = useQuery(trpc.audit.verify.queryOptions(undefined, { enabled: false }));
  const download = useMutation(
    trpc.audit.export.mutationOptions({
      onSuccess: ({ csv, entries: saved, total }) => {
        saveFile(`audit-${workspace.slug}.csv`, "text/csv", csv);
        toast.ok(saved < total ? `The newest ${saved} of ${total} entries saved` : `${saved} entries saved`);
      },
      onError: (error) => toast.error("The file was not made", { description: errorMessage(error) }),
    }),
  );

  return (
    <>
      <PageHeader
        title="Audit"
        description="Who did what. Entries cannot be changed or removed; each one seals the one before it."
        actions={
          <>
            <Button isLoading={verdict.isFetching} onClick={() => verdict.refetch()}>
              <ShieldCheck aria-hidden /> Check the seal
            </Button>
            <Button isLoading={download.isPending} onClick={() => download.mutate(filter)}>
              <Download aria-hidden /> Save as CSV
            </Button>
          </>
        }
      />
      <Verdict verdict={verdict.data} />
      {verdict.error ? (
        <p role="alert" className="text-danger">
          {errorMessage(verdict.error)}
        </p>
      ) : null}
      <Toolbar>
        <SearchField
          label="Search the audit"
          placeholder="Person, deed or what it is about"
          value={q}
          onChange={(next) => setState({ q: next, page: 1 })}
          className="w-full sm:w-80"
        />
      </Toolbar>
      <Card isFlush>
        {entries.isPending ? <SkeletonRows /> : null}
        {entries.error ? (
          <QueryError error={entries.error} title="The audit could not be loaded." onRetry={() => entries.refetch()} />
        ) : null}
        {entries.data?.total === 0 ? (
          <EmptyState
            icon={ScrollText}
            title={q ? `Nothing matches "${q}".` : "What people do here is written down here."}
          />
        ) : null}
        {entries.data?.entries.length ? (
          <DataTable
            label="Audit"
            columns={auditColumns}
            rows={entries.data.entries}
            rowKey={(row) => row.id}
            rowName={(row) => row.action}
          />
        ) : null}
        {entries.data && entries.data.total > pageSize ? (
          <Pagination
            page={page}
            pageSize={pageSize}
            total={entries.data.total}
            noun="entries"
            onPage={(next) => setState({ page: next }, { isStep: true })}
          />
        ) : null}
      </Card>
    </>
  );
}

function Verdict({ verdict }: { verdict: inferRouterOutputs<AppRouter>["audit"]["verify"] | undefined }) {
  if (!verdict) return null;
  if (verdict.isIntact) {
    return (
      <p role="status" className="rounded-md bg-ok-soft px-3 py-2 text-ok">
        All {verdict.entries} entries are as they were written.
      </p>
    );
  }
  return (
    <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-danger">
      Entry {verdict.broken?.seq} does not fit: {verdict.broken?.reason}. The {verdict.entries} entries before it are
      intact.
    </p>
  );
}
