"use client";
import { useEffect, useRef } from "react";
import { toast } from "@/components/ui/toast";
import { isLive, runResult } from "./run-result";
import type { SourceView } from "./source-types";

/** Tells who is looking at a source when a run that they saw going on has ended. */
export function useRunEnd(source: SourceView): void {
  const seen = useRef<string | null>(null);
  const newest = source.runs[0];
  useEffect(() => {
    if (!newest) return;
    if (isLive(newest)) {
      seen.current = newest.id;
    } else if (seen.current === newest.id) {
      seen.current = null;
      if (newest.status === "finished") toast.ok(`Run finished: ${runResult(newest)}`);
      else if (newest.status === "failed") toast.error("The run failed", { description: newest.reason ?? undefined });
    }
  }, [newest]);
}
