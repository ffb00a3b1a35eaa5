"use client";
import Link from "next/link";
import { placeHref } from "@/components/shell/places";
import { useShell } from "@/components/shell/shell-context";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DetailLayout, FactList } from "@/components/ui/page-layout";
import { RelativeTime } from "@/components/ui/relative-time";
import { useUrlState } from "@/components/ui/use-url-state";
import { byteSize } from "@/lib/byte-size";
import { SourceReading } from "./fixes/source-reading";
import { PagePicture } from "./page-picture";
import { RunProblems } from "./run-problems";
import { RunsChart } from "./runs-chart";
import { runsFinding } from "./runs-chart.logic";
import { RunsTable } from "./runs-table";
import { scheduleWords } from "./schedule-words";
import type { SourceView } from "./source-types";
import { breakerWords, count, kindWords } from "./source-words";

const defaults = { run: "" };

export function SourceOverview({ source }: { source: SourceView }) {
  const [{ run: chosen }, setState] = useUrlState(defaults);
  const finding = runsFinding(source.runs);
  const withProblems = source.runs.find(
    (run) => run.problems.length > 0 && (chosen === "" ? run === source.runs[0] : run.id === chosen),
  );
  return (
    <DetailLayout rail={<Rail source={source} />}>
      <Card title={finding} description="Pages by run, newest on the right" isFlush>
        <figure className="px-4 py-3">
          <RunsChart runs={source.runs} label={`${finding}. The table below holds the numbers.`} />
          <figcaption className="mt-1 flex flex-wrap gap-x-4 text-sm text-muted">
            <Key className="bg-accent">new, changed or gone</Key>
            <Key className="bg-ink opacity-35">as before</Key>
            <Key className="bg-danger">problems</Key>
          </figcaption>
        </figure>
        <div className="border-t border-subtle">
          <RunsTable
            runs={source.runs}
            chosenId={withProblems?.id ?? null}
            onChoose={(run) => setState({ run: run.id })}
          />
        </div>
      </Card>
      {withProblems ? <RunProblems run={withProblems} /> : null}
      <SourceReading source={source} />
    </DetailLayout>
  );
}

/** A time that has come says "just now" of a run that is still to be: then it is the run that goes on. */
function nextRunWords({ nextRunAt, lastRun }: SourceView) {
  if (lastRun?.status === "queued" || lastRun?.status === "running") return "set when this one ends";
  return nextRunAt ? <RelativeTime at={nextRunAt} /> : "only when somebody asks";
}

function Key({ className, children }: { className: string; children: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span className={`size-2.5 rounded-sm ${className}`} aria-hidden />
      {children}
    </span>
  );
}

function Rail({ source }: { source: SourceView }) {
  const { workspace } = useShell();
  const part = source.scope.heading ?? source.scope.fragment ?? source.scope.selector;
  return (
    <>
      <Card title="Watching">
        <FactList
          facts={[
            { name: "Kind", value: kindWords[source.kind] },
            {
              name: "Read",
              value: source.slowedAt ? (
                <span className="text-attention">
                  once a week, because it has been broken since <RelativeTime at={source.slowedAt} />; otherwise{" "}
                  {scheduleWords(source.schedule)}
                </span>
              ) : (
                scheduleWords(source.schedule)
              ),
            },
            {
              name: "Next run",
              value: nextRunWords(source),
            },
            { name: "Last run", value: source.lastRunAt ? <RelativeTime at={source.lastRunAt} /> : "never" },
            { name: "Pages", value: source.pages.toLocaleString("en") },
            { name: "Changes", value: `${count(source.changes7d, "change")} in 7 days` },
            {
              name: "Kept in",
              value: (
                <Link
                  href={`${placeHref(workspace.slug, "library")}?collection=${source.collection.id}`}
                  className="text-accent hover:underline"
                >
                  {source.collection.name}
                </Link>
              ),
            },
            {
              name: "Tags",
              value: source.tags.length ? (
                <span className="flex flex-wrap gap-1">
                  {source.tags.map((tag) => (
                    <Badge key={tag}>{tag}</Badge>
                  ))}
                </span>
              ) : null,
            },
          ]}
        />
      </Card>
      {source.picture ? (
        <Card title="How it looks" description={<RelativeTime at={source.picture.fetchedAt} />} isFlush>
          <PagePicture picture={source.picture} className="max-h-80" />
        </Card>
      ) : null}
      <Card title="How it is read">
        <FactList
          facts={[
            { name: "The site", value: breakerWords[source.breaker] },
            {
              name: "Through",
              value: source.needsBrowser
                ? "a browser: pages are empty without one"
                : "plain requests, a browser if needed",
            },
            {
              name: "robots.txt",
              value: source.robots === "obey" ? "obeyed" : `set aside: ${source.robotsReason ?? ""}`,
            },
            {
              name: "Limits",
              value: `${count(source.budget.pages, "page")}, ${byteSize(source.budget.bytes)}, depth ${source.budget.depth}`,
            },
            { name: "Compared", value: part ? `only “${part}”` : "the whole page" },
          ]}
        />
      </Card>
    </>
  );
}
