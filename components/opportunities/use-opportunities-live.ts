"use client";
import { useEffect, useRef } from "react";
import { useLive } from "@/components/shell/live";
import { useRefreshOpportunities } from "./use-refresh-opportunities";

/** A package being read says so file by file; the screen asks again at most this often. */
const calmMs = 500;

/** Keeps lists, board and open opportunities right, whoever changes them. */
export function useOpportunitiesLive(): void {
  const refresh = useRefreshOpportunities();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const heard = useRef<{ ids: Set<string>; isAll: boolean }>({ ids: new Set(), isAll: false });
  useEffect(() => () => clearTimeout(timer.current), []);
  useLive(({ kind, id }) => {
    if (kind === "opportunity") heard.current.ids.add(id);
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
