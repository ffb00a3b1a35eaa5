"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { errorMessage } from "@/components/shell/query-error";
import { useTRPC, useTRPCClient } from "@/components/shell/trpc";
import { toast } from "@/components/ui/toast";
import { useRefreshOpportunities } from "../use-refresh-opportunities";
import { moveCard, type Place } from "./board-order.logic";
import type { BoardView } from "./board-types";
import type { CardMove } from "./use-board-drag";

/** Puts a card elsewhere at once, tells the server, and puts it back when somebody else was quicker. */
export function useMoveCard(input: Parameters<ReturnType<typeof useTRPC>["opportunities"]["board"]["queryKey"]>[0]) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const refresh = useRefreshOpportunities();

  return useCallback(
    ({ id, from, to }: CardMove) => {
      const key = trpc.opportunities.board.queryKey(input);
      async function put(target: Place, origin: Place): Promise<boolean> {
        await cache.cancelQueries({ queryKey: key });
        const before = cache.getQueryData<BoardView>(key);
        if (!before) return false;
        const columns = moveCard(before.columns, id, target).map((lane) => ({
          ...lane,
          total: lane.total + Number(lane.key === target.lane) - Number(lane.key === origin.lane),
        }));
        cache.setQueryData<BoardView>(key, { ...before, columns });
        const lane = columns.find((one) => one.key === target.lane)?.cards ?? [];
        const at = lane.findIndex((card) => card.id === id);
        try {
          const result = await client.pipeline.move.mutate({
            id,
            stage: target.lane,
            fromStage: origin.lane,
            afterId: lane[at - 1]?.id ?? null,
            beforeId: lane[at + 1]?.id ?? null,
          });
          if (!result.hasMoved) toast.error("The card was not moved", { description: result.note ?? undefined });
          return result.hasMoved;
        } catch (error) {
          cache.setQueryData(key, before);
          toast.error("The card was not moved", { description: errorMessage(error) });
          return false;
        } finally {
          await refresh([id]);
        }
      }
      const board = cache.getQueryData<BoardView>(key);
      const name = board?.columns.find((lane) => lane.key === to.lane)?.name ?? to.lane;
      void put(to, from).then((hasMoved) => {
        if (!hasMoved || from.lane === to.lane) return;
        const action = { label: "Undo", run: () => void put(from, to) };
        toast.ok(`Moved to ${name}`, { about: `stage ${id}`, action });
      });
    },
    [cache, client, input, refresh, trpc],
  );
}
