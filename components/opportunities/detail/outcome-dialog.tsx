"use client";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type Outcome, outcomes } from "@/lib/vocabulary/opportunities";
import type { OpportunityView } from "../opportunity-types";
import { outcomeWords } from "../opportunity-words";
import { useUpdateOpportunities } from "../use-update-opportunities";

/** How it ended for us; apart from the stage, and open again when that was too early. */
export function OutcomeDialog({ opportunity, onClose }: { opportunity: OpportunityView; onClose: () => void }) {
  const formId = useId();
  const update = useUpdateOpportunities();
  const [outcome, setOutcome] = useState<Outcome | null>(opportunity.outcome ?? "won");
  const [reason, setReason] = useState("");
  const [isBusy, setIsBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setIsBusy(true);
    const { id } = opportunity;
    const isDone = await update({
      done: outcome ? `Recorded as ${outcomeWords[outcome].toLowerCase()}` : "Open again",
      about: `outcome ${id}`,
      run: (client) => client.pipeline.setOutcome.mutate({ id, outcome, reason: reason.trim() }),
      undo: (client) => client.pipeline.setOutcome.mutate({ id, outcome: opportunity.outcome }),
    });
    setIsBusy(false);
    if (isDone) onClose();
  }

  return (
    <Dialog
      title="How it ended"
      description="Later estimates of fit learn from it."
      size="sm"
      isOpen
      onOpenChange={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" isLoading={isBusy}>
            Record the outcome
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-3">
        <Field label="Outcome">
          {(control) => (
            <Select
              {...control}
              value={outcome ?? ""}
              onChange={(event) => setOutcome(outcomes.find((one) => one === event.target.value) ?? null)}
              options={[
                ...outcomes.map((one) => ({ value: one, label: outcomeWords[one] })),
                { value: "", label: "Still open" },
              ]}
            />
          )}
        </Field>
        <Field label="Why" hint="For those who look back: price, quality, who won.">
          {(control) => (
            <Textarea
              {...control}
              rows={3}
              maxLength={2000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
