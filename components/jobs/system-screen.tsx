"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { errorMessage, QueryError } from "@/components/shell/query-error";
import { useTRPC } from "@/components/shell/trpc";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { FactList } from "@/components/ui/page-layout";
import { SkeletonRows } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { DeadLettersCard } from "./dead-letters-card";

/** What this installation runs on, what that costs, and how its jobs stand. */
export function SystemScreen() {
  const trpc = useTRPC();
  const parts = useQuery(trpc.system.parts.queryOptions());
  const queryClient = useQueryClient();
  const jobs = useQuery(trpc.system.jobs.queryOptions());
  const letters = useQuery(trpc.system.deadLetters.queryOptions());
  const replay = useMutation(
    trpc.system.replay.mutationOptions({
      onSuccess: () => {
        toast.ok("The job runs again");
        return queryClient.invalidateQueries({ queryKey: trpc.system.pathKey() });
      },
      onError: (error) => toast.error(errorMessage(error)),
    }),
  );
  return (
    <>
      <PageHeader title="System" description="What this installation runs on." />
      <Card title="What it runs on" isFlush>
        {parts.isPending ? (
          <SkeletonRows />
        ) : parts.isError ? (
          <QueryError error={parts.error} title="The parts could not be listed." onRetry={() => parts.refetch()} />
        ) : (
          <ul>
            {parts.data.parts.map((part) => (
              <li
                key={part.name}
                className="grid gap-x-4 gap-y-1 border-b border-subtle px-4 py-2.5 last:border-0 sm:grid-cols-[180px_minmax(0,1fr)]"
              >
                <span className="font-medium">{part.name}</span>
                <span className="min-w-0 wrap-anywhere">
                  <span className="flex flex-wrap items-center gap-2">
                    {part.uses}
                    <Badge meaning={part.state === "configured" ? "ok" : "neutral"}>{part.state}</Badge>
                  </span>
                  <span className="text-sm text-muted">{part.note}</span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <DeadLettersCard
        letters={letters.data?.deadLetters ?? []}
        runningId={replay.isPending ? replay.variables.id : null}
        onReplay={(id) => replay.mutate({ id })}
      />
      <Card title="Jobs of all workspaces">
        {jobs.isPending ? (
          <SkeletonRows />
        ) : jobs.isError ? (
          <QueryError error={jobs.error} title="Jobs could not be counted." onRetry={() => jobs.refetch()} />
        ) : (
          <FactList
            facts={[
              { name: "Running now", value: jobs.data.runningCalls },
              { name: "Waiting for a place", value: jobs.data.dueCalls },
              { name: "Longest wait", value: `${Math.round(jobs.data.oldestDueSeconds)} s` },
              { name: "Gave up", value: jobs.data.openDeadLetters },
              { name: "Completed", value: jobs.data.runs.completed ?? 0 },
            ]}
          />
        )}
      </Card>
    </>
  );
}
