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
  const heard = useRef<{ ids: Set<string>; isAll: boolean }>({ ids: new Set(), isAll: false });
  useEffect(() => () => clearTimeout(timer.current), []);
  useLive(({ kind, id }) => {
    if (kind === "document") heard.current.ids.add(id);
    else if (kind === "reset") heard.current.isAll = true;
    else if (kind !== "collection") return;
    timer.current ??= setTimeout(() => {
      const { ids, isAll } = heard.current;
      heard.current = { ids: new Set(), isAll: false };
      timer.current = undefined;
      void refresh(isAll ? undefined : [...ids]);
    }, calmMs);
  });
}
