"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTRPC } from "@/components/shell/trpc";

/** The stages of the workspace's pipeline in their order, and their names by key. */
export function useStages() {
  const stages = useQuery(useTRPC().pipeline.stages.queryOptions({}, { staleTime: 60_000 }));
  return useMemo(() => {
    const list = stages.data?.stages ?? [];
    return { stages: list, names: new Map(list.map(({ key, name }) => [key, name])) };
  }, [stages.data]);
}
