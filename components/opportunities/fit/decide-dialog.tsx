"use client";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/class-names";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { type Decision, decisions } from "@/lib/vocabulary/opportunities";
import type { OpportunityView } from "../opportunity-types";
import { decisionWords } from "../opportunity-words";
import { useUpdateOpportunities } from "../use-update-opportunities";
import type { FitView } from "./fit-types";

interface DecideDialogProps {
  opportunity: OpportunityView;
  fit: FitView;
  onClose: () => void;
}

/** Go or no-go, with its reason; kept with the factors as they stand now. A reversal is a further entry. */
export function DecideDialog({ opportunity, fit, onClose }: DecideDialogProps) {
  const formId = useId();
  const before = fit.decision?.decision ?? null;
  const decide = useDecide(opportunity, before);
  const [decision, setDecision] = useState<Decision | null>(fit.decision?.decision ?? null);
  const [reason, setReason] = useState("");
  const [closes, setCloses] = useState(true);
  const [isBusy, setIsBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setIsBusy(true);
    const isDone = await decide(decision, reason.trim(), decision === "no_go" && closes);
    setIsBusy(false);
    if (isDone) onClose();
  }

  return (
    <Dialog
      title="Go or no-go"
      description={fit.summary}
      isOpen
      onOpenChange={onClose}
      footer={
        <>
          {before ? (
            <Button className="mr-auto" variant="ghost" onClick={() => setDecision(null)}>
              Take the decision back
            </Button>
          ) : null}
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            isLoading={isBusy}
            disabled={decision === before || (decision !== null && reason.trim() === "")}
          >
            {decision ? `Decide ${decisionWords[decision].toLowerCase()}` : before ? "Take it back" : "Decide"}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-3">
        {fit.blockers.length > 0 ? (
          <p className="rounded-md bg-danger-soft px-3 py-2 text-danger wrap-anywhere">
            Not met: {fit.blockers.join(" ")}
          </p>
        ) : null}
        <DecisionChoice decision={decision} onChoose={setDecision} />
        <Field label="Reason" hint="Kept with the factors as they stand now, for those who look back.">
          {(control) => (
            <Textarea
              {...control}
              rows={4}
              maxLength={4000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        {decision === "no_go" && opportunity.outcome === null ? (
          <Checkbox
            label="Also close it as “no bid”"
            checked={closes}
            onChange={(event) => setCloses(event.target.checked)}
          />
        ) : null}
      </form>
    </Dialog>
  );
}

/** Records a decision, or takes it back; Undo brings back what stood before. Resolves to whether it was kept. */
function useDecide(opportunity: OpportunityView, before: Decision | null) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const update = useUpdateOpportunities();
  return (decision: Decision | null, reason: string, closes: boolean) => {
    const opportunityId = opportunity.id;
    let taken: string | undefined;
    const again = () => cache.invalidateQueries(trpc.fit.pathFilter());
    return update({
      done: decision ? `Decided: ${decisionWords[decision].toLowerCase()}` : "The decision was taken back",
      about: `decision ${opportunityId}`,
      deed: () => taken,
      run: async (client) => {
        taken = (await client.fit.decide.mutate({ opportunityId, decision, reason, closes })).id;
        await again();
      },
      undo: async (client) => {
        // A reversed no-go opens again by itself; one that comes back closes again what it had closed.
        const closesAgain = before === "no_go" && opportunity.outcome === "no_bid";
        await client.fit.decide.mutate({
          opportunityId,
          decision: before,
          reason: "Undone",
          closes: closesAgain,
          insteadOf: taken,
        });
        await again();
      },
    });
  };
}

interface DecisionChoiceProps {
  decision: Decision | null;
  onChoose: (decision: Decision) => void;
}

function DecisionChoice({ decision, onChoose }: DecisionChoiceProps) {
  return (
    <fieldset className="grid grid-cols-2 gap-2">
      <legend className="mb-1 text-sm font-medium">Decision</legend>
      {decisions.map((one) => (
        <label
          key={one}
          className={cn(
            "flex h-10 items-center gap-2 rounded-md border px-3 font-medium",
            decision === one ? "border-accent bg-accent-soft text-accent" : "border-control",
          )}
        >
          <input
            type="radio"
            name="decision"
            className="accent-accent"
            checked={decision === one}
            onChange={() => onChoose(one)}
          />
          {decisionWords[one]}
        </label>
      ))}
    </fieldset>
  );
}
