import { appendFileSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { setTimeout as later } from "node:timers/promises";
import { Middleware } from "inngest";
import { getDatabase } from "@/drizzle/client";
import { aWorkspace } from "@/drizzle/factories/context";
import { functions } from "@/inngest";
import { askQuestion } from "@/server/ask";
import { inngest, setJobsRuntime } from "@/server/jobs/client";
import { startEmbeddedEngine } from "@/server/jobs/engine";
import { addDocument, withReceivedFile } from "@/server/knowledge/documents";
import { logger } from "@/server/platform/logging";
import { resolveJobContext } from "@/server/workspaces";
import { shareKeyOf } from "../share-key-of";

/** What the parent asks for; each is answered with its number once it is written down. */
export type KilledWorkerMessage = { n: number; owner: WorkspaceOwner } & KilledWork;

export type KilledWork =
  | { kind: "add"; path: string; text: string }
  | { kind: "ask"; question: string }
  /** Answered once no job is left to be done. */
  | { kind: "rest" };

export interface WorkspaceOwner {
  workspaceId: string;
  userId: string;
}

/**
 * All of the product's jobs in a process that is made to be killed: `killed-worker <log file>`, on the data folder of its environment.
 * Each step writes a line when it begins. Its first message is a workspace and its owner.
 */
const logFile = process.argv[2] ?? "";

class WriteDownBeginnings extends Middleware.BaseMiddleware {
  readonly id = "write-down-beginnings";
  override onStepStart({ ctx, fn, stepInfo }: Middleware.OnStepStartArgs): void {
    const line = { runId: ctx.runId, functionId: fn.id(), step: stepInfo.options.id, at: Date.now() };
    appendFileSync(logFile, `${JSON.stringify(line)}\n`);
  }
}

// The one client has no middleware of its own; each call of a function reads the list anew.
(inngest.middleware as Middleware.Class[]).push(WriteDownBeginnings);
const database = await getDatabase();
const owner = process.argv[3] ? (JSON.parse(process.argv[3]) as WorkspaceOwner) : await makeOwner();
await startEmbeddedEngine({ client: inngest, functions, database, connect: setJobsRuntime, logger, shareKeyOf });
// Whoever is killed cannot leave it behind: the next one need not compile the same again.
flushCompileCache();
process.on("message", (message: KilledWorkerMessage) => void handle(message));
process.send?.(owner);

async function makeOwner(): Promise<WorkspaceOwner> {
  const made = await aWorkspace();
  return { workspaceId: made.workspace.id, userId: made.userId };
}

async function handle(message: KilledWorkerMessage): Promise<void> {
  const ctx = await resolveJobContext({ data: message.owner }, "killed-worker");
  if (message.kind === "rest") {
    while (await hasWork()) await later(100);
  } else if (message.kind === "ask") {
    await askQuestion(ctx, { question: message.question, bypassCache: true });
  } else {
    const { path, text } = message;
    await withReceivedFile(Buffer.from(text), (file) => addDocument(ctx, { path, origin: "upload", file }));
  }
  process.send?.(message.n);
}

async function hasWork(): Promise<boolean> {
  const open = await database.sql`
    select 1 from jobs.runs where ended_at is null union all select 1 from outbox where taken_at is null limit 1`;
  return open.length > 0;
}
