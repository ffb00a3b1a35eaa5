import { workspaceTopic } from "@/server/platform/live";
import { liveBus } from "@/server/platform/ports";

const recheckMs = 3000;
const pingMs = 25_000;
/** A reader that leaves this much unread is let go; it comes back and looks at everything anew. */
const mostUnread = 500;

interface Follower {
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

/** The live channel of a workspace as an event stream. `mayStay` is asked every few seconds and ends the stream by throwing. */
export function followWorkspace(workspaceId: string, mayStay: () => Promise<void>): ReadableStream<Uint8Array> {
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
          mayStay,
          seenAt: Date.now(),
        };
        leave = join(workspaceId, follower);
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
