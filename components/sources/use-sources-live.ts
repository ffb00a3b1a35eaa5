"use client";
import { useEffect, useRef } from "react";
import { useLive } from "@/components/shell/live";
import { useRefreshSources } from "./use-refresh-sources";

/** Twenty sources being read say so once a second each; the screen asks again at most this often. */
const calmMs = 500;

/** Keeps the list and an open source right while runs go on, whoever started them. */
export function useSourcesLive(): void {
  const refresh = useRefreshSources();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const heard = useRef<{ ids: Set<string>; isAll: boolean }>({ ids: new Set(), isAll: false });
  useEffect(() => () => clearTimeout(timer.current), []);
  useLive(({ kind, id }) => {
    if (kind === "source") heard.current.ids.add(id);
    else if (kind === "reset") heard.current.isAll = true;
    else return;
    timer.current ??= setTimeout(() => {
      const { ids, isAll } = heard.current;
      heard.current = { ids: new Set(), isAll: false };
      timer.current = undefined;
      void refresh(isAll ? undefined : [...ids]);
    }, calmMs);
  });
}
