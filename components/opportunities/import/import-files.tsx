"use client";
import { RotateCw, X } from "lucide-react";
import Link from "next/link";
import type { UploadItem, UploadQueue } from "@/components/library/upload/upload-queue.logic";
import { VersionStatus } from "@/components/library/version-status";
import { placeHref } from "@/components/shell/places";
import { useShell } from "@/components/shell/shell-context";
import { IconButton } from "@/components/ui/icon-button";
import { Progress } from "@/components/ui/progress";
import type { SnapshotStatus } from "@/lib/vocabulary/documents";
import type { TenderRole } from "@/lib/vocabulary/opportunities";
import { count, roleWords } from "../opportunity-words";

interface ImportedFile {
  documentId: string;
  path: string;
  status: SnapshotStatus;
  reason: string | null;
  page: number | null;
  pages: number | null;
  role: TenderRole | null;
  isShredded: boolean;
  requirements: number;
}

interface ImportFilesProps {
  files: readonly ImportedFile[];
  items: readonly UploadItem[];
  queue: UploadQueue;
}

/** Each file of a package: on its way, being read, what it turned out to be, or why it could not be read. */
export function ImportFiles({ files, items, queue }: ImportFilesProps) {
  const { workspace } = useShell();
  const unsent = items.filter(({ state }) => state !== "stored");
  return (
    <ul className="max-h-80 divide-y divide-subtle overflow-y-auto border-t border-subtle">
      {unsent.map((item) => (
        <li key={item.id} className="flex min-h-row items-center gap-3 px-4 py-1.5">
          <span className="min-w-0 flex-1">
            <span className="block truncate">{item.path}</span>
            {item.state === "sending" ? (
              <Progress label={`Sending ${item.path}`} value={item.share} className="mt-1" />
            ) : null}
            {item.reason ? <span className="block text-sm text-danger wrap-anywhere">{item.reason}</span> : null}
          </span>
          <span className="text-sm text-muted">{sendWords[item.state]}</span>
          {item.state === "failed" || item.state === "cancelled" ? (
            <IconButton label={`Send ${item.path} again`} onClick={() => queue.retry(item.id)}>
              <RotateCw aria-hidden />
            </IconButton>
          ) : (
            <IconButton label={`Cancel ${item.path}`} onClick={() => queue.cancel(item.id)}>
              <X aria-hidden />
            </IconButton>
          )}
        </li>
      ))}
      {files.map((file) => (
        <li key={file.documentId} className="flex min-h-row flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1.5">
          <Link
            href={`${placeHref(workspace.slug, "library")}/${file.documentId}`}
            className="min-w-0 flex-1 basis-60 truncate hover:underline"
            title={file.path}
          >
            {file.path}
          </Link>
          {file.role ? <span className="text-sm text-muted">{roleWords[file.role]}</span> : null}
          {file.isShredded ? (
            <span className="text-sm text-muted tabular-nums">{count(file.requirements, "requirement")}</span>
          ) : null}
          <VersionStatus
            version={{
              status: file.status,
              failureReason: file.reason,
              progress: file.page !== null && file.pages !== null ? { page: file.page, pages: file.pages } : null,
            }}
            hasReason
          />
        </li>
      ))}
    </ul>
  );
}

const sendWords = { waiting: "Waiting", sending: "Sending", stored: "", failed: "Not sent", cancelled: "Cancelled" };
