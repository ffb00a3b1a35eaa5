"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import type { Requirement } from "./requirement-types";
import { partsAt, splitPlaces } from "./selection.logic";
import type { RunDeed } from "./use-requirements";

interface SplitDialogProps {
  requirement: Requirement;
  run: RunDeed;
  onClose: () => void;
}

/** One obligation that is really several: proposed cuts at its sentences, each part to be put right by hand. */
export function SplitDialog({ requirement, run, onClose }: SplitDialogProps) {
  const [text, setText] = useState(() => partsAt(requirement.text, splitPlaces(requirement.text)).join("\n\n"));
  const [isBusy, setIsBusy] = useState(false);
  const parts = text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean);
  const fits = parts.length >= 2 && parts.length <= 20;

  async function split() {
    setIsBusy(true);
    const done = await run(
      (client) =>
        client.requirements.split.mutate({ id: requirement.id, parts: parts.map((part) => ({ text: part })) }),
      `${requirement.label} split into ${parts.length}`,
    );
    setIsBusy(false);
    if (done) onClose();
  }

  return (
    <Dialog
      title={`Split ${requirement.label}`}
      description="An empty line parts one requirement from the next. Each keeps the quote of the whole."
      isOpen
      onOpenChange={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" isLoading={isBusy} disabled={!fits} onClick={() => void split()}>
            {fits ? `Split into ${parts.length}` : "Split"}
          </Button>
        </>
      }
    >
      <Field
        label="Parts"
        hint={fits ? `${parts.length} requirements` : "Put an empty line where the second one begins."}
      >
        {(control) => (
          <Textarea {...control} rows={12} value={text} onChange={(event) => setText(event.target.value)} />
        )}
      </Field>
    </Dialog>
  );
}
