"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { Ban } from "lucide-react";
import { errorMessage, QueryError } from "@/components/shell/query-error";
import { useTRPC } from "@/components/shell/trpc";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { IconButton } from "@/components/ui/icon-button";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/relative-time";
import { SkeletonRows } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import type { AppRouter } from "@/server/composition/router";
import { DeadLettersCard } from "./dead-letters-card";
import { jobName } from "./job-name";

type Job = inferRouterOutputs<AppRouter>["jobs"]["list"]["jobs"][number];

const meanings = {
  queued: "neutral",
  running: "neutral",
  completed: "ok",
  failed: "danger",
  cancelled: "neutral",
} as const;

/** What runs for this workspace in the background, and what gave up and waits for a person. */
export function JobsScreen() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const jobs = useQuery(trpc.jobs.list.queryOptions({}));
  const letters = useQuery(trpc.jobs.deadLetters.queryOptions({}));
  const refresh = () => queryClient.invalidateQueries({ queryKey: trpc.jobs.pathKey() });
  const replay = useMutation(
    trpc.jobs.replay.mutationOptions({
      onSuccess: () => {
        toast.ok("The job runs again");
        return refresh();
      },
      onError: (error) => toast.error(errorMessage(error)),
    }),
  );
  const cancel = useMutation(
    trpc.jobs.cancel.mutationOptions({ onSuccess: refresh, onError: (error) => toast.error(errorMessage(error)) }),
  );
  const waiting = letters.data?.deadLetters.filter((letter) => letter.replayedAt === null) ?? [];
  return (
    <>
      <PageHeader title="Jobs" description="What runs for this workspace in the background." />
      <DeadLettersCard
        letters={waiting}
        runningId={replay.isPending ? replay.variables.id : null}
        onReplay={(id) => replay.mutate({ id })}
      />
      <Card isFlush>
        {jobs.isPending ? (
          <SkeletonRows />
        ) : jobs.isError ? (
          <QueryError error={jobs.error} title="Jobs could not be loaded." onRetry={() => jobs.refetch()} />
        ) : jobs.data.jobs.length === 0 ? (
          <p className="px-4 py-6 text-muted">
            {jobs.data.isExternal
              ? "Jobs of this installation run on an Inngest server, which shows them itself."
              : "Nothing has run yet. Reading a file or answering a question is a job."}
          </p>
        ) : (
          <ul>
            {jobs.data.jobs.map((job) => (
              <JobRow key={job.id} job={job} onCancel={() => cancel.mutate({ id: job.id })} />
            ))}
          </ul>
        )}
      </Card>
    </>
  );
}

function JobRow({ job, onCancel }: { job: Job; onCancel: () => void }) {
  const isOpen = job.status === "queued" || job.status === "running";
  return (
    <li className="flex min-h-row flex-wrap items-center gap-3 border-b border-subtle px-4 py-1.5 last:border-0">
      <span className="min-w-40 font-medium">{jobName(job.functionId)}</span>
      {job.subject ? (
        <span className="min-w-0 max-w-80 truncate" title={job.subject}>
          {job.subject}
        </span>
      ) : null}
      <Badge meaning={meanings[job.status]}>{job.status}</Badge>
      <span className="min-w-0 flex-1 text-sm text-muted wrap-anywhere">{job.error}</span>
      <span className="text-sm text-subtle">
        <RelativeTime at={job.createdAt} />
      </span>
      {isOpen ? (
        <IconButton label="Stop this job" onClick={onCancel}>
          <Ban aria-hidden />
        </IconButton>
      ) : null}
    </li>
  );
}
