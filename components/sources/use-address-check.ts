"use client";
import { TRPCClientError } from "@trpc/client";
import { useEffect, useRef, useState } from "react";
import { useTRPCClient } from "@/components/shell/trpc";
import type { SourceKind } from "@/lib/vocabulary/sources";
import { failureWords } from "./failure-words";
import type { PreviewView } from "./source-types";

export interface CheckFailure {
  message: string;
  /** The closed code of the error. */
  reason: string | null;
  /** The site's robots.txt asks to stay away. "blocked" alone also stands for addresses that are never opened. */
  isByRobots: boolean;
}

/** What may be watched: what was found at the address, or what it points to. */
export type Candidate = PreviewView["alternatives"][number];

/** Finds out what an address is. The first answer holds the choices; choosing another one reads that one, once. */
export function useAddressCheck() {
  const client = useTRPCClient();
  const [state, setState] = useState<{
    checked: string | null;
    candidates: readonly Candidate[];
    chosen: Candidate | null;
    previews: ReadonlyMap<string, PreviewView>;
    failure: CheckFailure | null;
    startedAtMs: number | null;
  }>({ checked: null, candidates: [], chosen: null, previews: new Map(), failure: null, startedAtMs: null });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function ask(url: string, kind: SourceKind | "auto"): Promise<PreviewView | null> {
    running.current?.abort();
    const abort = new AbortController();
    running.current = abort;
    setState((before) => ({ ...before, failure: null, startedAtMs: Date.now() }));
    try {
      return await client.sources.preview.mutate({ url, kind }, { signal: abort.signal });
    } catch (error) {
      if (!abort.signal.aborted) setState((before) => ({ ...before, failure: failureOf(error) }));
      return null;
    } finally {
      if (running.current === abort) {
        running.current = null;
        setState((before) => ({ ...before, startedAtMs: null }));
      }
    }
  }

  async function check(url: string) {
    setState((before) => ({ ...before, checked: url, candidates: [], chosen: null, previews: new Map() }));
    const found = await ask(url, "auto");
    if (!found) return;
    const { kind, title, reason } = found;
    const first: Candidate = { kind, url: found.url, title, reason };
    const others = found.alternatives.filter((one) => keyOf(one) !== keyOf(first));
    setState((before) => ({
      ...before,
      candidates: [first, ...others],
      chosen: first,
      previews: new Map([[keyOf(first), found]]),
    }));
  }

  async function choose(candidate: Candidate) {
    setState((before) => ({ ...before, chosen: candidate, failure: null }));
    if (state.previews.has(keyOf(candidate))) return cancel();
    const found = await ask(candidate.url, candidate.kind);
    if (found)
      setState((before) => ({ ...before, previews: new Map([...before.previews, [keyOf(candidate), found]]) }));
  }

  function cancel() {
    running.current?.abort();
    running.current = null;
    setState((before) => ({ ...before, startedAtMs: null }));
  }

  const preview = state.chosen ? (state.previews.get(keyOf(state.chosen)) ?? null) : null;
  return { ...state, preview, check, choose, cancel };
}

export function keyOf(candidate: Pick<Candidate, "kind" | "url">): string {
  return `${candidate.kind} ${candidate.url}`;
}

function failureOf(error: unknown): CheckFailure {
  const reason: unknown = error instanceof TRPCClientError ? error.data?.reason : null;
  const message = failureWords(error);
  return {
    message,
    reason: typeof reason === "string" ? reason : null,
    isByRobots: reason === "blocked" && message.includes("robots.txt"),
  };
}
