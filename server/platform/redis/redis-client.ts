import { Redis, type Requester } from "@upstash/redis";
import { circuitBreaker, handleAll } from "cockatiel";
import type { EgressFetch } from "../egress";
import { SpacedBreaker } from "./spaced-breaker";

export interface RedisOptions {
  url: string;
  token: string;
  /** The door out; tests bring their own. */
  egress: EgressFetch;
  /** How long one command may take. Redis is never needed for a right answer, only for a fast one: a slow Redis is an absent one. */
  timeoutMs?: number;
  /** Called when a subscription's connection has ended. */
  onStreamEnd?: () => void;
}

interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: the client's own type for what a command answers
  json: any;
  tookMs: number;
}

/**
 * Redis over its REST protocol, through our own door out. Each command fails within 250 ms; after five in a row that failed, or took
 * half of that time, commands fail at once for five seconds, and then one tries again. Callers go on without Redis.
 */
export function redisClient({ url, token, egress, timeoutMs = 250, onStreamEnd = () => {} }: RedisOptions): Redis {
  const slowMs = timeoutMs / 2;
  const isSlow = (answer: unknown) => (answer as Answer).tookMs > slowMs;
  const breaker = circuitBreaker(handleAll.orWhenResult(isSlow), {
    halfOpenAfter: 5000,
    breaker: new SpacedBreaker(5, slowMs / 2),
  });

  const send = async (
    path: string[],
    body: unknown,
    headers: Record<string, string>,
    limits: object,
    signal?: AbortSignal,
  ) => {
    const response = await egress(
      [url.replace(/\/$/, ""), ...path.map(encodeURIComponent)].join("/"),
      {
        method: "POST",
        headers: { ...headers, authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: JSON.stringify(body ?? null),
        redirect: "error",
        signal: signal ?? null,
      },
      limits,
    );
    // A command that Redis refuses (400) is our mistake; everything else is an outage.
    if (!response.ok && response.status !== 400) throw new Error(`Redis answered ${response.status}`);
    return response;
  };

  const requester: Requester = {
    request: async ({ path = [], body, headers = {}, isStreaming, onMessage, signal }) => {
      if (isStreaming) {
        const limits = { headersMs: 2000, idleMs: Number.POSITIVE_INFINITY };
        const response = await send(path, body, { accept: "text/event-stream" }, limits, signal).catch((error) => {
          onStreamEnd();
          throw error;
        });
        void readLines(response, (line) => line.startsWith("data: ") && onMessage?.(line.slice(6))).finally(
          onStreamEnd,
        );
        return {};
      }
      const { json } = await breaker.execute(async (): Promise<Answer> => {
        const askedAt = performance.now();
        const response = await send(path, body, headers, { headersMs: timeoutMs, totalMs: timeoutMs }, signal);
        return { json: await response.json(), tookMs: performance.now() - askedAt };
      });
      return json;
    },
  };
  return new Redis(requester);
}

async function readLines(response: Response, onLine: (line: string) => void): Promise<void> {
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for await (const chunk of response.body ?? []) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) onLine(line);
    }
  } catch {
    // The connection broke or was closed by us; whoever subscribed decides what follows.
  }
}
