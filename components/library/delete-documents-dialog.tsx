"use client";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { useChangeDocuments } from "./use-change-documents";

interface DeleteDocumentsDialogProps {
  rows: readonly { id: string; title: string }[];
  onClose: () => void;
  onDone: () => void;
}

export function DeleteDocumentsDialog({ rows, onClose, onDone }: DeleteDocumentsDialogProps) {
  const change = useChangeDocuments();
  const what = rows.length === 1 ? `“${rows[0]?.title}”` : `${rows.length} documents`;
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={`Delete ${what}?`}
      description="All versions, their text and their files are erased. Answers that cite them stay, and their citations become unsupported. This cannot be undone."
      action={rows.length === 1 ? "Delete document" : `Delete ${rows.length} documents`}
      typeToConfirm={rows.length > 1 ? `delete ${rows.length}` : "delete"}
      onConfirm={async () => {
        await change(rows, (client, row) => client.documents.remove.mutate({ id: row.id }));
        toast.ok(rows.length === 1 ? "Document deleted" : `${rows.length} documents deleted`);
        onDone();
      }}
    />
  );
}
