import type { Command } from "commander";
import { closeDatabase, getDatabase } from "@/drizzle/client";
import { backupTo, restoreFrom } from "@/server/composition/backup";
import { resealSecrets } from "@/server/composition/reseal-secrets";
import { printJson, printText, say } from "../output";

/** `backup`, `restore` and `reseal` open the installation themselves: stop the server first where it runs on the embedded database. */
export function backupCommands(program: Command): void {
  resealCommand(program);
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

/** After OUTRIDER_SECRET was replaced; the server does the same at its start. */
function resealCommand(program: Command): void {
  program
    .command("reseal")
    .description("seal what an old secret sealed under the one of today (server down, or on Postgres)")
    .option("--json", "print one JSON object")
    .action(async (options: { json?: boolean }) => {
      const { anew, unreadable } = await withDatabase(resealSecrets);
      if (options.json) printJson({ anew, unreadable });
      else printText(`${anew} values were sealed anew, ${unreadable} could not be read.`);
      if (unreadable > 0) {
        say("What could not be read was left as it is: keep the old secrets, or give these credentials again.");
        process.exitCode = 1;
      }
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
