"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Ban, Scale } from "lucide-react";
import Link from "next/link";
import { useEffect } from "react";
import { useLive } from "@/components/shell/live";
import { placeHref } from "@/components/shell/places";
import { QueryError } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { Badge } from "@/components/ui/badge";
import { Button, buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { SkeletonRows } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { ReopenedCard } from "../detail/reopened-card";
import type { OpportunityView } from "../opportunity-types";
import { decisionMeanings, decisionWords } from "../opportunity-words";
import { percent } from "../value-words";
import { DecideDialog } from "./decide-dialog";
import { Decisions } from "./decisions";
import { FactorRow } from "./factor-row";
import { FitBar } from "./fit-bar";
import type { FitView } from "./fit-types";

interface Deciding {
  /** The dialog of the decision is open. */
  isDeciding: boolean;
  onDeciding: (isDeciding: boolean) => void;
}

/** How well it fits: named factors, each with what it rests on and what it weighs; what rules it out stands apart. */
export function Fit({ opportunity, ...deciding }: { opportunity: OpportunityView } & Deciding) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const input = { opportunityId: opportunity.id };
  const fit = useQuery(trpc.fit.get.queryOptions(input));
  const refresh = () => cache.invalidateQueries(trpc.fit.pathFilter());
  useLive(({ kind, id }) => {
    if ((kind === "opportunity" && id === opportunity.id) || kind === "reset") void refresh();
  });
  const last = fit.data?.decision?.id;
  useEffect(() => {
    if (last) toast.withdrawOthers(`decision ${opportunity.id}`, last);
  }, [last, opportunity.id]);
  if (fit.isPending) return <SkeletonRows rows={8} />;
  if (fit.isError) {
    return <QueryError error={fit.error} title="The fit could not be loaded." onRetry={() => fit.refetch()} />;
  }
  return (
    <>
      <ReopenedCard opportunity={opportunity} kind="decision" />
      <Decision opportunity={opportunity} fit={fit.data} {...deciding} />
      {fit.data.blockers.length > 0 ? <Blockers blockers={fit.data.blockers} /> : null}
      <Factors opportunity={opportunity} fit={fit.data} />
      <Decisions opportunityId={opportunity.id} />
    </>
  );
}

function Decision({ opportunity, fit, isDeciding, onDeciding }: FactorsProps & Deciding) {
  const { member } = useShell();
  const mayDecide = roleMay(member.role, "opportunities:decide");
  const decided = fit.decision?.decision ? fit.decision : null;
  return (
    <Card
      title="Go or no-go"
      actions={
        mayDecide ? (
          <Button variant={decided ? "secondary" : "primary"} onClick={() => onDeciding(true)}>
            <Scale aria-hidden /> {decided ? "Change the decision" : "Decide"}
          </Button>
        ) : null
      }
    >
      {decided?.decision ? (
        <div className="flex flex-col gap-1">
          <p className="flex flex-wrap items-center gap-2">
            <Badge meaning={decisionMeanings[decided.decision]}>{decisionWords[decided.decision]}</Badge>
            <span className="text-muted">
              {decided.decidedBy?.name ?? "a former member"}, <RelativeTime at={decided.createdAt} />
              {decided.score === null ? "" : `, when the fit was ${percent(decided.score)}`}
            </span>
          </p>
          {decided.reason ? <p className="wrap-anywhere">{decided.reason}</p> : null}
        </div>
      ) : (
        <p className="text-muted">
          Nobody has decided yet.
          {mayDecide ? "" : " A member of this workspace can."}
        </p>
      )}
      {isDeciding ? <DecideDialog opportunity={opportunity} fit={fit} onClose={() => onDeciding(false)} /> : null}
    </Card>
  );
}

