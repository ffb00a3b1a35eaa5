"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { KeyRound } from "lucide-react";
import { useState } from "react";
import { QueryError } from "@/components/shell/query-error";
import { useTRPC, useTRPCClient } from "@/components/shell/trpc";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/relative-time";
import { SkeletonRows } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import type { AppRouter } from "@/server/composition/router";
import { CreateApiKeyDialog } from "./create-api-key-dialog";

type ApiKeyRow = inferRouterOutputs<AppRouter>["apiKeys"]["list"][number];

export function ApiKeysSettings() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const keys = useQuery(trpc.apiKeys.list.queryOptions());
  const [revoking, setRevoking] = useState<ApiKeyRow | null>(null);

  const columns: Column<ApiKeyRow>[] = [
    {
      key: "name",
      header: "Name",
      isName: true,
      cell: (row) => (
        <span className="flex min-w-0 items-center gap-2">
          <span className="truncate">{row.name}</span>
          <KeyState apiKey={row} />
        </span>
      ),
    },
    {
      key: "prefix",
      header: "Begins with",
      width: "w-32",
      cell: (row) => <code className="font-mono text-xs">{row.prefix}…</code>,
    },
    { key: "scope", header: "Scope", width: "w-24", cell: (row) => row.scope },
    {
      key: "maker",
      header: "Made by",
      width: "w-40",
      isNamedOnPhone: true,
      cell: (row) => row.createdByName ?? "a former member",
    },
    {
      key: "used",
      header: "Last used",
      isNamedOnPhone: true,
      width: "w-32",
      cell: (row) => (row.lastUsedAt ? <RelativeTime at={row.lastUsedAt} /> : "never"),
    },
    {
      key: "deeds",
      header: "",
      width: "w-24",
      align: "right",
      cell: (row) =>
        row.revokedAt ? null : (
          <Button size="sm" aria-label={`Revoke ${row.name}`} onClick={() => setRevoking(row)}>
            Revoke
          </Button>
        ),
    },
  ];

  return (
    <>
      <PageHeader
        title="API keys"
        description="For scripts and the command line. A key acts for the person who made it, never with more than that person's role."
        actions={<CreateApiKeyDialog />}
      />
      <Card isFlush>
        {keys.isPending ? <SkeletonRows rows={3} /> : null}
        {keys.error ? (
          <QueryError error={keys.error} title="The API keys could not be loaded." onRetry={() => keys.refetch()} />
        ) : null}
        {keys.data?.length === 0 ? (
          <EmptyState icon={KeyRound} title="Keys for the command line and the REST interface belong here." />
        ) : null}
        {keys.data?.length ? (
          <DataTable
            label="API keys"
            columns={columns}
            rows={keys.data}
            rowKey={(row) => row.id}
            rowName={(row) => row.name}
          />
        ) : null}
      </Card>
      {revoking ? (
        <ConfirmDialog
          isOpen
          onOpenChange={() => setRevoking(null)}
          title={`Revoke "${revoking.name}"?`}
          description="Whatever uses this key is refused within 5 seconds. It cannot be given back; make a new key instead."
          action="Revoke key"
          onConfirm={async () => {
            await client.apiKeys.revoke.mutate({ id: revoking.id });
            await queryClient.invalidateQueries(trpc.apiKeys.list.pathFilter());
            toast.ok(`"${revoking.name}" is revoked`);
          }}
        />
      ) : null}
    </>
  );
}

function KeyState({ apiKey }: { apiKey: ApiKeyRow }) {
  if (apiKey.revokedAt) return <Badge>revoked</Badge>;
  if (apiKey.expiresAt && apiKey.expiresAt < new Date().toISOString())
    return <Badge meaning="attention">expired</Badge>;
  return apiKey.expiresAt ? <Badge>until {apiKey.expiresAt.slice(0, 10)}</Badge> : null;
}
