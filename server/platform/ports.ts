import { dataPath } from "@/lib/env";
import type { LiveBus } from "./bus/bus";
import { inProcessBus } from "./bus/in-process-bus";
import { diskStorage } from "./storage/disk-storage";
import type { FileStorage } from "./storage/storage";

interface Ports {
  storage: FileStorage;
  bus: LiveBus;
}

// Route bundles and instrumentation are separate module instances of one process and must share these.
const holder = globalThis as typeof globalThis & { outriderPorts?: Partial<Ports> };
holder.outriderPorts ??= {};
const made = holder.outriderPorts;

export function fileStorage(): FileStorage {
  made.storage ??= diskStorage(dataPath("files"));
  return made.storage;
}

export function liveBus(): LiveBus {
  made.bus ??= inProcessBus();
  return made.bus;
}
