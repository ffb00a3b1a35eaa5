import { Badge, type Meaning } from "@/components/ui/badge";
import type { SnapshotStatus } from "@/lib/vocabulary/documents";

interface VersionState {
  status: SnapshotStatus;
  failureReason: string | null;
  progress: { page: number; pages: number } | null;
}

export const statusWords: Record<SnapshotStatus, string> = {
  queued: "Waiting",
  processing: "Reading",
  ready: "Ready",
  failed: "Failed",
  cancelled: "Stopped",
};

const meanings: Record<SnapshotStatus, Meaning> = {
  queued: "neutral",
  processing: "accent",
  ready: "ok",
  failed: "danger",
  cancelled: "neutral",
};

/** How far the reading of a version is. With `hasReason` the reason of a failure is written out, else it is the tooltip. */
export function VersionStatus({ version, hasReason = false }: { version: VersionState; hasReason?: boolean }) {
  const { status, progress, failureReason } = version;
  const pages =
    status === "processing" && progress && progress.pages > 0 ? `, page ${progress.page} of ${progress.pages}` : "";
  return (
    <>
      <Badge meaning={meanings[status]} data-tooltip={hasReason ? undefined : (failureReason ?? undefined)}>
        <span className="truncate tabular-nums">
          {statusWords[status]}
          {pages}
        </span>
      </Badge>
      {hasReason && status === "failed" && failureReason ? (
        <span className="text-sm text-danger wrap-anywhere">{failureReason}</span>
      ) : null}
    </>
  );
}
