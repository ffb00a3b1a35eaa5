/**
 * The wire shapes of the Inngest SDK (4.x) that the embedded engine speaks: events in, function configurations at
 * registration, operations in the answer to a call. Only the members that the engine reads are named.
 */

export interface EventPayload {
  id: string;
  name: string;
  data: Record<string, unknown>;
  ts: number;
  user?: Record<string, unknown>;
  v?: string;
  meta?: unknown;
}

export interface ConcurrencyOption {
  limit: number;
  key?: string;
  scope?: "fn" | "env" | "account";
}

export interface FunctionConfig {
  id: string;
  name?: string;
  triggers: { event?: string; expression?: string; cron?: string; jitter?: string }[];
  steps: Record<string, { runtime: { url: string }; retries?: { attempts?: number } }>;
  concurrency?: number | ConcurrencyOption | ConcurrencyOption[];
  cancel?: { event: string; if?: string; timeout?: string }[];
  idempotency?: string;
  priority?: { run?: string };
}

export interface Operation {
  op: string;
  id: string;
  name?: string;
  displayName?: string;
  data?: unknown;
  error?: SerializedError;
  opts?: {
    type?: string;
    duration?: string;
    event?: string;
    timeout?: string;
    if?: string;
    function_id?: string;
    payload?: { data?: Record<string, unknown>; v?: string; meta?: unknown };
    parallelMode?: string;
    input?: unknown[];
  };
}

export interface SerializedError {
  name: string;
  message: string;
  stack?: string;
  cause?: unknown;
}

/** What the SDK answered to a call, after reading status, headers and body. */
export type CallOutcome =
  | { kind: "operations"; operations: Operation[]; retryAfterMs: number | null; isRetriable: boolean }
  | { kind: "completed"; output: unknown }
  | { kind: "rejected"; error: SerializedError; isRetriable: boolean; retryAfterMs: number | null };

export async function readOutcome(response: Response, now: number): Promise<CallOutcome> {
  const text = await response.text();
  const body = parseStorable(text);
  const isRetriable = response.headers.get("x-inngest-no-retry") !== "true";
  const retryAfterMs = readRetryAfter(response.headers.get("retry-after"), now);
  if (response.status === 206 && Array.isArray(body)) {
    return { kind: "operations", operations: body as Operation[], retryAfterMs, isRetriable };
  }
  if (response.status === 200) return { kind: "completed", output: body ?? null };
  return { kind: "rejected", error: readError(body, response.status), isRetriable, retryAfterMs };
}

function readRetryAfter(header: string | null, now: number): number | null {
  if (!header) return null;
  const seconds = Number(header);
  const at = Number.isFinite(seconds) ? now + seconds * 1000 : Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

function readError(body: unknown, status: number): SerializedError {
  if (isRecord(body)) {
    const message = body.message ?? body.error;
    return {
      name: typeof body.name === "string" ? body.name : "Error",
      message: typeof message === "string" ? message : `the function answered with status ${status}`,
      ...(typeof body.stack === "string" ? { stack: body.stack } : {}),
      ...(body.cause === undefined ? {} : { cause: body.cause }),
    };
  }
  return { name: "Error", message: `the function answered with status ${status}` };
}

const unstorable = /\\u(?:0000|d[89a-f][0-9a-f]{2})/i;

/**
 * Reads JSON; NUL characters and lone halves of surrogate pairs, which `jsonb` refuses, become U+FFFD: a page of bad text
 * must not make a finished step impossible to save.
 */
export function parseStorable(text: string): unknown {
  if (text === "") return undefined;
  if (!unstorable.test(text)) return JSON.parse(text);
  return JSON.parse(text, (_key, value) => {
    if (typeof value === "string") return storableText(value);
    if (!isRecord(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [storableText(key), member]));
  });
}

function storableText(text: string): string {
  return text.replaceAll("\u0000", "\uFFFD").toWellFormed();
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
