"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { errorMessage, QueryError } from "@/components/shell/query-error";
import { useTRPC } from "@/components/shell/trpc";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";
import { SkeletonRows } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { deviceWords } from "./user-agent";

/** Where the person is signed in, and the means to end it there. */
export function SessionsCard() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const sessions = useQuery(trpc.identity.listSessions.queryOptions());
  const refresh = () => queryClient.invalidateQueries(trpc.identity.listSessions.pathFilter());
  const onError = (error: unknown) => toast.error("The session did not end", { description: errorMessage(error) });
  const revoke = useMutation(
    trpc.identity.revokeSession.mutationOptions({
      onSuccess: () => toast.ok("Session ended"),
      onError,
      onSettled: refresh,
    }),
  );
  const revokeOthers = useMutation(
    trpc.identity.revokeOtherSessions.mutationOptions({
      onSuccess: ({ revoked }) => toast.ok(`${revoked} ${revoked === 1 ? "session" : "sessions"} ended`),
      onError,
      onSettled: refresh,
    }),
  );
  const others = sessions.data?.filter((session) => !session.isCurrent) ?? [];
  return (
    <Card
      title="Sessions"
      description="Browsers that are signed in as you. An ended session is refused everywhere within 5 seconds."
      isFlush
      actions={
        others.length > 0 ? (
          <Button isLoading={revokeOthers.isPending} onClick={() => revokeOthers.mutate()}>
            End all others
          </Button>
        ) : null
      }
    >
      {sessions.isPending ? <SkeletonRows rows={2} /> : null}
      {sessions.error ? (
        <QueryError
          error={sessions.error}
          title="The sessions could not be loaded."
          onRetry={() => sessions.refetch()}
        />
      ) : null}
      <ul>
        {sessions.data?.map((session) => (
          <li
            key={session.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-subtle px-4 py-2.5 last:border-b-0"
          >
            <div className="min-w-0 flex-1 basis-50">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                {deviceWords(session.userAgent)}
                {session.isCurrent ? <Badge meaning="ok">this browser</Badge> : null}
              </p>
              <p className="text-sm text-muted">
                {session.address ? `${session.address} · ` : ""}used <RelativeTime at={session.lastSeenAt} /> · signed
                in <RelativeTime at={session.createdAt} />
              </p>
            </div>
            {session.isCurrent ? null : (
              <Button
                size="sm"
                aria-label={`End the session of ${deviceWords(session.userAgent)}`}
                isLoading={revoke.isPending && revoke.variables?.id === session.id}
                onClick={() => revoke.mutate({ id: session.id })}
              >
                End
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
