"use client";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { changedTags, commonTags } from "./tags.logic";
import { useChangeDocuments } from "./use-change-documents";

interface TagDialogProps {
  rows: readonly { id: string; tags: readonly string[] }[];
  onClose: () => void;
  onDone: () => void;
}

/** Edits the tags that all chosen documents share; tags that only some have stay where they are. */
export function TagDialog({ rows, onClose, onDone }: TagDialogProps) {
  const common = commonTags(rows.map((row) => row.tags));
  const [text, setText] = useState(common.join(", "));
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const change = useChangeDocuments();
  const formId = useId();

  async function submit(event: FormEvent) {
    event.preventDefault();
    setIsBusy(true);
    try {
      await change(rows, (client, row) =>
        client.documents.update.mutate({ id: row.id, tags: changedTags(row.tags, common, text) }),
      );
      toast.ok(rows.length === 1 ? "Tags changed" : `Tags of ${rows.length} documents changed`);
      onDone();
      onClose();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : "The tags could not be changed.");
      setIsBusy(false);
    }
  }

  return (
    <Dialog
      title={rows.length === 1 ? "Tags" : `Tags of ${rows.length} documents`}
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
        <Field
          label="Tags, separated by commas"
          error={failure}
          hint={rows.length > 1 ? "Tags that only some of them have stay." : null}
        >
          {(control) => <Input {...control} value={text} onChange={(event) => setText(event.target.value)} />}
        </Field>
      </form>
    </Dialog>
  );
}
