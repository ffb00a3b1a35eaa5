import { appendFileSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { openDatabase } from "@/drizzle/client";
import { createEmbedded } from "./driver";

/**
 * A worker that is made to be killed: `crash-worker.ts <database> <log file>`, where the database is a URL or a folder.
 * Each step writes a line when it begins. It says "ready" when the engine runs.
 */
const [target = "", logFile = ""] = process.argv.slice(2);
// As Next's server does: the driver lets go of promises when its connections are cut, and that must not end the process.
process.on("unhandledRejection", (error) => process.stderr.write(`${error}\n`));
process.on("uncaughtException", (error) => process.stderr.write(`${error}\n`));
const database = await openDatabase(/^postgres/.test(target) ? { url: target, poolSize: 5 } : { dataDir: target });
const { client, start } = createEmbedded("crash");

const begin = (runId: string, name: string) =>
  appendFileSync(logFile, `${JSON.stringify({ runId, name, at: Date.now() })}\n`);
const work = client.createFunction(
  { id: "work", triggers: [{ event: "crash/work" }], retries: 4 },
  async ({ step, runId }) => {
    const run = (name: string) =>
      step.run(name, async () => {
        begin(runId, name);
        await new Promise((fulfil) => setTimeout(fulfil, 5));
        return name;
      });
    for (let n = 0; n < 6; n++) await run(`first-${n}`);
    await Promise.all([0, 1, 2, 3].map((n) => run(`parallel-${n}`)));
    for (let n = 0; n < 6; n++) await run(`last-${n}`);
    return runId;
  },
);
await start([work], database, { leaseMs: 2000 });
// Whoever is killed cannot leave it behind: the next one need not compile the same again.
flushCompileCache();
process.stdout.write("ready\n");
process.on("message", (message: { runs: number; id: string }) => {
  const events = Array.from({ length: message.runs }, (_none, n) => ({
    id: `${message.id}-${n}`,
    name: "crash/work",
    data: {},
  }));
  void client.send(events).then(() => process.send?.("sent"));
});
