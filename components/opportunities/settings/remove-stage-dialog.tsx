"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { count } from "../opportunity-words";
import type { Stage } from "./pipeline-settings";

interface RemoveStageDialogProps {
  stage: Stage;
  others: readonly Stage[];
  onClose: () => void;
  onRemove: (moveTo: string) => Promise<boolean>;
}

export function RemoveStageDialog({ stage, others, onClose, onRemove }: RemoveStageDialogProps) {
  const [moveTo, setMoveTo] = useState(others[0]?.key ?? "");
  const [isBusy, setIsBusy] = useState(false);
  async function remove() {
    setIsBusy(true);
    const isDone = await onRemove(moveTo);
    setIsBusy(false);
    if (isDone) onClose();
  }
  return (
    <Dialog
      title={`Remove the stage “${stage.name}”?`}
      description={
        stage.cards > 0
          ? `Its ${count(stage.cards, "opportunity", "opportunities")} move to another stage. Nothing of them is lost.`
          : "No opportunity is in it."
      }
      size="sm"
      isOpen
      onOpenChange={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="danger" isLoading={isBusy} disabled={moveTo === ""} onClick={() => void remove()}>
            Remove stage
          </Button>
        </>
      }
    >
      <Field label="Move its opportunities to">
        {(control) => (
          <Select
            {...control}
            value={moveTo}
            onChange={(event) => setMoveTo(event.target.value)}
            options={others.map(({ key, name }) => ({ value: key, label: name }))}
          />
        )}
      </Field>
    </Dialog>
  );
}
