"use client";
import { type ReactNode, useState } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { Field } from "./field";
import { Input } from "./input";

interface ConfirmDialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** A question with the thing in it: "Delete 3 documents?" */
  title: string;
  /** Exactly what goes, and what stays. */
  description: ReactNode;
  /** The verb on the button: "Delete 3 documents". */
  action: string;
  /** Only for what cannot be undone: the person types this to go on. */
  typeToConfirm?: string;
  /** Stays open and shows the message when it throws. */
  onConfirm: () => Promise<void> | void;
}

export function ConfirmDialog({
  isOpen,
  onOpenChange,
  title,
  description,
  action,
  typeToConfirm,
  onConfirm,
}: ConfirmDialogProps) {
  const [typed, setTyped] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  function change(next: boolean) {
    setTyped("");
    setFailure(null);
    onOpenChange(next);
  }

  async function confirm() {
    setIsBusy(true);
    setFailure(null);
    try {
      await onConfirm();
      change(false);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : "That did not work. Nothing was changed.");
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <Dialog
      title={title}
      description={description}
      size="sm"
      isOpen={isOpen}
      onOpenChange={change}
      footer={
        <>
          <Button onClick={() => change(false)}>Cancel</Button>
          <Button
            variant="danger"
            isLoading={isBusy}
            disabled={typeToConfirm !== undefined && typed !== typeToConfirm}
            onClick={confirm}
          >
            {action}
          </Button>
        </>
      }
    >
      {typeToConfirm ? (
        <Field label={`Type “${typeToConfirm}” to confirm`}>
          {(control) => (
            <Input {...control} value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" />
          )}
        </Field>
      ) : null}
      {failure ? (
        <p className="text-danger" role="alert">
          {failure}
        </p>
      ) : null}
    </Dialog>
  );
}
