import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Inngest, type InngestFunction } from "inngest";
import { serve } from "inngest/node";
import type { Database } from "@/drizzle/client";
import { newId } from "@/lib/ids";
import { type RunningEngine, type StartOptions, startEmbeddedEngine } from "../index";

/** What the contract suite needs of whatever runs the functions. */
export interface JobsDriver {
  kind: "embedded" | "server";
  client: Inngest.Any;
  start(functions: InngestFunction.Any[]): Promise<void>;
  /** Makes schedules due at once where that can be done; on a server the clock alone does it. */
  turnMinute(): Promise<void>;
  stop(): Promise<void>;
}

export const silentLogger = { info() {}, warn() {}, error() {}, debug() {} };

export interface EmbeddedParts {
  client: Inngest.Any;
  /** Speaks to the engine as the SDK does. */
  fetch: typeof fetch;
  start(
    functions: InngestFunction.Any[],
    database: Pick<Database, "kind" | "sql">,
    options?: Partial<StartOptions>,
  ): Promise<RunningEngine>;
}

/** A client and an engine of their own, so that several can live in one test process. */
export function createEmbedded(appId = `app-${newId().slice(-12)}`, checkpointing = true): EmbeddedParts {
  let reach: typeof fetch | null = null;
  const viaEngine: typeof fetch = (input, init) => {
    if (!reach) throw new Error("the engine has not been started");
    return reach(input, init);
  };
  const client = new Inngest({ id: appId, isDev: true, fetch: viaEngine, logger: silentLogger, checkpointing });
  return {
    client,
    fetch: viaEngine,
    start: (functions, database, options = {}) =>
      startEmbeddedEngine({
        client,
        functions,
        database,
        logger: silentLogger,
        backoffMs: () => 50,
        pollMs: 50,
        connect: ({ fetch }) => {
          reach = fetch;
        },
        ...options,
      }),
  };
}

export function embeddedDriver(database: () => Pick<Database, "kind" | "sql">): JobsDriver {
  const { client, start } = createEmbedded();
  let engine: RunningEngine | null = null;
  return {
    kind: "embedded",
    client,
    start: async (functions) => {
      engine = await start(functions, database());
    },
    turnMinute: async () => {
      await database().sql`update jobs.schedules set next_at = now()`;
      engine?.wake();
    },
    stop: async () => engine?.stop({ timeoutMs: 2000 }),
  };
}

/** Serves the functions over HTTP to a real Inngest server at `url` (start it with `--retry-interval 1`). */
export function serverDriver(url: string): JobsDriver {
  const client = new Inngest({ id: `contract-${newId().slice(-12)}`, isDev: true, baseUrl: url, logger: silentLogger });
  let server: Server | null = null;
  return {
    kind: "server",
    client,
    start: async (functions) => {
      server = createServer(serve({ client, functions }));
      await new Promise<void>((fulfil) => server?.listen(0, "localhost", fulfil));
      const { port } = server.address() as AddressInfo;
      const answer = await fetch(`http://localhost:${port}/api/inngest`, { method: "PUT" });
      if (!answer.ok) throw new Error(`the server refused the functions: ${await answer.text()}`);
    },
    turnMinute: async () => {},
    stop: async () => {
      server?.closeAllConnections();
      await new Promise((fulfil) => (server ? server.close(fulfil) : fulfil(null)));
    },
  };
}
