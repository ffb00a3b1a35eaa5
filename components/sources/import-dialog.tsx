"use client";
import { useMutation } from "@tanstack/react-query";
import { type ChangeEvent, type FormEvent, useId, useState } from "react";
import { errorMessage } from "@/components/shell/query-error";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { ImportOutcome } from "./import-outcome";
import { useRefreshSources } from "./use-refresh-sources";

/** A list of feeds from a reader, or of addresses from a table, becomes sources in one go. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const refresh = useRefreshSources();
  const [text, setText] = useState("");
  const [fileName, setFileName] = useState<string | null>(null);
  const formId = useId();
  const send = useMutation(useTRPC().sources.import.mutationOptions({ onSuccess: () => refresh() }));

  async function choose(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    if (!file) return;
    setFileName(file.name);
    setText(await file.text());
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    // Whatever the file is called, a list that opens with a tag is OPML.
    const isMarkup = text.trimStart().startsWith("<");
    const name = fileName && /\.(opml|xml|csv)$/i.test(fileName) ? fileName : isMarkup ? "sources.opml" : "sources.csv";
    send.mutate({ text, fileName: name });
  }

  if (send.data) {
    return (
      <Dialog
        title="The list was read"
        size="lg"
        isOpen
        onOpenChange={onClose}
        footer={
          <>
            <Button onClick={() => send.reset()}>Import another</Button>
            <Button variant="primary" onClick={onClose}>
              Done
            </Button>
          </>
        }
      >
        <ImportOutcome result={send.data} />
      </Dialog>
    );
  }
  return (
    <Dialog
      title="Import a list of sources"
      description="OPML from a feed reader, or CSV with a column “url” and, if there are any, “title”, “kind”, “tags” and “every”."
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
            isLoading={send.isPending}
            disabled={text.trim() === ""}
          >
            Import
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-3">
        <Field label="File">
          {(control) => (
            <Input
              {...control}
              type="file"
              accept=".opml,.xml,.csv,text/csv,text/xml,text/x-opml"
              className="h-auto py-1.5"
              onChange={choose}
            />
          )}
        </Field>
        <Field
          label="Or the list itself"
          error={send.isError ? errorMessage(send.error) : null}
          hint="Nothing is asked of the sites now; the first run of each tells what cannot be read."
        >
          {(control) => (
            <Textarea
              {...control}
              rows={10}
              spellCheck={false}
              className="font-mono text-sm"
              placeholder={"url,title,kind,tags\nhttps://example.org/tenders,Example tenders,portal,north"}
              value={text}
              onChange={(event) => {
                setFileName(null);
                setText(event.target.value);
              }}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
