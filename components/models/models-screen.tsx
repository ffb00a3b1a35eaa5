"use client";
import { useQuery } from "@tanstack/react-query";
import { NoPermission } from "@/components/settings/no-permission";
import { QueryError } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { AnsweringCard } from "./answering-card";
import { BudgetCard } from "./budget-card";
import { ModelCard } from "./model-card";
import { UsageCard } from "./usage-card";

/** Which model answers, what it may cost, what it has cost. */
export function ModelsScreen() {
  const { workspace, member } = useShell();
  const trpc = useTRPC();
  const canManage = roleMay(member.role, "models:manage");
  const settings = useQuery(trpc.models.settings.queryOptions({}, { enabled: canManage }));
  if (!canManage) {
    return (
      <NoPermission
        title="Models and budget are seen and changed by admins."
        who={`An admin of ${workspace.name} can change your role.`}
      />
    );
  }
  return (
    <>
      <ModelsHeader />
      {settings.isPending ? <CardSkeletons /> : null}
      {settings.isError ? (
        <QueryError
          error={settings.error}
          title="The model's settings could not be loaded."
          onRetry={() => settings.refetch()}
        />
      ) : null}
      {settings.data ? (
        <>
          <AnsweringCard settings={settings.data} />
          <ModelCard settings={settings.data} />
          <BudgetCard settings={settings.data} />
        </>
      ) : null}
      <UsageCard />
    </>
  );
}

/** What stands on the screen until its code has come: the same heading, so that nothing jumps. */
export function ModelsSkeleton() {
  return (
    <>
      <ModelsHeader />
      <CardSkeletons />
    </>
  );
}

function ModelsHeader() {
  return <PageHeader title="Models and budget" description="Who writes the answers, and what that may cost." />;
}

function CardSkeletons() {
  return (
    <div role="status" aria-label="Loading" className="flex flex-col gap-4">
      {[
        { title: "Who answers", size: "h-16" },
        { title: "Model", size: "h-36" },
        { title: "Budget", size: "h-60" },
      ].map(({ title, size }) => (
        <Card key={title} title={title}>
          <Skeleton className={`${size} w-full max-w-150`} />
        </Card>
      ))}
    </div>
  );
}
