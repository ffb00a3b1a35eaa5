import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { vector } from "@electric-sql/pglite-pgvector";
import { servePglite } from "./pglite-wire";

/**
 * The embedded database lives in this thread, so that a long query never holds up the server's own event loop. It is reached
 * through the wire protocol on a private unix socket, by the very driver that speaks to a real Postgres.
 */
interface PgliteWorkerData {
  dataDir: string | null;
  socketPath: string;
  /** A dump to start from (tests). */
  template: Uint8Array<ArrayBuffer> | null;
}

const { dataDir, socketPath, template } = workerData as PgliteWorkerData;

const db = await PGlite.create({
  ...(dataDir ? { dataDir } : {}),
  ...(template ? { loadDataDir: new Blob([template]) } : {}),
  extensions: { vector, pg_trgm },
});
const server = await servePglite(db, socketPath);
parentPort?.postMessage({ type: "ready" });

parentPort?.on("message", async (message: { type: "close" | "dump" }) => {
  if (message.type === "dump") {
    const dump = await db.dumpDataDir("none");
    parentPort?.postMessage({ type: "dump", bytes: new Uint8Array(await dump.arrayBuffer()) });
    return;
  }
  server.close();
  await db.close();
  parentPort?.postMessage({ type: "closed" });
});
