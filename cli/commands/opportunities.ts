import type { Command } from "commander";
import type { OpportunityDetail } from "@/server/opportunities/detail/schemas";
import type { SimilarOutput } from "@/server/opportunities/similar/schemas";
import { connect } from "../api";
import { printJson, printText, say } from "../output";
import { comparePapers } from "./compare-papers";
import { importTable } from "./import-table";
import { importTenderAction } from "./import-tender";
import { approveAmendment, listAmendments } from "./list-amendments";
import { listOpportunities } from "./list-opportunities";
import { saveTable, type TableFile } from "./save-table";
import { dateLines, settleDeadline } from "./settle-deadline";
import { showFit } from "./show-fit";

export function opportunitiesCommands(program: Command): void {
  const opportunities = program
    .command("opportunities")
    .description("tenders and requests: list, show, import, decide");
  opportunities
    .command("list")
    .option("--text <words>", "words of title, buyer or reference")
    .option("--stage <key>", "stage of the pipeline")
    .option("--sort <by>", "submission, seen, title, buyer, value, fit", "submission")
    .option("--limit <n>", "how many", "50")
    .option("--json", "print one JSON object")
    .action(listOpportunities);
  opportunities.command("show").argument("<id>").option("--json", "print one JSON object").action(showOpportunity);
  opportunities
    .command("similar")
    .argument("<id>")
    .option("--limit <n>", "how many", "6")
    .option("--json", "print one JSON object")
    .description("others of the same buyer, trade or words, with the reasons")
    .action(showSimilar);
  opportunities
    .command("import")
    .argument("<paths...>", "files, folders or archives of one tender")
    .option("--name <name>", "what to call it until its documents say")
    .option("--json", "print one JSON object")
    .description("make an opportunity of a tender's files and read them")
    .action(importTenderAction);
  opportunities
    .command("import-table")
    .argument("<file>", "a workbook (XLSX) or CSV file: one row for each tender, headings in the first")
    .option("--sheet <n>", "which sheet, from 1", "1")
    .option("--dry-run", "only tell what would be taken and left out")
    .option("--json", "print one JSON object")
    .description("take the rows of a table as opportunities")
    .action(importTable);
  opportunities
    .command("compare")
    .argument("<before>", "an opportunity, or papers: doc:ID,ID")
    .argument("<after>", "an opportunity, or papers: doc:ID,ID")
    .option("--json", "print one JSON object")
    .description("what two tenders, or two sets of papers, demand and state differently")
    .action(comparePapers);
  opportunities
    .command("settle")
    .argument("<id>")
    .description("say which of several dates that disagree holds")
    .option("--kind <kind>", "which date: submission, questions, …", "submission")
    .option("--date <day>", "the stated day that holds, as 2031-03-29")
    .option("--statement <id>", "the statement that holds, where several name the same day")
    .option("--take-back", "undo the decision: they disagree again")
    .option("--json", "print one JSON object")
    .action(settleDeadline);
  opportunities
    .command("export")
    .description("all that a filter leaves, as a table")
    .option("--text <words>", "words of title, buyer or reference")
    .option("--stage <key>", "stage of the pipeline")
    .option("--format <format>", "csv or xlsx", "xlsx")
    .option("--out <file>", "where to write it")
    .action(exportOpportunities);
  opportunities
    .command("amendments")
    .argument("[id]", "of one opportunity, line by line; without it, of all in a sentence each")
    .option("--to-approve", "only what nobody has approved")
    .option("--limit <n>", "how many", "20")
    .option("--json", "print one JSON object")
    .description("what buyers changed after the fact, newest first")
    .action(listAmendments);
  opportunities
    .command("approve")
    .argument("<amendment>")
    .option("--take-back", "it is to be looked at again")
    .option("--json", "print one JSON object")
    .description("say that you have looked at what an amendment changed")
    .action(approveAmendment);
  opportunities
    .command("fit")
    .argument("<id>")
    .option("--json", "print one JSON object")
    .description("how well it fits: factor by factor, with reasons, and what rules it out")
    .action(showFit);
  opportunities
    .command("decide")
    .argument("<id>")
    .option("--go", "we answer it")
    .option("--no-go", "we do not")
    .option("--take-back", "undo the decision")
    .requiredOption("--reason <words>", "why")
    .option("--json", "print one JSON object")
    .description("take a go/no-go decision")
    .action(decide);
}

async function showOpportunity(id: string, options: { json?: boolean }): Promise<void> {
  const detail = await connect().get<OpportunityDetail>(`/opportunities/${encodeURIComponent(id)}`);
  if (options.json) return printJson(detail);
  printText(`#${detail.number} ${detail.title}`);
  for (const { name, statements } of detail.fields) {
    for (const one of statements.filter(({ isChosen }) => isChosen)) printText(`${name}  ${one.text}`);
  }
  for (const line of dateLines(detail)) printText(line);
  printText(
    `${detail.counts.requirements} requirements (${detail.counts.mandatory} mandatory), ${detail.counts.documents} documents, ${detail.counts.notices} notices`,
  );
}

async function showSimilar(id: string, options: { limit: string; json?: boolean }): Promise<void> {
  const path = `/opportunities/${encodeURIComponent(id)}/similar`;
  const found = await connect().get<SimilarOutput>(path, { limit: options.limit });
  if (options.json) return printJson(found);
  for (const { opportunity, reasons, sameTender } of found.similar) {
    printText(`${opportunity.id}  ${opportunity.title.slice(0, 70)}  (${opportunity.outcome ?? opportunity.stage})`);
    if (sameTender) printText(`    the same tender? ${sameTender}`);
    printText(`    ${reasons.join("; ")}`);
  }
  if (found.similar.length === 0) say("None is alike.");
}

async function exportOpportunities(options: {
  text?: string;
  stage?: string;
  format: string;
  out?: string;
}): Promise<void> {
  const filters = {
    ...(options.text ? { text: options.text } : {}),
    ...(options.stage ? { stage: [options.stage] } : {}),
  };
  const file = await connect().send<TableFile>("POST", "/opportunities/export", {
    filters,
    format: options.format,
  });
  await saveTable(file, options.out);
}

async function decide(
  id: string,
  options: { go?: boolean; takeBack?: boolean; reason: string; json?: boolean },
  command: Command,
): Promise<void> {
  // Commander keeps --go and --no-go as one flag, true unless said: only what was typed is a decision.
  const wasSaid = command.getOptionValueSource("go") === "cli";
  if (wasSaid === Boolean(options.takeBack)) throw new Error("Say one of --go, --no-go or --take-back.");
  const decision = options.takeBack ? null : options.go ? "go" : "no_go";
  const taken = await connect().send("POST", `/opportunities/${encodeURIComponent(id)}/decisions`, {
    decision,
    reason: options.reason,
  });
  if (options.json) return printJson(taken);
  printText(decision === null ? "The decision was taken back." : `Decided: ${decision === "go" ? "go" : "no-go"}.`);
}
