"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { Breadcrumb } from "@/components/shell/breadcrumbs";
import { placeHref } from "@/components/shell/places";
import { QueryError } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { LiveAddress } from "@/components/sources/live-address";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { DetailLayout, FactList, Page } from "@/components/ui/page-layout";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { ArchiveButton } from "./archive-button";
import { ChangeComparison } from "./change-comparison";
import { ChangeItems } from "./change-items";
import { ChangeTimeline } from "./change-timeline";
import type { ChangeView } from "./change-types";
import { severityMeanings, severityWords, verdictWords } from "./change-words";
import { useChangesLive } from "./use-changes-live";

export function ChangeScreen({ changeId }: { changeId: string }) {
  const change = useQuery(useTRPC().changes.get.queryOptions({ id: changeId }));
  useChangesLive();
  if (change.isPending) return <ChangeSkeleton />;
  if (change.isError) {
    return <QueryError error={change.error} title="The change could not be opened." onRetry={() => change.refetch()} />;
  }
  return <Opened change={change.data} />;
}

function Opened({ change }: { change: ChangeView }) {
  const title = change.page.title ?? change.page.url;
  return (
    <Page>
      <Breadcrumb title={title} />
      <PageHeader
        title={title}
        status={
          <>
            <Badge meaning={severityMeanings[change.severity]}>{severityWords[change.severity]} severity</Badge>
            {change.isArchived ? <Badge>Archived</Badge> : null}
            {change.verdict === "form" ? <Badge>{verdictWords.form}</Badge> : null}
            {change.engine === "model" ? <Badge meaning="model">Summed up by a model</Badge> : null}
          </>
        }
        description={<LiveAddress url={change.page.url} />}
        actions={<ArchiveButton change={change} />}
      />
      <DetailLayout
        rail={
          <>
            <Facts change={change} />
            <ChangeTimeline change={change} />
          </>
        }
      >
        <Card title="What changed" isFlush>
          <p className="border-b border-subtle px-4 py-3 text-lg wrap-anywhere last:border-b-0">{change.summary}</p>
          {change.items.length > 0 ? <ChangeItems items={change.items} /> : null}
        </Card>
        <ChangeComparison change={change} />
      </DetailLayout>
    </Page>
  );
}

function Facts({ change }: { change: ChangeView }) {
  const { workspace } = useShell();
  const { before, after, dependents } = change;
  const document = `${placeHref(workspace.slug, "library")}/${change.documentId}`;
  const version = (one: NonNullable<ChangeView["before"]>, snapshotId: string) => (
    <>
      {one.removedAt ? (
        `Version ${one.revision}`
      ) : (
        <Link href={`${document}?version=${snapshotId}`} className="text-accent underline">
          Version {one.revision}
        </Link>
      )}
      , <RelativeTime at={one.fetchedAt} />
      {one.removedAt ? ", no longer kept" : null}
    </>
  );
  return (
    <Card title="About">
      <FactList
        facts={[
          {
            name: "Source",
            value: (
              <Link
                href={`${placeHref(workspace.slug, "sources")}/${change.source.id}`}
                className="text-accent hover:underline"
              >
                {change.source.name}
              </Link>
            ),
          },
          { name: "Found", value: <RelativeTime at={change.detectedAt} /> },
          {
            name: "Before",
            value:
              before && change.beforeSnapshotId ? version(before, change.beforeSnapshotId) : "the page was not there",
          },
          {
            name: "After",
            value:
              after && change.afterSnapshotId ? version(after, change.afterSnapshotId) : "the page is no longer there",
          },
          {
            name: "Answers",
            value:
              dependents > 0 ? (
                <Link href={placeHref(workspace.slug, "today")} className="text-attention underline">
                  {dependents.toLocaleString("en")} {dependents === 1 ? "sentence" : "sentences"} marked stale
                </Link>
              ) : (
                "none rest on what changed"
              ),
          },
        ]}
      />
    </Card>
  );
}

export function ChangeSkeleton() {
  return (
    <Page>
      <Skeleton className="h-7 w-80 max-w-full" />
      <Skeleton className="h-4 w-60" />
      <DetailLayout rail={<Skeleton className="h-60 w-full" />}>
        <Skeleton className="h-40 w-full" />
        <Skeleton className="h-80 w-full" />
      </DetailLayout>
    </Page>
  );
}
