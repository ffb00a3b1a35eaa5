"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { errorMessage, QueryError } from "@/components/shell/query-error";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";
import { toast } from "@/components/ui/toast";

/** Invitations that can still be accepted. Nothing is shown while there are none. */
export function InvitationsCard() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const invitations = useQuery(trpc.invitations.list.queryOptions());
  const revoke = useMutation(
    trpc.invitations.revoke.mutationOptions({
      onSuccess: () => toast.ok("Invitation withdrawn"),
      onError: (error) => toast.error("The invitation was not withdrawn", { description: errorMessage(error) }),
      onSettled: () => queryClient.invalidateQueries(trpc.invitations.list.pathFilter()),
    }),
  );
  if (invitations.error) {
    return (
      <QueryError
        error={invitations.error}
        title="The open invitations could not be loaded."
        onRetry={() => invitations.refetch()}
      />
    );
  }
  if (!invitations.data?.length) return null;
  return (
    <Card title="Open invitations" isFlush>
      <ul>
        {invitations.data.map((invitation) => (
          <li
            key={invitation.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-subtle px-4 py-2 last:border-b-0"
          >
            <span className="min-w-0 flex-1 basis-50">
              <span className="block truncate font-medium">{invitation.email}</span>
              <span className="text-sm text-muted">
                as {invitation.role} · good until {invitation.expiresAt.slice(0, 10)} · invited{" "}
                <RelativeTime at={invitation.createdAt} />
              </span>
            </span>
            <Button
              size="sm"
              aria-label={`Withdraw the invitation of ${invitation.email}`}
              isLoading={revoke.isPending && revoke.variables?.id === invitation.id}
              onClick={() => revoke.mutate({ id: invitation.id })}
            >
              Withdraw
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
