"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { RotateCw, X } from "lucide-react";
import Link from "next/link";
import { placeHref } from "@/components/shell/places";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { IconButton } from "@/components/ui/icon-button";
import { Progress } from "@/components/ui/progress";
import { VersionStatus } from "../version-status";
import type { StoredFile, UploadItem, UploadQueue } from "./upload-queue.logic";

/** One file on its way: sent, then read. What went wrong stands under its name. */
export function UploadRow({ item, queue }: { item: UploadItem; queue: UploadQueue }) {
  return (
    <li className="flex min-h-row items-center gap-3 px-4 py-1.5">
      <div className="min-w-0 flex-1">
        <p className="truncate">{item.path}</p>
        {item.state === "sending" ? (
          <Progress label={`Sending ${item.path}`} value={item.share} className="mt-1" />
        ) : null}
        {item.reason ? <p className="text-sm text-danger wrap-anywhere">{item.reason}</p> : null}
      </div>
      {item.state === "stored" && item.stored ? (
        <Reading stored={item.stored} path={item.path} />
      ) : (
        <SendState item={item} />
      )}
      {item.state === "waiting" || item.state === "sending" ? (
        <IconButton label={`Cancel ${item.path}`} onClick={() => queue.cancel(item.id)}>
          <X aria-hidden />
        </IconButton>
      ) : null}
      {item.state === "failed" || item.state === "cancelled" ? (
        <IconButton label={`Send ${item.path} again`} onClick={() => queue.retry(item.id)}>
          <RotateCw aria-hidden />
        </IconButton>
      ) : null}
    </li>
  );
}

const words = { waiting: "Waiting", sending: "", stored: "", failed: "Not sent", cancelled: "Cancelled" };

function SendState({ item }: { item: UploadItem }) {
  return (
    <span className="shrink-0 text-sm text-muted tabular-nums">
      {item.state === "sending" ? `${Math.round(item.share * 100)}%` : words[item.state]}
    </span>
  );
}

function Reading({ stored, path }: { stored: StoredFile; path: string }) {
  const { workspace } = useShell();
  const trpc = useTRPC();
  const document = useQuery(trpc.documents.get.queryOptions({ id: stored.documentId }));
  const cancel = useMutation(trpc.documents.cancelReading.mutationOptions({ onSuccess: () => document.refetch() }));
  const retry = useMutation(trpc.documents.retryReading.mutationOptions({ onSuccess: () => document.refetch() }));
  const version = document.data?.versions.find((one) => one.id === stored.snapshotId);
  const isOpen = version?.status === "queued" || version?.status === "processing";
  return (
    <>
      {stored.outcome === "existing" ? <span className="shrink-0 text-sm text-muted">Was there already</span> : null}
      {stored.outcome === "version" ? <span className="shrink-0 text-sm text-muted">New version</span> : null}
      {version ? <VersionStatus version={version} hasReason /> : null}
      <Link
        href={`${placeHref(workspace.slug, "library")}/${stored.documentId}`}
        // A list of links that are all called the same tells nobody where they lead.
        aria-label={`Open ${path}`}
        className="shrink-0 text-sm text-accent hover:underline"
      >
        Open
      </Link>
      {isOpen ? (
        <IconButton label={`Stop reading ${path}`} onClick={() => cancel.mutate({ snapshotId: stored.snapshotId })}>
          <X aria-hidden />
        </IconButton>
      ) : null}
      {version?.status === "failed" || version?.status === "cancelled" ? (
        <IconButton label={`Read ${path} again`} onClick={() => retry.mutate({ snapshotId: stored.snapshotId })}>
          <RotateCw aria-hidden />
        </IconButton>
      ) : null}
    </>
  );
}