function Blockers({ blockers }: { blockers: readonly string[] }) {
  return (
    <section aria-label="What rules it out" className="rounded-lg border border-danger bg-danger-soft px-4 py-3">
      <h2 className="flex items-center gap-2 font-semibold text-danger">
        <Ban className="size-4" aria-hidden />{" "}
        {blockers.length === 1 ? "One thing rules it out" : `${blockers.length} things rule it out`}
      </h2>
      <ul className="mt-1 flex list-disc flex-col gap-1 pl-6 text-danger">
        {blockers.map((blocker) => (
          <li key={blocker} className="wrap-anywhere">
            {blocker}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a person can do so that there is a score: each step leads to where it is done. */
function MissingKnowledge({ fit }: { fit: FitView }) {
  const { workspace } = useShell();
  const steps = {
    documents: { href: "?tab=overview", label: "Add its documents", why: "so that it is known what is asked for" },
    library: {
      href: placeHref(workspace.slug, "library"),
      label: "Add past answers to the library",
      why: "so that what it asks for can be looked up in your own words",
    },
    profile: {
      href: `${placeHref(workspace.slug, "settings")}/what-we-do`,
      label: "Say what you do",
      why: "where, for how much and how long a bid takes you",
    },
  };
  if (fit.missing.length === 0) return null;
  return (
    <div className="border-b border-subtle px-4 py-3">
      <p className="text-muted">A percentage would claim more than is known. To get one:</p>
      <ul className="mt-1 flex flex-col gap-1">
        {fit.missing.map((step) => (
          <li key={step}>
            <Link href={steps[step].href} className="text-accent underline">
              {steps[step].label}
            </Link>
            <span className="text-muted">, {steps[step].why}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** So much between what it may come to is worth a sentence. */
const wideRange = 0.15;

function isWide(fit: FitView): fit is FitView & { low: number; high: number } {
  return fit.low !== null && fit.high !== null && fit.high - fit.low >= wideRange;
}

interface FactorsProps {
  opportunity: OpportunityView;
  fit: FitView;
}

function Factors({ opportunity, fit }: FactorsProps) {
  const { workspace, member } = useShell();
  const mayWrite = roleMay(member.role, "opportunities:write");
  const known = fit.factors.filter((factor) => factor.score !== null);
  const unknown = fit.factors.filter((factor) => factor.score === null);
  if (fit.factors.length === 0 || fit.computedAt === null) {
    return (
      <Card>
        <EmptyState
          icon={Scale}
          title="The fit has not been computed yet."
          description="It is computed once the documents have been read, from what your workspace says it does."
        >
          <Link href={`${placeHref(workspace.slug, "settings")}/what-we-do`} className={buttonClass()}>
            Say what we do
          </Link>
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card
      title={
        fit.score === null
          ? "Fit: too little known"
          : `Fit: ${percent(fit.score)}, from ${fit.known} of ${fit.total} factors`
      }
      description={fit.summary}
      isFlush
    >
      {fit.score === null ? (
        <MissingKnowledge fit={fit} />
      ) : (
        <div className="border-b border-subtle px-4 py-3">
          <FitBar score={fit.score} low={fit.low} high={fit.high} label={fit.summary} isLarge />
          {isWide(fit) ? (
            <p className="mt-1 text-sm text-muted">
              Once the rest is known it may come to anything from {percent(fit.low)} to {percent(fit.high)}.
            </p>
          ) : null}
        </div>
      )}
      <ul className="divide-y divide-subtle">
        {known.map((factor) => (
          <FactorRow key={factor.factor} factor={factor} opportunityId={opportunity.id} mayWrite={mayWrite} />
        ))}
      </ul>
      {unknown.length > 0 ? (
        <div className="border-t border-subtle bg-sunken px-4 py-3">
          <h3 className="text-sm font-medium text-muted">Unknown, and weighing nothing</h3>
          <ul className="mt-1 flex flex-col gap-1">
            {unknown.map((factor) => (
              <FactorRow
                key={factor.factor}
                factor={factor}
                opportunityId={opportunity.id}
                mayWrite={mayWrite}
                isUnknown
              />
            ))}
          </ul>
          {fit.score === null ? null : (
            <Link
              href={`${placeHref(workspace.slug, "settings")}/what-we-do`}
              className="mt-2 inline-block text-sm text-accent hover:underline"
            >
              Tell more of what you do
            </Link>
          )}
        </div>
      ) : null}
      <p className="border-t border-subtle px-4 py-2 text-sm text-subtle">
        Computed <RelativeTime at={fit.computedAt} />
      </p>
    </Card>
  );
}
