"use client";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef } from "react";
import { useLive } from "@/components/shell/live";
import { useTRPC } from "@/components/shell/trpc";

const pageSize = 500;

/** All requirements of an opportunity, in reading order, page after page. */
export function useRequirements(opportunityId: string) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const options = trpc.requirements.list.infiniteQueryOptions(
    { opportunityId, limit: pageSize },
    { getNextPageParam: (last) => last.nextCursor ?? undefined, staleTime: 60_000 },
  );
  const list = useInfiniteQuery(options);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  const all = useMemo(() => list.data?.pages.flatMap((page) => page.requirements) ?? [], [list.data]);
  const total = list.data?.pages[0]?.total ?? 0;
  const queryKey = options.queryKey;

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useLive(({ kind, id }) => {
    if (kind !== "reset" && !(kind === "requirement" && id === opportunityId)) return;
    // The list may be long, and a package being shredded tells of itself often.
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void cache.invalidateQueries({ queryKey });
    }, 1_500);
  });

  return { list, all, total };
}
