"use client";
import { useEffect, useEffectEvent } from "react";
import type { LiveKind } from "@/server/platform/live";
import { setLiveState } from "./live-indicator";
import { useShell } from "./shell-context";

export interface LiveMessage {
  /** "reset": messages may have been missed; look at everything anew. */
  kind: LiveKind | "reset";
  id: string;
}

/** The wait after a refusal, up to twice this: all browsers of a server that restarts would else come at once. */
const refusedMs = 3_000;

const listeners = new Set<(message: LiveMessage) => void>();

function tellHere(message: LiveMessage): void {
  for (const listener of listeners) listener(message);
}

/**
 * Holds the live connection of this browser to the open workspace. A browser gives one server only a few connections, so the tabs
 * choose one among them (by a lock) that holds it and tells the others; when it closes, the next one takes over.
 */
export function LiveConnection() {
  const { workspace } = useShell();
  useEffect(() => {
    const name = `outrider-live:${workspace.id}`;
    const channel = new BroadcastChannel(name);
    const leaving = new AbortController();
    channel.onmessage = (event: MessageEvent<LiveMessage>) => {
      if (event.data.kind === "reset") setLiveState("live");
      tellHere(event.data);
    };
    setLiveState("connecting");
    const lead = () => hold(workspace.slug, channel, leaving.signal);
    const leave = () => {
      leaving.abort();
      channel.close();
      setLiveState("idle");
    };
    if (!navigator.locks) {
      // Browsers keep locks from pages without TLS: there each tab holds a connection of its own.
      void lead();
      return leave;
    }
    // A page that comes second follows a connection that stands already.
    navigator.locks.query().then(({ held }) => held?.some((lock) => lock.name === name) && setLiveState("live"));
    navigator.locks.request(name, { signal: leaving.signal }, lead).catch(() => {});
    return leave;
  }, [workspace.id, workspace.slug]);
  return null;
}

function hold(slug: string, channel: BroadcastChannel, leaving: AbortSignal): Promise<void> {
  return new Promise((done) => {
    let source: EventSource;
    let again: ReturnType<typeof setTimeout>;
    const tell = (message: LiveMessage) => {
      tellHere(message);
      channel.postMessage(message);
    };
    const connect = () => {
      source = new EventSource(`/api/live?workspace=${encodeURIComponent(slug)}`);
      source.addEventListener("hello", () => {
        setLiveState("live");
        tell({ kind: "reset", id: "" });
      });
      source.onmessage = (event) => tell(JSON.parse(event.data) as LiveMessage);
      source.onerror = () => {
        setLiveState("reconnecting");
        // A lost connection the browser takes up by itself; after an answer that says no (a server that stops, a proxy without one) it gives up.
        if (source.readyState === EventSource.CLOSED)
          again = setTimeout(connect, refusedMs + Math.random() * refusedMs);
      };
    };
    connect();
    leaving.addEventListener("abort", () => {
      clearTimeout(again);
      source.close();
      done();
    });
  });
}

/** Hears what happens in the workspace while the component stands. */
export function useLive(hear: (message: LiveMessage) => void): void {
  const onMessage = useEffectEvent(hear);
  useEffect(() => {
    const listener = (message: LiveMessage) => onMessage(message);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
}
