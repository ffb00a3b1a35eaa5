"use client";
import { useSyncExternalStore } from "react";
import { cn } from "@/components/ui/class-names";
import { Tooltip } from "@/components/ui/tooltip";

/** "connecting" is the first time, "reconnecting" is after it was lost or could not be had. */
export type LiveState = "idle" | "connecting" | "live" | "reconnecting";

let state: LiveState = "idle";
const listeners = new Set<() => void>();

/** Whoever holds the live connection says here how it stands. */
export function setLiveState(next: LiveState): void {
  if (next === state) return;
  state = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const words = {
  reconnecting: "Reconnecting; what happens meanwhile is caught up",
  live: "Live: changes appear by themselves",
};

/** Nothing while no page follows anything live, and nothing while the first connection is being made: that is no news. */
export function LiveIndicator() {
  const now = useSyncExternalStore<LiveState>(
    subscribe,
    () => state,
    () => "idle",
  );
  if (now === "idle" || now === "connecting") return null;
  return (
    <Tooltip label={words[now]}>
      <button type="button" className="inline-flex items-center gap-1.5 rounded-sm px-1 text-sm text-muted">
        <span
          className={cn("size-2 rounded-full", now === "live" ? "bg-ok" : "animate-pulse bg-attention")}
          aria-hidden
        />
        <span className="max-sm:sr-only">{now === "live" ? "Live" : "Reconnecting"}</span>
      </button>
    </Tooltip>
  );
}
