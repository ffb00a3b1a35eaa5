import { createHash } from "node:crypto";
import { isCheckpoint, saveCheckpoint } from "./checkpoint";
import { type EngineCore, inTransaction } from "./core";
import { type EventPayload, type FunctionConfig, isRecord, parseStorable } from "./protocol";
import { receiveEvents } from "./receive-events";

/** Answers what the SDK asks of an Inngest server: events, registration, checkpoints. It is the client's `fetch`. */
export function createSdkApi(core: EngineCore, register: (functions: FunctionConfig[]) => Promise<void>): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    const text = await request.text();
    if (request.method === "POST" && pathname.startsWith("/e/")) {
      const events = readEvents(parseStorable(text), request.headers.get("x-inngest-event-id-seed"));
      if (!events) return reply(400, { status: 400, error: "an event needs a name" });
      await inTransaction(core.sql, (tx) => receiveEvents(core, tx, events));
      core.wake();
      return reply(200, { ids: events.map(({ id }) => id), status: 200 });
    }
    if (request.method === "POST" && pathname === "/fn/register") {
      const body = parseStorable(text);
      await register(isRecord(body) && Array.isArray(body.functions) ? (body.functions as FunctionConfig[]) : []);
      return reply(200, { ok: true, modified: true, status: 200 });
    }
    if (request.method === "POST" && /^\/v1\/checkpoint\/[^/]+\/async$/.test(pathname)) {
      const body = parseStorable(text);
      if (!isCheckpoint(body)) return reply(400, { error: "not a checkpoint" });
      const isCurrent = await saveCheckpoint(core, body);
      return reply(isCurrent ? 200 : 409, isCurrent ? {} : { error: "stale dispatch" });
    }
    return reply(404, { error: `${pathname} is not supported by the embedded job engine`, status: 404 });
  };
}

function reply(status: number, body: object): Response {
  return Response.json(body, { status });
}

/** Ids that the sender left out follow from its seed, so that the same send, tried again, makes the same events. */
function readEvents(body: unknown, seed: string | null): EventPayload[] | null {
  const list = Array.isArray(body) ? body : [body];
  const events: EventPayload[] = [];
  for (const [index, raw] of list.entries()) {
    if (!isRecord(raw) || typeof raw.name !== "string" || raw.name === "") return null;
    const id = typeof raw.id === "string" && raw.id !== "" ? raw.id : seededId(seed, index);
    const ts = typeof raw.ts === "number" ? raw.ts : Date.now();
    events.push({ ...raw, id, ts, name: raw.name, data: isRecord(raw.data) ? raw.data : {} });
  }
  return events;
}

function seededId(seed: string | null, index: number): string {
  if (!seed) return crypto.randomUUID();
  return createHash("sha256").update(`${seed}:${index}`).digest("hex").slice(0, 32);
}
