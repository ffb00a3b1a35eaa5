import { randomUUID } from "node:crypto";
import type { Redis } from "@upstash/redis";
import { logger } from "../logging";
import type { LiveBus } from "./bus";
import { inProcessBus } from "./in-process-bus";

const channel = "outrider:live";

interface Wire {
  from: string;
  topic: string;
  message: string;
}

export interface RedisBus extends LiveBus {
  close(): void;
}

/**
 * Fan-out over all nodes: one subscription per process, because messages are small. This process's own followers hear
 * at once and without Redis; while Redis is out the other nodes' followers find out by their own looking.
 * `connect` makes a client that calls back when its subscription has ended.
 */
export function redisBus(connect: (onStreamEnd: () => void) => Redis): RedisBus {
  const local = inProcessBus();
  const self = randomUUID();
  let isClosed = false;
  let retryMs = 100;
  let retry: NodeJS.Timeout | undefined;
  let subscription: { unsubscribe(): Promise<void> } | undefined;

  const redis = connect(() => {
    subscription = undefined;
    if (isClosed) return;
    retry = setTimeout(follow, retryMs);
    retry.unref();
    retryMs = Math.min(retryMs * 2, 5000);
  });
  const follow = () => {
    const subscriber = redis.subscribe<Wire>([channel]);
    // A refused connection ends the stream as well, and is tried again there.
    subscriber.on("error", () => {});
    subscriber.on("subscribe", () => {
      retryMs = 100;
    });
    subscriber.on("message", ({ message }) => {
      if (message.from !== self) local.publish(message.topic, message.message);
    });
    subscription = subscriber;
  };

  return {
    publish(topic, message) {
      local.publish(topic, message);
      const wire: Wire = { from: self, topic, message };
      redis.publish(channel, wire).catch((error) => {
        logger.debug({ event: "bus.redis_out", error: String(error) }, "other nodes were not told");
      });
    },
    subscribe(topic, hear) {
      if (!subscription && !retry) follow();
      return local.subscribe(topic, hear);
    },
    close() {
      isClosed = true;
      clearTimeout(retry);
      subscription?.unsubscribe().catch(() => {});
    },
  };
}
