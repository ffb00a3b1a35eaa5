import { RateLimitedError } from "@/server/platform/errors";
import { workspaceTopic } from "@/server/platform/live";
import { liveBus } from "@/server/platform/ports";

const recheckMs = 3000;
const pingMs = 25_000;
/** A reader that leaves this much unread is let go; it comes back and looks at everything anew. */
const mostUnread = 500;

/** Streams that one person or key holds open at one process, and all of a workspace; tabs of a browser share one. */
export const mostOfOne = 1_200;
export const mostOfWorkspace = 4_000;

interface Follower {
  who: string;
  send: (text: string) => void;
  close: () => void;
  mayStay: () => Promise<void>;
  seenAt: number;
}

// Timers and encoded text are shared by all followers of a process: what each one costs is its socket.
// The route's bundle and the one that shuts the server down are separate module instances of one process.
const shared = globalThis as typeof globalThis & { outriderFollowers?: Map<string, Set<Follower>> };
shared.outriderFollowers ??= new Map();
const followers = shared.outriderFollowers;
const subscriptions = new Map<string, () => void>();
const encoder = new TextEncoder();
let isTending = false;

/**
 * The live channel of a workspace as an event stream, for one person or key (`who`). `mayStay` is asked every few seconds and ends the stream
 * by throwing. It ends with `signal` as well: of a reader who goes before the reply is under way nobody else hears. Throws
 * RateLimitedError when so many are open that one more could only be meant to fill the memory.
 */
export function followWorkspace(
  workspaceId: string,
  who: string,
  mayStay: () => Promise<void>,
  signal?: AbortSignal,
): ReadableStream<Uint8Array> {
  assertRoom(workspaceId, who);
  let leave = () => {};
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const follower: Follower = {
          send: (text) => {
            if ((controller.desiredSize ?? 0) < -mostUnread) return follower.close();
            controller.enqueue(encoder.encode(text));
          },
          close: () => {
            leave();
            try {
              controller.close();
            } catch {
              // Closed already by the reader.
            }
          },
          who,
          mayStay,
          seenAt: Date.now(),
        };
        if (signal?.aborted) return controller.close();
        const stop = join(workspaceId, follower);
        signal?.addEventListener("abort", follower.close);
        leave = () => {
          stop();
          signal?.removeEventListener("abort", follower.close);
        };
        follower.send("retry: 1000\nevent: hello\ndata: {}\n\n");
      },
      cancel: () => leave(),
    },
    { highWaterMark: 1 },
  );
}

/** Ends every stream of this process, so that readers connect anew elsewhere. For shutdown. */
export function closeFollowers(): void {
  for (const group of followers.values()) for (const follower of [...group]) follower.close();
}

export function countFollowers(): number {
  let count = 0;
  for (const group of followers.values()) count += group.size;
  return count;
}

function assertRoom(workspaceId: string, who: string): void {
  const group = followers.get(workspaceId);
  if (!group || group.size < mostOfOne) return;
  let own = 0;
  for (const follower of group) if (follower.who === who) own += 1;
  if (own < mostOfOne && group.size < mostOfWorkspace) return;
  throw new RateLimitedError("Too many live connections are open. Close some, and try again in a minute.", 60);
}

function join(workspaceId: string, follower: Follower): () => void {
  const group = followers.get(workspaceId) ?? new Set();
  group.add(follower);
  followers.set(workspaceId, group);
  if (!subscriptions.has(workspaceId)) {
    const stop = liveBus().subscribe(workspaceTopic(workspaceId), (message) => {
      const text = `data: ${message}\n\n`;
      for (const one of followers.get(workspaceId) ?? []) one.send(text);
    });
    subscriptions.set(workspaceId, stop);
  }
  if (!isTending) {
    isTending = true;
    setInterval(tend, recheckMs).unref();
  }
  return () => {
    group.delete(follower);
    if (group.size > 0) return;
    followers.delete(workspaceId);
    subscriptions.get(workspaceId)?.();
    subscriptions.delete(workspaceId);
  };
}

function tend(): void {
  for (const group of followers.values()) {
    for (const follower of [...group]) {
      follower.mayStay().catch(() => follower.close());
      if (Date.now() - follower.seenAt < pingMs) continue;
      follower.seenAt = Date.now();
      follower.send(": ping\n\n");
    }
  }
}
