"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { errorMessage } from "@/components/shell/query-error";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { useChangeDocuments } from "./use-change-documents";

interface MoveDialogProps {
  rows: readonly { id: string; collection: { id: string } }[];
  onClose: () => void;
  onDone: () => void;
}

export function MoveDialog({ rows, onClose, onDone }: MoveDialogProps) {
  const collections = useQuery(useTRPC().collections.list.queryOptions({}));
  const change = useChangeDocuments();
  const [target, setTarget] = useState(rows[0]?.collection.id ?? "");
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const options = (collections.data?.collections ?? []).map(({ id, name, visibility }) => ({
    value: id,
    label: visibility === "restricted" ? `${name} (restricted)` : name,
  }));

  async function move() {
    const before = rows.map((row) => ({ id: row.id, collectionId: row.collection.id }));
    setIsBusy(true);
    try {
      await change(rows, (client, row) => client.documents.update.mutate({ id: row.id, collectionId: target }));
      const undo = () => void change(before, (client, row) => client.documents.update.mutate(row)).catch(() => {});
      const name = options.find((option) => option.value === target)?.label ?? "";
      toast.ok(`Moved to ${name}`, { action: { label: "Undo", run: undo } });
      onDone();
      onClose();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : errorMessage(error));
      setIsBusy(false);
    }
  }

  return (
    <Dialog
      title={rows.length === 1 ? "Move document" : `Move ${rows.length} documents`}
      description="Who may see a document is decided by its collection."
      size="sm"
      isOpen
      onOpenChange={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" isLoading={isBusy} disabled={!target} onClick={move}>
            Move
          </Button>
        </>
      }
    >
      <Field label="Collection" error={failure ?? (collections.isError ? errorMessage(collections.error) : null)}>
        {(control) => (
          <Select {...control} value={target} onChange={(event) => setTarget(event.target.value)} options={options} />
        )}
      </Field>
    </Dialog>
  );
}
