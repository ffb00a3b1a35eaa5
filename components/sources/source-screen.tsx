"use client";
import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { Breadcrumb } from "@/components/shell/breadcrumbs";
import { QueryError } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import type { Meaning } from "@/components/ui/badge";
import { cn } from "@/components/ui/class-names";
import { nothingYet } from "@/components/ui/nothing-yet";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";
import { Tabs } from "@/components/ui/tabs";
import { useUrlState } from "@/components/ui/use-url-state";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { LiveAddress } from "./live-address";
import { isLive } from "./run-result";
import { SourceActions } from "./source-actions";
import { SourceOverview } from "./source-overview";
import { SourceStatus, sourceHealth } from "./source-status";
import type { SourceView } from "./source-types";
import { kindWords } from "./source-words";
import { useRunEnd } from "./use-run-end";
import { useSourcesLive } from "./use-sources-live";

const loading = () => <SkeletonRows />;
// Only while a run is under way.
const RunPanel = dynamic(() => import("./run-panel").then((module) => module.RunPanel), { loading: nothingYet });
const SourcePages = dynamic(() => import("./source-pages").then((module) => module.SourcePages), { loading });
const SourceEntries = dynamic(() => import("./source-entries").then((module) => module.SourceEntries), { loading });
const ChangesPanel = dynamic(() => import("@/components/changes/changes-panel").then((module) => module.ChangesPanel), {
  loading,
});
const SourceSettings = dynamic(() => import("./source-settings").then((module) => module.SourceSettings), { loading });

/** `page` and what narrows a list belong to the tab that is left. */
const defaults = { tab: "overview", page: 1, health: "", severity: "", verdict: "", run: "" };

const reasonClass: Partial<Record<Meaning, string>> = {
  neutral: "bg-sunken text-muted",
  attention: "bg-attention-soft text-attention",
  danger: "bg-danger-soft text-danger",
};

export function SourceScreen({ sourceId }: { sourceId: string }) {
  const trpc = useTRPC();
  const source = useQuery(trpc.sources.get.queryOptions({ id: sourceId }));
  useSourcesLive();
  if (source.isPending) return <SourceSkeleton />;
  if (source.isError) {
    return <QueryError error={source.error} title="The source could not be opened." onRetry={() => source.refetch()} />;
  }
  return <Opened source={source.data} />;
}

function Opened({ source }: { source: SourceView }) {
  const { member } = useShell();
  const [{ tab }, setState] = useUrlState(defaults);
  const running = source.runs.find((run) => isLive(run));
  const { reason, meaning } = sourceHealth(source);
  useRunEnd(source, () => setState({ ...defaults, tab: "changes" }, { isStep: true }));
  const mayManage = roleMay(member.role, "sources:manage");
  const settings = { value: "settings", label: "Settings", panel: <SourceSettings source={source} /> };
  return (
    <Page>
      <Breadcrumb title={source.name} />
      <PageHeader
        title={source.name}
        status={<SourceStatus source={source} />}
        description={
          <span className="flex flex-wrap items-center gap-x-2">
            {kindWords[source.kind]}
            <LiveAddress url={source.url} />
          </span>
        }
        actions={
          <SourceActions source={source} onEdit={() => setState({ ...defaults, tab: "settings" }, { isStep: true })} />
        }
      />
      {running ? <RunPanel run={running} budgetPages={source.budget.pages} picture={source.picture} /> : null}
      {reason && !running ? (
        <p className={cn("rounded-md border border-subtle px-3 py-2 wrap-anywhere", reasonClass[meaning])}>{reason}</p>
      ) : null}
      <Tabs
        label="Source"
        value={tab}
        onChange={(next) => setState({ ...defaults, tab: next })}
        tabs={[
          { value: "overview", label: "Overview", panel: <SourceOverview source={source} /> },
          { value: "pages", label: "Pages", count: source.pages, panel: <SourcePages source={source} /> },
          { value: "entries", label: "Entries", panel: <SourceEntries sourceId={source.id} /> },
          { value: "changes", label: "Changes", panel: <ChangesPanel sourceId={source.id} /> },
          ...(mayManage ? [settings] : []),
        ]}
      />
    </Page>
  );
}

export function SourceSkeleton() {
  return (
    <Page>
      <div role="status" aria-label="Opening the source" className="contents">
        <Skeleton className="h-7 w-80 max-w-full" />
        <Skeleton className="h-4 w-60" />
        <Skeleton className="h-9 w-full" />
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_300px]">
          <Skeleton className="h-80 w-full" />
          <Skeleton className="h-60 w-full" />
        </div>
      </div>
    </Page>
  );
}
