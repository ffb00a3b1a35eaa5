import type { Agent, Dispatcher } from "undici";
import { acceptedEncodings, decodeBody, tooLarge } from "./decode-body";
import { UnreachableError } from "./errors";
import { explainConnection } from "./explain-connection";
import type { EgressLimits } from "./limits";

export interface ExchangeRequest {
  url: string;
  method?: "GET" | "HEAD" | "POST";
  headers?: Record<string, string>;
  body?: string | Buffer | null;
  signal?: AbortSignal | undefined;
}

/** One answer, read to its end and decoded. Redirects are answers like any other. */
export interface Exchange {
  status: number;
  /** Names in lower case; repeated fields joined by ", "; without Set-Cookie. */
  headers: Record<string, string>;
  setCookies: string[];
  body: Buffer;
  /** Bytes of the body as they came over the wire. */
  wireBytes: number;
}

const noBody = new Set([204, 205, 304]);

/**
 * Sends one request over a checked agent and reads the whole answer, within the limits. It stands beside `fetch` because a
 * crawler reads thousands of pages: no streams and no Response objects, a fifth of the work. Errors: UnreachableError with
 * its reason, TooLargeError, the signal's own reason.
 */
export async function exchange(
  agent: Agent,
  url: URL,
  request: ExchangeRequest,
  limits: EgressLimits,
): Promise<Exchange> {
  const raw = await send(agent, url, request, limits);
  const encoding = raw.headers["content-encoding"] ?? "";
  return { ...raw, body: await decodeBody(raw.body, encoding, limits.maxBytes), wireBytes: raw.body.length };
}

function send(
  agent: Agent,
  url: URL,
  request: ExchangeRequest,
  limits: EgressLimits,
): Promise<Omit<Exchange, "wireBytes">> {
  return new Promise((resolve, reject) => {
    const { signal, method = "GET" } = request;
    if (signal?.aborted) return reject(signal.reason);
    let controller: Dispatcher.DispatchController | undefined;
    let stopped: Error | undefined;
    const chunks: Buffer[] = [];
    let bytes = 0;
    let status = 0;
    let headers: Record<string, string> = {};
    let setCookies: string[] = [];

    // Settles at once, whatever the connection is doing; what it still does is called off.
    const stop = (error: unknown) => {
      if (stopped) return;
      stopped = error instanceof Error ? error : new Error(String(error));
      finish();
      controller?.abort(stopped);
      reject(error);
    };
    const onAbort = () => stop(signal?.reason);
    const total = timer(limits.totalMs, () => stop(new UnreachableError(status === 0 ? "timeout" : "timeout_body")));
    let silence = timer(limits.headersMs, () => stop(new UnreachableError("timeout")));
    signal?.addEventListener("abort", onAbort, { once: true });
    const finish = () => {
      clearTimeout(total);
      clearTimeout(silence);
      signal?.removeEventListener("abort", onAbort);
    };

    agent.dispatch(
      {
        origin: url.origin,
        path: url.pathname + url.search,
        method,
        headers: { "accept-encoding": acceptedEncodings, ...request.headers },
        body: request.body ?? null,
      },
      {
        onRequestStart(started) {
          controller = started;
          if (stopped) started.abort(stopped);
        },
        onResponseStart(_, code, fields) {
          if (code < 200 || stopped) return;
          status = code;
          ({ headers, setCookies } = readFields(fields));
          clearTimeout(silence);
          silence = timer(limits.idleMs, () => stop(new UnreachableError("timeout_body")));
          const hasBody = method !== "HEAD" && !noBody.has(code);
          if (hasBody && Number(headers["content-length"] ?? 0) > limits.maxBytes) stop(tooLarge(limits.maxBytes));
          else if (hasBody && (headers["content-encoding"] ?? "").includes(",")) stop(new UnreachableError("encoding"));
        },
        onResponseData(_, chunk) {
          if (stopped) return;
          bytes += chunk.length;
          if (bytes > limits.maxBytes) return stop(tooLarge(limits.maxBytes));
          silence?.refresh();
          chunks.push(chunk);
        },
        onResponseEnd() {
          if (stopped) return;
          finish();
          resolve({
            status,
            headers,
            setCookies,
            body: chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks, bytes),
          });
        },
        onResponseError(_, error) {
          if (stopped) return;
          finish();
          reject(explainConnection(error));
        },
      },
    );
  });
}

function timer(ms: number, onTime: () => void): NodeJS.Timeout | undefined {
  return Number.isFinite(ms) ? setTimeout(onTime, Math.max(0, ms)).unref() : undefined;
}

function readFields(fields: Record<string, string | string[] | undefined>): Pick<Exchange, "headers" | "setCookies"> {
  const headers: Record<string, string> = {};
  let setCookies: string[] = [];
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    if (name === "set-cookie") setCookies = Array.isArray(value) ? value : [value];
    else headers[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return { headers, setCookies };
}
