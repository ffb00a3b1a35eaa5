"use client";
import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useEffect, useMemo, useRef, useState } from "react";
import { Breadcrumb } from "@/components/shell/breadcrumbs";
import { TakesFiles, useDropTarget } from "@/components/shell/drop-target";
import { placeHref } from "@/components/shell/places";
import { QueryError } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { nothingYet } from "@/components/ui/nothing-yet";
import { DetailLayout, Page } from "@/components/ui/page-layout";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";
import { Tabs } from "@/components/ui/tabs";
import { useIdleImport } from "@/components/ui/use-idle-import";
import { useUrlState } from "@/components/ui/use-url-state";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { type OpenPassage, PassageProvider } from "../citation";
import { useImportQueue } from "../import/imports";
import { useAddFiles } from "../import/use-add-files";
import type { OpportunityView } from "../opportunity-types";
import { useOpportunitiesLive } from "../use-opportunities-live";
import { OpportunityHeader } from "./opportunity-header";
import { OpportunityRail } from "./opportunity-rail";
import { Overview } from "./overview";
import { ReopenedCard } from "./reopened-card";

const loading = () => <SkeletonRows />;
const Requirements = dynamic(() => import("../requirements/requirements").then((module) => module.Requirements), {
  loading,
});
const Fit = dynamic(() => import("../fit/fit").then((module) => module.Fit), { loading });
const Changes = dynamic(() => import("../changes/changes").then((module) => module.Changes), { loading });
const Questions = dynamic(() => import("../questions/questions").then((module) => module.Questions), { loading });
const Activity = dynamic(() => import("@/components/collaboration/activity").then((module) => module.Activity), {
  loading,
});
const loadPassagePane = () => import("../passage-pane").then((module) => module.PassagePane);
const PassagePane = dynamic(loadPassagePane, { loading: nothingYet });
// Only while files are being read, and until it is put away.
const ImportPanel = dynamic(() => import("../import/import-panel").then((module) => module.ImportPanel), {
  loading: nothingYet,
});

/** What belongs to a tab is left with it. */
export const detailDefaults = { tab: "overview", amendment: "" };

export function OpportunityScreen({ opportunityId }: { opportunityId: string }) {
  const opportunity = useQuery(useTRPC().opportunities.get.queryOptions({ id: opportunityId }));
  useOpportunitiesLive();
  const { workspace } = useShell();
  const router = useRouter();
  const standsUnder = opportunity.data?.id;
  useEffect(() => {
    // It was merged: the address of the other one is the one to keep.
    if (standsUnder && standsUnder !== opportunityId)
      router.replace(`${placeHref(workspace.slug, "opportunities")}/${standsUnder}${window.location.search}`);
  }, [standsUnder, opportunityId, router, workspace.slug]);
  if (opportunity.isPending) return <OpportunitySkeleton />;
  if (opportunity.isError) {
    return (
      <QueryError
        error={opportunity.error}
        title="The opportunity could not be opened."
        onRetry={() => opportunity.refetch()}
      />
    );
  }
  return <Opened stored={opportunity.data} />;
}

function Opened({ stored }: { stored: OpportunityView }) {
  const { items } = useImportQueue(stored.id);
  // Until the first files have arrived, only this browser knows that there are some to read.
  const isSending = items.some(({ state }) => state === "waiting" || state === "sending");
  const hasSent = stored.documents.length === 0 && items.some(({ state }) => state === "stored");
  const opportunity = isSending || hasSent ? { ...stored, isReading: true } : stored;
  const wasReading = useRef(false);
  if (opportunity.isReading || items.length > 0) wasReading.current = true;
  useIdleImport(loadPassagePane);
  const { member } = useShell();
  const [{ tab }, setState] = useUrlState(detailDefaults);
  const [open, setOpen] = useState<OpenPassage | null>(null);
  const passages = useMemo(() => ({ open, onOpen: setOpen }), [open]);
  const addFiles = useAddFiles(opportunity);
  const canWrite = roleMay(member.role, "opportunities:write");
  useDropTarget(
    canWrite
      ? {
          title: "Drop to add to this opportunity",
          hint: "A file under the same name is a new version: what it changes is shown",
          onFiles: (files) => void addFiles(files),
        }
      : null,
  );
  const [isDeciding, setIsDeciding] = useState(false);
  const go = (next: string) => setState({ ...detailDefaults, tab: next }, { isStep: true });
  // The factors stand behind the dialog, to be read when it is put away.
  const decide = () => {
    go("fit");
    setIsDeciding(!opportunity.decision);
  };
  const { counts } = opportunity;
  const toReview = opportunity.amendments.filter((one) => one.state === "to_review").length;
  const subject = { subjectKind: "opportunity", subjectId: opportunity.id };
  const beside = (panel: React.ReactNode) => (
    <DetailLayout rail={<OpportunityRail opportunity={opportunity} />}>{panel}</DetailLayout>
  );
  return (
    <PassageProvider passages={passages}>
      <Page>
        <Breadcrumb title={opportunity.title} />
        {canWrite ? <TakesFiles /> : null}
        <OpportunityHeader opportunity={opportunity} onDecide={decide} />
        {wasReading.current ? (
          <ImportPanel opportunityId={opportunity.id} isReadingNow={opportunity.isReading} />
        ) : null}
        <Tabs
          label="Opportunity"
          value={tab}
          onChange={go}
          tabs={[
            { value: "overview", label: "Overview", panel: beside(<Overview opportunity={opportunity} />) },
            {
              value: "requirements",
              label: "Requirements",
              count: counts.requirements,
              panel: <Requirements opportunity={opportunity} />,
            },
            {
              value: "fit",
              label: "Fit",
              panel: beside(<Fit opportunity={opportunity} isDeciding={isDeciding} onDeciding={setIsDeciding} />),
            },
            {
              value: "changes",
              label: "Changes",
              count: toReview > 0 ? toReview : undefined,
              panel: beside(<Changes opportunity={opportunity} />),
            },
            {
              value: "questions",
              label: "Questions",
              panel: beside(
                <>
                  <ReopenedCard opportunity={opportunity} kind="question" />
                  <Questions opportunity={opportunity} />
                </>,
              ),
            },
            { value: "activity", label: "Activity", panel: beside(<Activity subject={subject} />) },
          ]}
        />
      </Page>
      {open ? (
        <PassagePane key={`${open.documentId} ${open.start}`} passage={open} onClose={() => setOpen(null)} />
      ) : null}
    </PassageProvider>
  );
}

export function OpportunitySkeleton() {
  return (
    <Page>
      <div role="status" aria-label="Opening the opportunity" className="contents">
        <Skeleton className="h-7 w-96 max-w-full" />
        <Skeleton className="h-4 w-60" />
        <Skeleton className="h-9 w-full" />
        <DetailLayout rail={<Skeleton className="h-60 w-full" />}>
          <Skeleton className="h-32 w-full" />
          <Skeleton className="h-80 w-full" />
        </DetailLayout>
      </div>
    </Page>
  );
}
