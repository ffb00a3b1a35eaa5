"use client";
import { useMutation } from "@tanstack/react-query";
import { CircleStop, LoaderCircle } from "lucide-react";
import { useEffect, useState } from "react";
import { errorMessage } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import { byteSize } from "@/lib/byte-size";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { PagePicture } from "./page-picture";
import { problemsOf, runDuration } from "./run-result";
import type { RunView, SourceView } from "./source-types";
import { count } from "./source-words";
import { useRefreshSources } from "./use-refresh-sources";

/** A run while it goes on: how far it is, what it has brought, where it stands, and the way to stop it. */
export function RunPanel({
  run,
  budgetPages,
  picture,
}: {
  run: RunView;
  budgetPages: number;
  /** Of the page that was seen last. */
  picture: SourceView["picture"];
}) {
  const { member } = useShell();
  const refresh = useRefreshSources();
  const stop = useMutation(useTRPC().sources.cancelRun.mutationOptions({ onSettled: () => refresh([run.sourceId]) }));
  const { counts } = run;
  const known = counts.pages + counts.waiting;
  const isQueued = run.status === "queued";
  const facts = [
    ["New", counts.new],
    ["Changed", counts.changed],
    ["As before", counts.same],
    ["Gone", counts.gone],
    ["Problems", problemsOf(counts)],
    ["Entries", counts.records],
  ] as const;
  return (
    <section aria-label="Run in progress" className="rounded-lg border border-subtle bg-surface px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <LoaderCircle className="size-4 shrink-0 animate-spin text-accent" aria-hidden />
        <h2 className="font-semibold">{isQueued ? "Waiting for its turn" : "Reading"}</h2>
        <span className="flex-1 text-muted tabular-nums">
          {isQueued ? "The run starts as soon as there is room." : progressWords(counts, budgetPages)}
        </span>
        <Elapsed run={run} />
        {roleMay(member.role, "sources:scan") ? (
          <Button size="sm" isLoading={stop.isPending} onClick={() => stop.mutate({ id: run.id })}>
            <CircleStop aria-hidden /> Stop
          </Button>
        ) : null}
      </div>
      <Progress className="mt-3" label="Pages read" value={isQueued || known === 0 ? null : counts.pages / known} />
      {picture?.runId === run.id ? (
        <PagePicture
          picture={picture}
          className="mt-3 h-24 w-40 rounded-md border border-subtle max-sm:w-full sm:float-right sm:ml-4"
        />
      ) : null}
      <dl className="mt-3 flex flex-wrap gap-x-6 gap-y-1 tabular-nums">
        {facts.map(([name, value]) => (
          <div key={name} className="flex items-baseline gap-1.5">
            <dt className="text-sm text-muted">{name}</dt>
            <dd className={name === "Problems" && value > 0 ? "font-medium text-danger" : "font-medium"}>
              {value.toLocaleString("en")}
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 h-5 truncate text-sm text-muted" title={run.currentUrl ?? undefined}>
        {run.currentUrl ?? ""}
      </p>
      {stop.isError ? (
        <p role="alert" className="text-sm text-danger">
          {errorMessage(stop.error)}
        </p>
      ) : null}
    </section>
  );
}

/** The end moves while pages lead to further pages, and never beyond the budget. */
function progressWords(counts: RunView["counts"], budgetPages: number): string {
  const known = Math.min(counts.pages + counts.waiting, Math.max(budgetPages, counts.pages));
  const pages =
    counts.waiting > 0
      ? `page ${counts.pages.toLocaleString("en")} of ${known.toLocaleString("en")}`
      : `${count(counts.pages, "page")} read`;
  return `${pages}, ${byteSize(counts.bytes)}`;
}

function Elapsed({ run }: { run: RunView }) {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <span className="text-sm text-muted tabular-nums" suppressHydrationWarning>
      {runDuration(run, nowMs)}
    </span>
  );
}
