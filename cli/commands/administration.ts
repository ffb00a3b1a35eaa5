import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import { dataPath } from "@/lib/env";
import { connect } from "../api";
import { printJson, printText, table } from "../output";

interface Job {
  id: string;
  functionId: string;
  subject: string | null;
  status: string;
  createdAt: string;
  error: string | null;
}
interface DeadLetter {
  id: string;
  functionId: string;
  subject: string | null;
  reason: string;
  createdAt: string;
  replayedAt: string | null;
}

/** `init`, `jobs` and `audit`: what sets an installation up and keeps an eye on it. */
export function administrationCommands(program: Command): void {
  program
    .command("init")
    .description("set up a new installation: operator, workspace and API key (once)")
    .requiredOption("--email <address>")
    .requiredOption("--password <password>")
    .requiredOption("--workspace <name>")
    .option("--setup-token <token>", "read from the data folder when left out")
    .option("--json", "print one JSON object")
    .action(
      async (options: { email: string; password: string; workspace: string; setupToken?: string; json?: boolean }) => {
        const setupToken = options.setupToken ?? (await readSetupToken());
        const { email, password, workspace } = options;
        const made = await connect({ apiKey: "" }).send<{ workspaceId: string; apiKey: string; url: string }>(
          "POST",
          "/init",
          {
            email,
            password,
            workspace,
            setupToken,
          },
        );
        if (options.json) return printJson(made);
        printText(`Workspace: ${made.url}\nAPI key (shown this once): ${made.apiKey}`);
      },
    );

  const jobs = program.command("jobs").description("list jobs, and run again those that gave up");
  jobs
    .command("list")
    .option("--status <status>", "queued, running, completed, failed or cancelled")
    .option("--limit <n>", "how many", "50")
    .option("--json", "print one JSON object")
    .action(async (options: { status?: string; limit: string; json?: boolean }) => {
      const list = await connect().get<{ jobs: Job[] }>("/jobs", { status: options.status, limit: options.limit });
      if (options.json) return printJson(list);
      printText(
        table([
          ["id", "status", "job", "since", "about"],
          ...list.jobs.map((job) => [job.id, job.status, job.functionId, job.createdAt, job.subject ?? ""]),
        ]),
      );
    });
  jobs
    .command("dead-letters")
    .option("--json", "print one JSON object")
    .action(async (options: { json?: boolean }) => {
      const list = await connect().get<{ deadLetters: DeadLetter[] }>("/jobs/dead-letters");
      if (options.json) return printJson(list);
      printText(
        table([
          ["id", "job", "replayed", "about", "reason"],
          ...list.deadLetters.map((one) => [
            one.id,
            one.functionId,
            one.replayedAt ?? "no",
            one.subject ?? "",
            one.reason,
          ]),
        ]),
      );
    });
  jobs
    .command("retry")
    .argument("<id>", "of a dead letter")
    .option("--json", "print one JSON object")
    .action(async (id: string, options: { json?: boolean }) => {
      const again = await connect().send<{ runId: string }>(
        "POST",
        `/jobs/dead-letters/${encodeURIComponent(id)}/replay`,
        {},
      );
      if (options.json) return printJson(again);
      printText(`Runs again as ${again.runId}.`);
    });

  program
    .command("audit")
    .description("check the audit trail")
    .command("verify")
    .option("--json", "print one JSON object")
    .action(async (options: { json?: boolean }) => {
      const verdict = await connect().get<{ isIntact: boolean }>("/audit/verify");
      if (options.json) printJson(verdict);
      else printText(verdict.isIntact ? "The audit trail is whole." : "The audit trail was tampered with.");
      if (!verdict.isIntact) process.exitCode = 1;
    });
}

async function readSetupToken(): Promise<string> {
  const file = dataPath("setup-token");
  try {
    return (await readFile(file, "utf8")).trim();
  } catch {
    throw new Error(
      `There is no set-up token at ${file}. Start the server once; or this installation is set up already.`,
    );
  }
}
