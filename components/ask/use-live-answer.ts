"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { useLive } from "@/components/shell/live";
import { useTRPC, useTRPCClient } from "@/components/shell/trpc";
import type { QueryView } from "./ask-types";
import { type LiveAnswer, nothingYet, takeEvents } from "./live-answer.logic";

/** Should a message be lost, an answer under way is looked at this often all the same. */
const lookAnywayMs = 3000;

/**
 * An answer that is being written: the live channel says that there is more, and the events after the last one known are fetched.
 * After a reload, sleep or lost connection it goes on where it was. Null once the stored answer is all there is to know.
 */
export function useLiveAnswer(query: QueryView): LiveAnswer | null {
  const isOpen = query.status === "queued" || query.status === "running";
  const [answer, setAnswer] = useState<LiveAnswer>(nothingYet);
  const latest = useRef(nothingYet);
  const isFetching = useRef(false);
  const isAskedAgain = useRef(false);
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queryClient = useQueryClient();

  const look = useCallback(async () => {
    if (latest.current.isOver) return;
    if (isFetching.current) {
      isAskedAgain.current = true;
      return;
    }
    isFetching.current = true;
    try {
      do {
        isAskedAgain.current = false;
        const { events } = await client.ask.events.query({ id: query.id, afterSeq: latest.current.seq });
        latest.current = takeEvents(latest.current, events);
        setAnswer(latest.current);
        if (events.length > 0 && !latest.current.isOver) isAskedAgain.current = true;
      } while (isAskedAgain.current && !latest.current.isOver);
    } catch {
      // The next message or the timer tries again; the shell says that the connection is gone.
    } finally {
      isFetching.current = false;
    }
    if (latest.current.isOver) {
      await queryClient.invalidateQueries({ queryKey: trpc.ask.conversation.queryKey({ id: query.conversationId }) });
    }
  }, [client, query.id, query.conversationId, queryClient, trpc]);

  useLive((message) => {
    if (isOpen && (message.kind === "reset" || message.id === query.id)) void look();
  });
  useEffect(() => {
    if (!isOpen) return;
    void look();
    const timer = setInterval(look, lookAnywayMs);
    return () => clearInterval(timer);
  }, [isOpen, look]);
  return isOpen ? answer : null;
}
