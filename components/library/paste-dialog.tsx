"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { placeHref } from "@/components/shell/places";
import { errorMessage } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { useRefreshLibrary } from "./use-refresh-library";

/** Text from anywhere becomes a document like any other. */
export function PasteDialog({ collectionId, onClose }: { collectionId?: string; onClose: () => void }) {
  const { workspace } = useShell();
  const router = useRouter();
  const refresh = useRefreshLibrary();
  const [title, setTitle] = useState("");
  const [text, setText] = useState("");
  const formId = useId();
  const paste = useMutation(
    useTRPC().documents.paste.mutationOptions({
      onSuccess: ({ documentId }) => {
        const open = () => router.push(`${placeHref(workspace.slug, "library")}/${documentId}`);
        toast.ok("Text kept as a document", { action: { label: "Open", run: open } });
        void refresh();
        onClose();
      },
    }),
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    paste.mutate({ title: title.trim(), text, collectionId });
  }

  return (
    <Dialog
      title="Paste text"
      description="An e-mail, a web page, a clause: kept word for word, and cited like a file."
      size="lg"
      isOpen
      onOpenChange={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            isLoading={paste.isPending}
            disabled={title.trim() === "" || text.trim() === ""}
          >
            Keep text
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-3">
        <Field label="Title">
          {(control) => (
            <Input {...control} value={title} maxLength={200} onChange={(event) => setTitle(event.target.value)} />
          )}
        </Field>
        <Field label="Text" error={paste.isError ? errorMessage(paste.error) : null}>
          {(control) => (
            <Textarea {...control} rows={12} value={text} onChange={(event) => setText(event.target.value)} />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
