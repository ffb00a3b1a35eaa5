import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";

interface Holder {
  answers: Set<ServerResponse>;
  servers: Set<Server>;
  isClosing: boolean;
}

// Every bundle of the process sees the same requests.
const holder = globalThis as typeof globalThis & { outriderOpenRequests?: Holder };

/** Starts counting the requests that are being answered. Called once when the server starts; calling again changes nothing. */
export function countOpenRequests(): void {
  if (holder.outriderOpenRequests) return;
  const state: Holder = { answers: new Set(), servers: new Set(), isClosing: false };
  holder.outriderOpenRequests = state;
  subscribe("http.server.request.start", (message) => {
    const { response, server } = message as { request: IncomingMessage; response: ServerResponse; server: Server };
    state.answers.add(response);
    state.servers.add(server);
    response.once("close", () => state.answers.delete(response));
    // Whoever asks now should ask elsewhere the next time.
    if (state.isClosing) response.shouldKeepAlive = false;
  });
}

/** From now on each answer ends its connection, so that nobody sends a request into one that is about to go. */
export function endConnections(): void {
  const state = holder.outriderOpenRequests;
  if (!state) return;
  state.isClosing = true;
  for (const response of state.answers) if (!response.headersSent) response.shouldKeepAlive = false;
}

/** Takes no further request, and waits until those that came are answered, at most this long. Streams are not waited for: they never end. */
export async function finishOpenRequests(timeoutMs: number): Promise<void> {
  const state = holder.outriderOpenRequests;
  if (!state) return;
  // Closes idle connections, too.
  for (const server of state.servers) server.close();
  const asked = [...state.answers].filter((response) => !isStream(response));
  const ended = asked.map((response) => new Promise<void>((done) => void response.once("close", done)));
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((done) => {
    timer = setTimeout(done, timeoutMs);
  });
  await Promise.race([Promise.all(ended), patience]);
  clearTimeout(timer);
}

function isStream(response: ServerResponse): boolean {
  return String(response.getHeader("content-type") ?? "").startsWith("text/event-stream");
}
