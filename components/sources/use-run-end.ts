"use client";
import { useEffect, useEffectEvent, useRef } from "react";
import { toast } from "@/components/ui/toast";
import { isLive, runResult } from "./run-result";
import type { SourceView } from "./source-types";

/** Tells who is looking at a source when a run ends, also one that was over before they saw it begin. */
export function useRunEnd(source: SourceView, showChanges: () => void): void {
  const show = useEffectEvent(showChanges);
  const newest = source.runs[0];
  // The newest run whose end is known here: one that had ended before this screen was opened is no news.
  const known = useRef(newest && !isLive(newest) ? newest.id : null);
  useEffect(() => {
    if (!newest || isLive(newest) || known.current === newest.id) return;
    known.current = newest.id;
    const action = newest.counts.changed > 0 ? { label: "See what changed", run: () => show() } : undefined;
    if (newest.status === "finished") toast.ok(`Run finished: ${runResult(newest)}`, action && { action });
    else if (newest.status === "failed") toast.error("The run failed", { description: newest.reason ?? undefined });
  }, [newest]);
}
