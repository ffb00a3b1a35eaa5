import type { Command } from "commander";
import type { ListChangesOutput } from "@/server/sources/changes/schemas";
import { connect } from "../api";
import { printJson, printText, table } from "../output";

export function changesCommands(program: Command): void {
  const changes = program.command("changes").description("what changed on watched pages");
  changes
    .command("list")
    .option("--source <id>", "of one source")
    .option("--unseen", "only what you have not looked at")
    .option("--limit <n>", "how many", "50")
    .option("--json", "print one JSON object")
    .action(async (options: { source?: string; unseen?: boolean; limit: string; json?: boolean }) => {
      const found = await connect().get<ListChangesOutput>("/changes", {
        sourceId: options.source,
        unseen: options.unseen ? "true" : undefined,
        limit: options.limit,
      });
      if (options.json) return printJson(found);
      printText(
        table([
          ["when", "severity", "source", "summary"],
          ...found.changes.map((change) => [
            String(change.detectedAt),
            change.severity,
            change.source.name,
            change.summary,
          ]),
        ]),
      );
    });
  changes
    .command("show")
    .argument("<id>", "change")
    .option("--json", "print one JSON object")
    .action(async (id: string, options: { json?: boolean }) => {
      const change = await connect().get<{
        summary: string;
        items: { kind: string; before: string | null; after: string | null }[];
      }>(`/changes/${id}`);
      if (options.json) return printJson(change);
      printText(change.summary);
      for (const item of change.items) printText(`${item.kind}\n  - ${item.before ?? ""}\n  + ${item.after ?? ""}`);
    });
}
