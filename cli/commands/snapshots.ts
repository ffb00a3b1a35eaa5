import type { Command } from "commander";
import type { ListSnapshotsOutput, SnapshotDetail } from "@/server/sources/snapshots/schemas";
import { connect } from "../api";
import { printJson, printText, table } from "../output";

export function snapshotsCommands(program: Command): void {
  const snapshots = program.command("snapshots").description("kept revisions of watched pages");
  snapshots
    .command("list")
    .option("--source <id>", "of one source")
    .option("--page <id>", "of one page")
    .option("--limit <n>", "how many", "50")
    .option("--json", "print one JSON object")
    .action(listSnapshots);
  snapshots
    .command("show")
    .argument("<id>", "snapshot")
    .option("--json", "print one JSON object")
    .description("when and from where it came, what the server said, and its text")
    .action(showSnapshot);
}

async function listSnapshots(options: { source?: string; page?: string; limit: string; json?: boolean }) {
  const query = { sourceId: options.source, pageId: options.page, limit: options.limit };
  const found = await connect().get<ListSnapshotsOutput>("/snapshots", query);
  if (options.json) return printJson(found);
  printText(
    table([
      ["when", "version", "bytes", "id", "page"],
      ...found.snapshots.map((one) => [
        String(one.fetchedAt),
        one.isCurrent ? `${one.revision} (now)` : String(one.revision),
        one.removedAt ? "no longer kept" : String(one.byteSize),
        one.id,
        one.page.url,
      ]),
    ]),
  );
}

async function showSnapshot(id: string, options: { json?: boolean }) {
  const snapshot = await connect().get<SnapshotDetail>(`/snapshots/${id}`);
  if (options.json) return printJson(snapshot);
  printText(`${snapshot.finalUrl}\nversion ${snapshot.revision} of ${String(snapshot.fetchedAt)}, by ${snapshot.rung}`);
  printText(`status ${snapshot.status}, ${snapshot.byteSize} bytes, sha256 ${snapshot.sha256}`);
  for (const [name, value] of Object.entries(snapshot.headers)) printText(`${name}: ${value}`);
  printText(`\n${snapshot.text ?? (snapshot.removedAt ? "No longer kept." : "Not read yet.")}`);
}
