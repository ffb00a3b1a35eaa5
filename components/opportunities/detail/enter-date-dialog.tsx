"use client";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { DeadlineKind } from "@/lib/vocabulary/opportunities";
import { deadlineWords } from "../opportunity-words";
import { useUpdateOpportunities } from "../use-update-opportunities";

interface EnterDateDialogProps {
  opportunityId: string;
  kind: DeadlineKind;
  onClose: () => void;
}

/** A date that no document states, from a call or a letter. It holds until it is taken back. */
export function EnterDateDialog({ opportunityId, kind, onClose }: EnterDateDialogProps) {
  const formId = useId();
  const update = useUpdateOpportunities();
  const [date, setDate] = useState("");
  const [time, setTime] = useState("");
  const [zone, setZone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [isBusy, setIsBusy] = useState(false);
  const what = deadlineWords[kind];

  async function submit(event: FormEvent) {
    event.preventDefault();
    setIsBusy(true);
    const entered = { date, time: time || undefined, zone: time ? zone.trim() || undefined : undefined };
    let before: string | null = null;
    const isDone = await update({
      done: `${what}: ${[date, time].filter(Boolean).join(" ")} holds`,
      about: `${kind} date ${opportunityId}`,
      run: async (client) => {
        before = (await client.opportunities.decideDeadline.mutate({ opportunityId, kind, entered })).previousId;
      },
      undo: (client) => client.opportunities.decideDeadline.mutate({ opportunityId, kind, statementId: before }),
    });
    setIsBusy(false);
    if (isDone) onClose();
  }

  return (
    <Dialog
      title={`${what}: enter the date`}
      description="The statements of the documents stay beside it."
      size="sm"
      isOpen
      onOpenChange={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" isLoading={isBusy} disabled={date === ""}>
            Use this date
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-3">
        <Field label="Date">
          {(control) => (
            <Input {...control} type="date" required value={date} onChange={(event) => setDate(event.target.value)} />
          )}
        </Field>
        <Field label="Time" hint="Leave it empty when the buyer states none.">
          {(control) => (
            <Input {...control} type="time" value={time} onChange={(event) => setTime(event.target.value)} />
          )}
        </Field>
        <Field label="Time zone">
          {(control) => (
            <Input {...control} value={zone} disabled={time === ""} onChange={(event) => setZone(event.target.value)} />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
