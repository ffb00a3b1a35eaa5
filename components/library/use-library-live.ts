"use client";
import { useEffect, useRef } from "react";
import { useLive } from "@/components/shell/live";
import { useRefreshLibrary } from "./use-refresh-library";

/** A hundred files being read say so page by page; the screen asks again at most this often. */
const calmMs = 500;

/** Keeps lists and details of documents right as things happen to them, whoever does them. */
export function useLibraryLive(): void {
  const refresh = useRefreshLibrary();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useLive(({ kind }) => {
    if (kind !== "document" && kind !== "collection" && kind !== "reset") return;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void refresh();
    }, calmMs);
  });
}
