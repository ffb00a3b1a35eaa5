"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useLive } from "./live";
import { useTRPC } from "./trpc";

/** The least that the server answers with; the total comes beside it. What is over is no news, here as on Today. */
const fewest = {
  stage: ["new"],
  outcome: ["open" as const],
  due: ["week" as const, "month" as const, "quarter" as const, "later" as const, "unknown" as const],
  limit: 1,
};
/** A portal being read finds many at once. */
const calmMs = 2_000;

/** How many opportunities nobody has taken out of the first stage; 0 until it is known. */
export function useNewOpportunities(): number {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const list = useQuery(trpc.opportunities.list.queryOptions(fewest, { staleTime: 60_000 }));
  useLive(({ kind }) => {
    if (kind !== "opportunity" && kind !== "reset") return;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void cache.invalidateQueries(trpc.opportunities.list.queryFilter(fewest));
    }, calmMs);
  });
  return list.data?.total ?? 0;
}
