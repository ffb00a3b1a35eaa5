import type { Command } from "commander";
import { connect } from "../api";
import { printJson, printText } from "../output";

interface Found {
  results: { title: string; headingPath: string[]; locator: { page: number | null }; text: string; score: number }[];
  total: number;
  suggestion: string | null;
}

export function searchCommand(program: Command): void {
  program
    .command("search")
    .description("find passages")
    .argument("<text>")
    .option("--limit <n>", "how many", "10")
    .option("--kind <kind>", "pdf, docx, xlsx, pptx, html, markdown, text, csv or email")
    .option("--from <date>", "read on or after (2026-11-20)")
    .option("--to <date>", "read on or before")
    .option("--collection <id>", "within one collection")
    .option("--json", "print one JSON object")
    .action(async (text: string, options: Record<string, string | undefined> & { json?: boolean }) => {
      const { limit, kind, from, to, collection } = options;
      const found = await connect().get<Found>("/search", { text, limit, kind, from, to, collectionId: collection });
      if (options.json) return printJson(found);
      for (const [index, result] of found.results.entries()) {
        const place = [...result.headingPath, result.locator.page === null ? "" : `page ${result.locator.page}`];
        printText(`${index + 1}. ${result.title}  ${place.filter(Boolean).join(" > ")}`);
        printText(`   ${result.text.replace(/\s+/g, " ").slice(0, 300)}\n`);
      }
      printText(`${found.total} passages.${found.suggestion ? ` Did you mean "${found.suggestion}"?` : ""}`);
    });
}
