"use client";
import { useEffect } from "react";

/** Fetches what a press may open, once the page has nothing better to do: it weighs nothing at first, and opens without a wait. */
export function useIdleImport(load: () => Promise<unknown>): void {
  useEffect(() => {
    const fetchIt = () => void load().catch(() => {});
    // Safari has no idle callback.
    if (typeof requestIdleCallback !== "function") {
      const timer = setTimeout(fetchIt, 1_500);
      return () => clearTimeout(timer);
    }
    const handle = requestIdleCallback(fetchIt, { timeout: 4_000 });
    return () => cancelIdleCallback(handle);
  }, [load]);
}
