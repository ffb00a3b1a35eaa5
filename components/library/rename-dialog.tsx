"use client";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { useChangeDocuments } from "./use-change-documents";

export function RenameDialog({ document, onClose }: { document: { id: string; title: string }; onClose: () => void }) {
  const [title, setTitle] = useState(document.title);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const change = useChangeDocuments();
  const formId = useId();

  async function submit(event: FormEvent) {
    event.preventDefault();
    setIsBusy(true);
    try {
      await change([document], (client) => client.documents.update.mutate({ id: document.id, title: title.trim() }));
      toast.ok("Document renamed");
      onClose();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : "The title could not be changed.");
      setIsBusy(false);
    }
  }

  return (
    <Dialog
      title="Rename document"
      description="The title changes; the path stays, so that a new file under the same name is still a new version."
      size="sm"
      isOpen
      onOpenChange={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" isLoading={isBusy} disabled={title.trim() === ""}>
            Rename
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit}>
        <Field label="Title" error={failure}>
          {(control) => (
            <Input {...control} value={title} maxLength={300} onChange={(event) => setTitle(event.target.value)} />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
