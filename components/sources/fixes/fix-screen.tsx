"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { Breadcrumb } from "@/components/shell/breadcrumbs";
import { placeHref } from "@/components/shell/places";
import { QueryError } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC, useTRPCClient } from "@/components/shell/trpc";
import { Badge } from "@/components/ui/badge";
import { Button, buttonClass } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { failureWords } from "../failure-words";
import { LiveAddress } from "../live-address";
import { FixBench } from "./fix-bench";
import type { FixView } from "./fix-types";
import { fixStatusWords, reasonMeanings, reasonWords } from "./fix-words";
import { useFixesLive } from "./use-fixes-live";

/** One matter that only a person can mend, with the page beside it. */
export function FixScreen({ fixId }: { fixId: string }) {
  const trpc = useTRPC();
  const task = useQuery(trpc.fixTasks.get.queryOptions({ id: fixId }));
  useFixesLive();
  if (task.isPending) {
    return (
      <Page>
        <Skeleton className="h-7 w-80 max-w-full" />
        <Skeleton className="h-120 w-full" />
      </Page>
    );
  }
  if (task.isError) {
    return <QueryError error={task.error} title="The task could not be opened." onRetry={() => task.refetch()} />;
  }
  return <Opened task={task.data} onEnded={() => task.refetch()} />;
}

function Opened({ task, onEnded }: { task: FixView; onEnded: () => Promise<unknown> }) {
  const { workspace } = useShell();
  const client = useTRPCClient();
  const sourceHref = `${placeHref(workspace.slug, "sources")}/${task.source.id}`;
  const dismiss = useMutation({
    mutationFn: () => client.fixTasks.dismiss.mutate({ id: task.id }),
    onSuccess: async () => {
      toast.ok("Left as it is");
      await onEnded();
    },
  });
  return (
    <Page>
      <Breadcrumb title={task.source.name} />
      <PageHeader
        title={task.source.name}
        status={<Badge meaning={reasonMeanings[task.reason]}>{reasonWords[task.reason]}</Badge>}
        description={
          <span className="flex flex-wrap items-center gap-x-2">
            {task.detail}
            <LiveAddress url={task.page.url} />
          </span>
        }
        actions={
          <>
            <Link href={sourceHref} className={buttonClass()}>
              Open source
            </Link>
            {task.status === "open" ? (
              <Button isLoading={dismiss.isPending} onClick={() => dismiss.mutate()}>
                Dismiss
              </Button>
            ) : null}
          </>
        }
      />
      {dismiss.isError ? (
        <p role="alert" className="text-danger">
          {failureWords(dismiss.error)}
        </p>
      ) : null}
      {task.status === "open" ? <OpenTask task={task} onEnded={onEnded} /> : <Ended task={task} />}
    </Page>
  );
}

function OpenTask({ task, onEnded }: { task: FixView; onEnded: () => Promise<unknown> }) {
  if (!task.revision) {
    return <p className="text-muted">What was kept of this page is gone. Scan the source to keep it again.</p>;
  }
  if (!task.revision.isMarkup) {
    return (
      <p className="text-muted">
        This source answers data and not a page: say in its settings, in JSONPath, where the entries stand.
      </p>
    );
  }
  return <FixBench task={task} revision={task.revision} onEnded={onEnded} />;
}

function Ended({ task }: { task: FixView }) {
  const { workspace } = useShell();
  const client = useTRPCClient();
  const scan = useMutation({
    mutationFn: () => client.sources.scan.mutate({ id: task.source.id }),
    // Whoever asks while a run is under way is given that one, and one that began before this reads by the old rule.
    onSuccess: ({ createdAt }) =>
      task.endedAt && createdAt < task.endedAt
        ? toast.error("A run that began before this is still under way. Scan again when it has ended.")
        : toast.ok("Reading the source now"),
  });
  return (
    <div className="flex flex-wrap items-center gap-3 rounded-lg border border-subtle bg-surface px-4 py-3">
      <Badge meaning={task.status === "dismissed" ? "neutral" : "ok"}>{fixStatusWords[task.status]}</Badge>
      {task.endedAt ? <RelativeTime at={task.endedAt} /> : null}
      {task.status === "applied" ? (
        <>
          <p className="min-w-0 flex-1">The next run reads the entries by what was shown.</p>
          <Button variant="primary" isLoading={scan.isPending} onClick={() => scan.mutate()}>
            Scan now
          </Button>
        </>
      ) : null}
      <Link href={`${placeHref(workspace.slug, "sources")}/fixes`} className="text-accent hover:underline">
        Back to the queue
      </Link>
      {scan.isError ? (
        <p role="alert" className="w-full text-danger">
          {failureWords(scan.error)}
        </p>
      ) : null}
    </div>
  );
}
