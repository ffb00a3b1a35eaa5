import { env } from "@/lib/env";

/** An answer of the server that is no success, in words for the person at the terminal. */
export class ApiError extends Error {
  override name = "ApiError";
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

export interface Api {
  get<T>(path: string, query?: Record<string, string | number | undefined>): Promise<T>;
  send<T>(method: "POST" | "PATCH" | "DELETE", path: string, body?: unknown): Promise<T>;
  upload<T>(path: string, query: Record<string, string | undefined>, bytes: Blob): Promise<T>;
}

/** The REST interface at OUTRIDER_URL with OUTRIDER_API_KEY. Throws ApiError. */
export function connect(options: { url?: string; apiKey?: string } = {}): Api {
  const url = options.url ?? env.OUTRIDER_URL ?? `http://localhost:${env.PORT}`;
  const apiKey = options.apiKey ?? env.OUTRIDER_API_KEY;
  const request = async <T>(
    path: string,
    init: RequestInit,
    query: Record<string, string | number | undefined> = {},
  ) => {
    const target = new URL(`/api/v1${path}`, url);
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) target.searchParams.set(name, String(value));
    let reply: Response;
    try {
      reply = await fetch(target, {
        ...init,
        headers: { ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}), ...init.headers },
      });
    } catch {
      throw new ApiError(`No server answers at ${url}. Start it with "npm start", or set OUTRIDER_URL.`, 0);
    }
    if (reply.ok) return (await reply.json()) as T;
    throw new ApiError(await messageOf(reply), reply.status);
  };
  return {
    get: (path, query) => request(path, { method: "GET" }, query),
    send: (method, path, body) =>
      request(path, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
      }),
    upload: (path, query, bytes) =>
      request(path, { method: "POST", body: bytes, headers: { "content-type": "application/octet-stream" } }, query),
  };
}

async function messageOf(reply: Response): Promise<string> {
  const hint = reply.status === 401 ? " Set OUTRIDER_API_KEY to a key from Settings → API keys." : "";
  try {
    const { detail } = (await reply.json()) as { detail?: string };
    return (detail ?? `The server answered ${reply.status}.`) + hint;
  } catch {
    return `The server answered ${reply.status}.${hint}`;
  }
}
