"use client";
import { useEffect } from "react";
import type { DocumentRow } from "./library-types";
import { useRefreshLibrary } from "./use-refresh-library";

const everyMs = 1_500;

/** Keeps the list right while documents on it are being read. */
export function useLibraryLive(rows: readonly Pick<DocumentRow, "latest">[] | undefined) {
  const refresh = useRefreshLibrary();
  const isReading = rows?.some((row) => row.latest.status === "queued" || row.latest.status === "processing") ?? false;
  useEffect(() => {
    if (!isReading) return;
    const timer = setInterval(refresh, everyMs);
    return () => clearInterval(timer);
  }, [isReading, refresh]);
}
