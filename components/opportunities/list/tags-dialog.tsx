"use client";
import { type FormEvent, useId, useState } from "react";
import { parseTags } from "@/components/library/tags.logic";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { OpportunityRow } from "../opportunity-types";
import { count } from "../opportunity-words";
import { useUpdateOpportunities } from "../use-update-opportunities";

interface TagsDialogProps {
  rows: readonly Pick<OpportunityRow, "id" | "tags">[];
  onClose: () => void;
  onDone: () => void;
}

/** Tags that all of them have are there to be taken off; new ones are put on all. */
export function TagsDialog({ rows, onClose, onDone }: TagsDialogProps) {
  const formId = useId();
  const update = useUpdateOpportunities();
  const common = (rows[0]?.tags ?? []).filter((tag) => rows.every((row) => row.tags.includes(tag)));
  const [text, setText] = useState(common.join(", "));
  const [isBusy, setIsBusy] = useState(false);
  const ids = rows.map((row) => row.id);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const wanted = parseTags(text);
    const addTags = wanted.filter((tag) => !common.includes(tag));
    const removeTags = common.filter((tag) => !wanted.includes(tag));
    if (addTags.length + removeTags.length === 0) return onClose();
    setIsBusy(true);
    const isDone = await update({
      done: `Tags of ${count(rows.length, "opportunity", "opportunities")} changed`,
      run: (client) => client.opportunities.updateMany.mutate({ ids, addTags, removeTags }),
      undo: (client) => client.opportunities.updateMany.mutate({ ids, addTags: removeTags, removeTags: addTags }),
    });
    setIsBusy(false);
    if (!isDone) return;
    onClose();
    onDone();
  }

  return (
    <Dialog
      title="Tags"
      size="sm"
      isOpen
      onOpenChange={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" isLoading={isBusy}>
            Save tags
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit}>
        <Field label="Tags" hint="Separated by commas. Tags that only some of them have stay as they are.">
          {(control) => <Input {...control} value={text} onChange={(event) => setText(event.target.value)} />}
        </Field>
      </form>
    </Dialog>
  );
}
