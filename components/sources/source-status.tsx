import { Badge, type Meaning } from "@/components/ui/badge";
import type { SourceRow } from "./source-types";

type Health = Pick<SourceRow, "status" | "statusReason"> & {
  lastRun: Pick<NonNullable<SourceRow["lastRun"]>, "status" | "reason"> | null;
};

/** How a source is, in a word, and why when it is not well. */
export function sourceHealth({ status, statusReason, lastRun }: Health): {
  word: string;
  meaning: Meaning;
  reason: string | null;
} {
  if (lastRun?.status === "running") return { word: "Reading", meaning: "accent", reason: null };
  if (lastRun?.status === "queued") return { word: "Waiting to be read", meaning: "accent", reason: null };
  if (status === "paused") return { word: "Paused", meaning: "neutral", reason: statusReason };
  if (status === "broken")
    return { word: "Broken", meaning: "danger", reason: statusReason ?? lastRun?.reason ?? null };
  if (!lastRun) return { word: "Not read yet", meaning: "neutral", reason: null };
  if (lastRun.status === "failed") return { word: "Last run failed", meaning: "attention", reason: lastRun.reason };
  if (lastRun.status === "cancelled") return { word: "Last run stopped", meaning: "neutral", reason: lastRun.reason };
  return lastRun.reason
    ? { word: "Read in part", meaning: "attention", reason: lastRun.reason }
    : { word: "Healthy", meaning: "ok", reason: null };
}

/** With `hasReason` the reason is written below the word, shortened to one line; else it is the tooltip. */
export function SourceStatus({ source, hasReason = false }: { source: Health; hasReason?: boolean }) {
  const { word, meaning, reason } = sourceHealth(source);
  return (
    <>
      <Badge meaning={meaning} data-tooltip={hasReason ? undefined : (reason ?? undefined)}>
        {word}
      </Badge>
      {hasReason && reason ? (
        <span className="block truncate text-xs text-subtle" title={reason}>
          {reason}
        </span>
      ) : null}
    </>
  );
}
