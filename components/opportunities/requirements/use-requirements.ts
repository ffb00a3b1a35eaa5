"use client";
import { type InfiniteData, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { useLive } from "@/components/shell/live";
import { errorMessage } from "@/components/shell/query-error";
import { useTRPC, useTRPCClient } from "@/components/shell/trpc";
import { toast } from "@/components/ui/toast";
import { applyDeed } from "./apply-deed.logic";
import type { Requirement, RequirementList } from "./requirement-types";

type Client = ReturnType<typeof useTRPCClient>;
type Deed = (client: Client) => Promise<{ batchId: string; requirements: Requirement[] }>;

const pageSize = 500;

/** All requirements of an opportunity, in reading order, page after page; and what people do to them, with Undo. */
export function useRequirements(opportunityId: string) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const input = { opportunityId, limit: pageSize };
  const queryKey = useMemo(
    () => [...trpc.requirements.list.queryKey({ opportunityId }), "page after page"],
    [trpc, opportunityId],
  );
  const list = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      client.requirements.list.query({ ...input, ...(pageParam ? { cursor: pageParam } : {}) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    staleTime: 60_000,
  });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  const all = useMemo(() => list.data?.pages.flatMap((page) => page.requirements) ?? [], [list.data]);
  const total = list.data?.pages[0]?.total ?? 0;

  const show = useCallback(
    (changed: readonly Requirement[]) => {
      cache.setQueryData(queryKey, (data: InfiniteData<RequirementList, string | null> | undefined) => {
        const first = data?.pages[0];
        if (!data || !first) return data;
        const before = data.pages.flatMap((page) => page.requirements);
        const requirements = applyDeed(before, changed);
        // One page holds them all from now on; where the next would begin stays known.
        const nextCursor = data.pages.at(-1)?.nextCursor ?? null;
        const total = first.total + requirements.length - before.length;
        return { pages: [{ ...first, requirements, total, nextCursor }], pageParams: [null] };
      });
    },
    [cache, queryKey],
  );

  /** Says what was done, with Undo; gives back what it changed, or null when it was refused. */
  const run = useCallback(
    async (deed: Deed, done: string): Promise<readonly Requirement[] | null> => {
      try {
        const { batchId, requirements } = await deed(client);
        show(requirements);
        const undo = async () => {
          try {
            show((await client.requirements.undo.mutate({ opportunityId, batchId })).requirements);
          } catch (error) {
            toast.error("That could not be taken back", { description: errorMessage(error) });
          }
        };
        toast.ok(done, { action: { label: "Undo", run: () => void undo() } });
        return requirements;
      } catch (error) {
        toast.error("Nothing was changed", { description: errorMessage(error) });
        return null;
      }
    },
    [client, opportunityId, show],
  );

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

  return { list, all, total, run };
}

export type RunDeed = ReturnType<typeof useRequirements>["run"];
