"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useLive } from "@/components/shell/live";
import { placeHref } from "@/components/shell/places";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { buttonClass } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { DetailLayout, Page } from "@/components/ui/page-layout";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useOpportunitiesLive } from "../opportunities/use-opportunities-live";
import { ChangedAnswers } from "./changed-answers";
import { DeadlinesNext } from "./deadlines-next";
import { FirstSteps } from "./first-steps";
import { MyTasks } from "./my-tasks";
import { NewChanges } from "./new-changes";
import { NewOpportunities } from "./new-opportunities";
import { NewestDocuments, newestDocuments } from "./newest-documents";
import { ToDecide } from "./to-decide";

// Seen once, by whoever comes first.
const Beginning = dynamic(() => import("./beginning").then((module) => module.Beginning), {
  loading: () => <SkeletonRows rows={4} />,
});

/** What needs a look today: answers that stopped being true, what came in, and the first steps while there are any left. */
export function TodayScreen() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { workspace } = useShell();
  const documents = useQuery(trpc.documents.list.queryOptions(newestDocuments));
  const opportunities = useQuery(trpc.opportunities.list.queryOptions({ limit: 1 }));
  const hasDocuments = documents.data?.total !== 0;
  const isBlank = !hasDocuments && opportunities.data?.total === 0;
  useOpportunitiesLive();
  useLive(({ kind }) => {
    if (kind === "document" || kind === "reset") void queryClient.invalidateQueries(trpc.documents.list.queryFilter());
  });
  return (
    <Page>
      <PageHeader
        title="Today"
        description="What is due, what only you can settle, and what came in."
        actions={
          // Without documents there is nothing to ask, and the one primary action stands below.
          hasDocuments ? (
            <Link href={placeHref(workspace.slug, "ask")} className={buttonClass({ variant: "primary" })}>
              Ask a question
            </Link>
          ) : null
        }
      />
      <DetailLayout
        rail={
          <>
            <FirstSteps />
            <MyTasks />
          </>
        }
      >
        {isBlank ? (
          <Beginning />
        ) : (
          <>
            <ToDecide />
            <DeadlinesNext />
            <NewOpportunities />
            <ChangedAnswers />
            <NewChanges />
            <NewestDocuments />
          </>
        )}
      </DetailLayout>
    </Page>
  );
}
