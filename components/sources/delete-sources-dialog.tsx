"use client";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { count } from "./source-words";
import { useChangeSources } from "./use-change-sources";

interface DeleteSourcesDialogProps {
  rows: readonly { id: string; name: string; pages: number }[];
  onClose: () => void;
  onDone: () => void;
}

export function DeleteSourcesDialog({ rows, onClose, onDone }: DeleteSourcesDialogProps) {
  const change = useChangeSources();
  const what = rows.length === 1 ? `“${rows[0]?.name}”` : `${rows.length} sources`;
  const pages = rows.reduce((sum, row) => sum + row.pages, 0);
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={`Stop watching and delete ${what}?`}
      description={`Schedule, entries and kept sign-ins go, and a run that is going on stops. The ${count(pages, "page")} that came from here stay in the library with all versions, and so do the changes that were found.`}
      action={rows.length === 1 ? "Delete source" : `Delete ${rows.length} sources`}
      typeToConfirm={rows.length > 1 ? `delete ${rows.length}` : undefined}
      onConfirm={async () => {
        await change(rows, (client, row) => client.sources.remove.mutate({ id: row.id }));
        toast.ok(rows.length === 1 ? "Source deleted" : `${rows.length} sources deleted`);
        onDone();
      }}
    />
  );
}
