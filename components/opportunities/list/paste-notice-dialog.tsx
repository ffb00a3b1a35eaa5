"use client";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { useImport } from "../import/use-import";

/** A notice out of a mail or a page, as text; it goes the way of a file that was dropped. */
export function PasteNoticeDialog({ onClose }: { onClose: () => void }) {
  const formId = useId();
  const { start, isStarting } = useImport();
  const [text, setText] = useState("");

  async function submit(event: FormEvent) {
    event.preventDefault();
    const firstLine = text
      .trim()
      .split("\n")[0]
      ?.replace(/[^\p{L}\p{N} .,-]/gu, " ")
      .trim()
      .slice(0, 80);
    const name = `${firstLine || "Pasted notice"}.txt`;
    await start([{ path: name, file: new File([text], name, { type: "text/plain" }) }]);
    onClose();
  }

  return (
    <Dialog
      title="Paste a notice"
      description="The text of a mail, a page or a letter. Dates, buyer and requirements are read from it."
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
            isLoading={isStarting}
            disabled={text.trim().length < 20}
          >
            Make an opportunity
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit}>
        <Field label="Text">
          {(control) => (
            <Textarea {...control} rows={14} value={text} onChange={(event) => setText(event.target.value)} />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
