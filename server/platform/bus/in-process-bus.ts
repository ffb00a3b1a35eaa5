import { EventEmitter } from "node:events";
import type { LiveBus } from "./bus";

export function inProcessBus(): LiveBus {
  const emitter = new EventEmitter().setMaxListeners(0);
  return {
    publish: (topic, message) => void emitter.emit(topic, message),
    subscribe: (topic, hear) => {
      emitter.on(topic, hear);
      return () => void emitter.off(topic, hear);
    },
  };
}
