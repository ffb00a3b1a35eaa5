"use client";
import { useState } from "react";
import { useShell } from "@/components/shell/shell-context";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { DeleteDocumentsDialog } from "./delete-documents-dialog";
import type { DocumentRow } from "./library-types";
import { MoveDialog } from "./move-dialog";
import { TagDialog } from "./tag-dialog";
import { useChangeDocuments } from "./use-change-documents";

/** What can be done to the chosen documents together. */
export function BulkBar({ rows, onDone }: { rows: readonly DocumentRow[]; onDone: () => void }) {
  const { member } = useShell();
  const [open, setOpen] = useState<"move" | "tag" | "delete" | null>(null);
  const change = useChangeDocuments();
  const close = () => setOpen(null);
  const again = rows.filter((row) => row.latest.status === "failed" || row.latest.status === "cancelled");

  async function readAgain() {
    try {
      await change(again, (client, row) => client.documents.retryReading.mutate({ snapshotId: row.latest.id }));
      toast.ok(`Reading ${again.length} again`);
      onDone();
    } catch (error) {
      toast.error("Not all are read again", { description: error instanceof Error ? error.message : undefined });
    }
  }

  return (
    <div
      role="toolbar"
      aria-label="Chosen documents"
      className="flex flex-wrap items-center gap-2 rounded-lg border border-subtle bg-selected px-3 py-2"
    >
      <span className="mr-2 font-medium tabular-nums">{rows.length} chosen</span>
      <Button size="sm" onClick={() => setOpen("move")}>
        Move
      </Button>
      <Button size="sm" onClick={() => setOpen("tag")}>
        Tag
      </Button>
      {again.length > 0 ? (
        <Button size="sm" onClick={readAgain}>
          Read {again.length} again
        </Button>
      ) : null}
      {member.role === "viewer" ? null : (
        <Button size="sm" onClick={() => setOpen("delete")}>
          Delete
        </Button>
      )}
      <Button size="sm" variant="ghost" className="ml-auto" onClick={onDone}>
        Clear choice
      </Button>
      {open === "move" ? <MoveDialog rows={rows} onClose={close} onDone={onDone} /> : null}
      {open === "tag" ? <TagDialog rows={rows} onClose={close} onDone={onDone} /> : null}
      {open === "delete" ? <DeleteDocumentsDialog rows={rows} onClose={close} onDone={onDone} /> : null}
    </div>
  );
}
