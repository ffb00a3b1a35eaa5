import { Command } from "commander";
import { administrationCommands } from "./commands/administration";
import { askCommand } from "./commands/ask";
import { backupCommands } from "./commands/backup";
import { changesCommands } from "./commands/changes";
import { demoCommand } from "./commands/demo";
import { doctorCommand } from "./commands/doctor";
import { documentsCommands } from "./commands/documents";
import { opportunitiesCommands } from "./commands/opportunities";
import { requirementsCommands } from "./commands/requirements";
import { searchCommand } from "./commands/search";
import { snapshotsCommands } from "./commands/snapshots";
import { sourcesCommands } from "./commands/sources";
import { say } from "./output";

// `outrider … | head` closes our output early: that is a wish, not an error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

const program = new Command("outrider")
  .description("Talks to OUTRIDER_URL with OUTRIDER_API_KEY; doctor, backup, restore and reseal work locally.")
  .showHelpAfterError("Try --help.");
for (const add of [
  demoCommand,
  administrationCommands,
  askCommand,
  backupCommands,
  doctorCommand,
  documentsCommands,
  opportunitiesCommands,
  requirementsCommands,
  searchCommand,
  sourcesCommands,
  snapshotsCommands,
  changesCommands,
]) {
  add(program);
}

try {
  await program.parseAsync();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
