"use client";
import { useQuery } from "@tanstack/react-query";
import { MoreHorizontal } from "lucide-react";
import { useState } from "react";
import { QueryError } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/relative-time";
import { SkeletonRows } from "@/components/ui/skeleton";
import { roleAtLeast, roleMay } from "@/lib/vocabulary/workspaces";
import { InvitationsCard } from "./invitations-card";
import { InviteDialog } from "./invite-dialog";
import type { MemberDeed, MemberRow } from "./member-deed";
import { MemberDialog } from "./member-dialog";

export function MembersSettings() {
  const { workspace, member: viewer } = useShell();
  const trpc = useTRPC();
  const members = useQuery(trpc.members.list.queryOptions());
  const [deed, setDeed] = useState<MemberDeed | null>(null);
  const canManage = roleMay(viewer.role, "members:manage");

  const columns: Column<MemberRow>[] = [
    {
      key: "name",
      header: "Name",
      isName: true,
      cell: (row) => (
        <span className="flex min-w-0 items-center gap-2">
          <span className="truncate">{row.name}</span>
          {row.suspendedAt ? <Badge meaning="attention">suspended</Badge> : null}
        </span>
      ),
    },
    { key: "email", header: "E-mail", cell: (row) => row.email },
    { key: "role", header: "Role", width: "w-28", cell: (row) => row.role },
    {
      key: "since",
      header: "Member since",
      width: "w-36",
      isNamedOnPhone: true,
      cell: (row) => <RelativeTime at={row.createdAt} />,
    },
    {
      key: "deeds",
      header: "",
      width: "w-14",
      align: "right",
      cell: (row) =>
        canManage && row.email !== viewer.email && roleAtLeast(viewer.role, row.role) ? (
          <Menu
            align="end"
            trigger={
              <IconButton label={`Change ${row.name}`}>
                <MoreHorizontal aria-hidden />
              </IconButton>
            }
          >
            <MenuItem onSelect={() => setDeed({ kind: "role", member: row })}>Change role</MenuItem>
            <MenuItem onSelect={() => setDeed({ kind: row.suspendedAt ? "resume" : "suspend", member: row })}>
              {row.suspendedAt ? "Let in again" : "Suspend"}
            </MenuItem>
            <MenuItem isDanger onSelect={() => setDeed({ kind: "remove", member: row })}>
              Remove from the workspace
            </MenuItem>
          </Menu>
        ) : null,
    },
  ];

  return (
    <>
      <PageHeader
        title="Members"
        description={
          canManage
            ? `Who works in ${workspace.name}.`
            : `Who works in ${workspace.name}. An admin or owner can invite people.`
        }
        actions={canManage ? <InviteDialog /> : null}
      />
      <Card isFlush>
        {members.isPending ? <SkeletonRows rows={4} /> : null}
        {members.error ? (
          <QueryError
            error={members.error}
            title="The members could not be loaded."
            onRetry={() => members.refetch()}
          />
        ) : null}
        {members.data ? (
          <DataTable
            label="Members"
            columns={columns}
            rows={members.data}
            rowKey={(row) => row.userId}
            rowName={(row) => row.name}
          />
        ) : null}
      </Card>
      {canManage ? <InvitationsCard /> : null}
      {deed ? <MemberDialog deed={deed} onClose={() => setDeed(null)} /> : null}
    </>
  );
}
