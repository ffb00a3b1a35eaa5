import type { Command } from "commander";
import { closeDatabase, getDatabase } from "@/drizzle/client";
import { backupTo, restoreFrom } from "@/server/composition/backup";
import { printJson, printText, say } from "../output";

/** `backup` and `restore` open the installation themselves: stop the server first where it runs on the embedded database. */
export function backupCommands(program: Command): void {
  program
    .command("backup")
    .description("write records and files into a folder (server down, or on Postgres)")
    .requiredOption("--out <folder>", "a folder that is not there yet")
    .option("--json", "print one JSON object")
    .action(async (options: { out: string; json?: boolean }) => {
      const summary = await withDatabase(() => backupTo(options.out, say));
      if (options.json) printJson(summary);
      else
        printText(
          `Wrote ${summary.rows} rows and ${summary.files} files to ${options.out}. Keep it secret: it holds everything.`,
        );
    });
  program
    .command("restore")
    .description("read a backup into an empty installation")
    .argument("<folder>")
    .option("--json", "print one JSON object")
    .action(async (folder: string, options: { json?: boolean }) => {
      const summary = await withDatabase(() => restoreFrom(folder, say));
      if (options.json) printJson(summary);
      else printText(`Restored ${summary.rows} rows and ${summary.files} files.`);
    });
}

async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  await getDatabase();
  try {
    return await work();
  } finally {
    await closeDatabase();
  }
}
