"use client";
import { Download, FolderInput, Pencil, RotateCw, Square, Tag, Trash2, Upload } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { placeHref } from "@/components/shell/places";
import { errorMessage } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { buttonClass } from "@/components/ui/button";
import { MenuItem, MenuSeparator } from "@/components/ui/menu";
import { MoreMenu } from "@/components/ui/more-menu";
import { nothingYet } from "@/components/ui/nothing-yet";
import { toast } from "@/components/ui/toast";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { fileAddress } from "./file-address";
import type { DocumentView } from "./library-types";
import { useFilePicker } from "./upload/use-file-picker";
import { useUploadQueue } from "./upload/use-upload-queue";
import { useChangeDocuments } from "./use-change-documents";

const RenameDialog = dynamic(() => import("./rename-dialog").then((module) => module.RenameDialog), {
  loading: nothingYet,
});
const TagDialog = dynamic(() => import("./tag-dialog").then((module) => module.TagDialog), { loading: nothingYet });
const MoveDialog = dynamic(() => import("./move-dialog").then((module) => module.MoveDialog), { loading: nothingYet });
const DeleteDocumentsDialog = dynamic(
  () => import("./delete-documents-dialog").then((module) => module.DeleteDocumentsDialog),
  { loading: nothingYet },
);

type DocumentDialog = "rename" | "tag" | "move" | "delete";

export function DocumentActions({ document }: { document: DocumentView }) {
  const { workspace, member } = useShell();
  const router = useRouter();
  const [open, setOpen] = useState<DocumentDialog | null>(null);
  const { queue } = useUploadQueue();
  const library = placeHref(workspace.slug, "library");
  const close = () => setOpen(null);
  const { latest } = document;

  // A file under the same path is a new version, whatever it is called on this machine.
  const picker = useFilePicker(([picked]) => {
    if (!picked) return;
    queue.add([{ file: picked.file, path: document.path }], document.collection.id);
    toast.ok("A new version is on its way", { action: { label: "Show", run: () => router.push(library) } });
  });

  return (
    <>
      <a
        href={fileAddress(workspace.slug, latest.id)}
        download={latest.fileName}
        className={buttonClass({ variant: "secondary" })}
      >
        <Download aria-hidden /> Download
      </a>
      {roleMay(member.role, "documents:write") ? (
        <DocumentMenu document={document} onOpen={setOpen} onNewVersion={picker.pickFiles} />
      ) : null}
      {latest.status === "ready" ? (
        <Link
          href={`${placeHref(workspace.slug, "ask")}?collection=${document.collection.id}`}
          className={buttonClass({ variant: "primary" })}
        >
          Ask
        </Link>
      ) : null}
      {picker.inputs}
      {open === "rename" ? <RenameDialog document={document} onClose={close} /> : null}
      {open === "tag" ? <TagDialog rows={[document]} onClose={close} onDone={close} /> : null}
      {open === "move" ? <MoveDialog rows={[document]} onClose={close} onDone={close} /> : null}
      {open === "delete" ? (
        <DeleteDocumentsDialog rows={[document]} onClose={close} onDone={() => router.push(library)} />
      ) : null}
    </>
  );
}

interface DocumentMenuProps {
  document: DocumentView;
  onOpen: (dialog: DocumentDialog) => void;
  onNewVersion: () => void;
}

function DocumentMenu({ document, onOpen, onNewVersion }: DocumentMenuProps) {
  const change = useChangeDocuments();
  const { latest } = document;
  const isReading = latest.status === "queued" || latest.status === "processing";

  async function run(act: Parameters<typeof change<DocumentView>>[1], failure: string) {
    try {
      await change([document], act);
    } catch (error) {
      toast.error(failure, { description: error instanceof Error ? error.message : errorMessage(error) });
    }
  }

  return (
    <MoreMenu>
      <MenuItem onSelect={() => onOpen("rename")}>
        <Pencil aria-hidden /> Rename
      </MenuItem>
      <MenuItem onSelect={() => onOpen("tag")}>
        <Tag aria-hidden /> Tags
      </MenuItem>
      <MenuItem onSelect={() => onOpen("move")}>
        <FolderInput aria-hidden /> Move to a collection
      </MenuItem>
      <MenuItem onSelect={onNewVersion}>
        <Upload aria-hidden /> Upload a new version
      </MenuItem>
      {isReading ? (
        <MenuItem
          onSelect={() =>
            run(
              (client) => client.documents.cancelReading.mutate({ snapshotId: latest.id }),
              "The reading could not be stopped",
            )
          }
        >
          <Square aria-hidden /> Stop reading
        </MenuItem>
      ) : null}
      {latest.status === "failed" || latest.status === "cancelled" ? (
        <MenuItem
          onSelect={() =>
            run(
              (client) => client.documents.retryReading.mutate({ snapshotId: latest.id }),
              "It could not be read again",
            )
          }
        >
          <RotateCw aria-hidden /> Read again
        </MenuItem>
      ) : null}
      <MenuSeparator />
      <MenuItem isDanger onSelect={() => onOpen("delete")}>
        <Trash2 aria-hidden /> Delete
      </MenuItem>
    </MoreMenu>
  );
}
