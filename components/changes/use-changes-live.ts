"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/components/shell/trpc";
import { useCalmLive } from "@/components/shell/use-calm-live";

/** Keeps lists of changes right while runs find more. */
export function useChangesLive(): void {
  const trpc = useTRPC();
  const cache = useQueryClient();
  useCalmLive("change", () => cache.invalidateQueries(trpc.changes.list.pathFilter()));
}
