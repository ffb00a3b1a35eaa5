"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useLive } from "@/components/shell/live";
import { useTRPC } from "@/components/shell/trpc";

/** One run may find a hundred changes within a second; the screen asks again at most this often. */
const calmMs = 500;

/** Keeps lists of changes right while runs find more. */
export function useChangesLive(): void {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useLive(({ kind }) => {
    if (kind !== "change" && kind !== "reset") return;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void cache.invalidateQueries(trpc.changes.list.pathFilter());
    }, calmMs);
  });
}
