"use client";
import { Check, History } from "lucide-react";
import { useState } from "react";
import { useShell } from "@/components/shell/shell-context";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { ReopenedKind } from "@/lib/vocabulary/opportunities";
import { roleMay } from "@/lib/vocabulary/workspaces";
import type { OpportunityView } from "../opportunity-types";
import { useUpdateOpportunities } from "../use-update-opportunities";

type Reopened = OpportunityView["reopened"][number];

const kindWords: Record<ReopenedKind, string> = {
  decision: "Decision",
  question: "Question",
  task: "Task",
  requirement: "Requirement",
  deadline: "Date",
};

interface ReopenedCardProps {
  opportunity: OpportunityView;
  /** Where only one kind of thing is shown. */
  kind?: ReopenedKind;
}

/** What was built on things that the buyer has changed since, each with what changed under it and one press to say that it still holds. */
export function ReopenedCard({ opportunity, kind }: ReopenedCardProps) {
  const reopened = opportunity.reopened.filter((one) => !kind || one.kind === kind);
  if (reopened.length === 0) return null;
  return (
    <section aria-label="To confirm again" className="rounded-lg border border-attention bg-surface">
      <header className="flex items-start gap-3 rounded-t-lg bg-attention-soft px-4 py-3">
        <History className="mt-0.5 size-4 shrink-0 text-attention" aria-hidden />
        <div>
          <h2 className="font-semibold text-attention">To confirm again</h2>
          <p className="text-sm text-attention">
            The buyer changed what this was built on. Changing it settles it, too.
          </p>
        </div>
      </header>
      <ul className="divide-y divide-subtle">
        {reopened.map((one) => (
          <ReopenedRow key={`${one.kind} ${one.id}`} opportunityId={opportunity.id} reopened={one} />
        ))}
      </ul>
    </section>
  );
}

function ReopenedRow({ opportunityId, reopened }: { opportunityId: string; reopened: Reopened }) {
  const { member } = useShell();
  const update = useUpdateOpportunities();
  const [isBusy, setIsBusy] = useState(false);
  const { kind, id, label, reasons, amendment } = reopened;
  const mayConfirm = roleMay(member.role, kind === "decision" ? "opportunities:decide" : "opportunities:write");

  async function confirm() {
    setIsBusy(true);
    await update({
      done: `${kindWords[kind]} confirmed`,
      run: (client) => client.reopened.confirm.mutate({ opportunityId, kind, id }),
    });
    setIsBusy(false);
  }

  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 px-4 py-2.5">
      <Badge className="mt-0.5">{kindWords[kind]}</Badge>
      <div className="min-w-0 flex-1 basis-60 wrap-anywhere">
        <p className="line-clamp-2 font-medium">{label}</p>
        <p className="text-sm text-muted">
          {reasons.join(" ")}
          {amendment.title ? ` (${amendment.title})` : ""}
        </p>
      </div>
      {mayConfirm ? (
        <Button size="sm" isLoading={isBusy} aria-label={`Still holds: ${label}`} onClick={() => void confirm()}>
          <Check aria-hidden /> Still holds
        </Button>
      ) : null}
    </li>
  );
}
