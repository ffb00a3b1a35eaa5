import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { SingleBar } from "cli-progress";
import type { Command } from "commander";
import type { OpportunityDetail } from "@/server/opportunities/detail/schemas";
import type { ListOpportunitiesOutput } from "@/server/opportunities/list/schemas";
import type { ImportProgress, StartedImport } from "@/server/opportunities/reading/schemas";
import type { SimilarOutput } from "@/server/opportunities/similar/schemas";
import type { ImportTableOutput, PreviewTableOutput } from "@/server/opportunities/tables/schemas";
import { type Api, connect } from "../api";
import { printJson, printText, say, table } from "../output";
import { uploadPaths } from "./documents";
import { saveTable, type TableFile } from "./save-table";

const ended = new Set<ImportProgress["phase"]>(["done", "failed", "cancelled"]);

/** Uploads files and folders as one tender and follows their reading to its end. */
export async function importTender(
  api: Api,
  paths: string[],
  options: { name?: string; onProgress?: (progress: ImportProgress | null, uploaded: string) => void } = {},
): Promise<ImportProgress> {
  const name = options.name ?? basename(resolve(paths[0] ?? ""));
  const started = await api.send<StartedImport>("POST", "/opportunities/begin-import", { name });
  const uploads = await uploadPaths(api, paths, {
    collectionId: started.collectionId,
    onProgress: (_done, _total, path) => options.onProgress?.(null, path),
  });
  // Named once all are there: the reading begins at once and tells how far each file is. It takes in whatever else the collection holds.
  const documentIds = [...new Set(uploads.map(({ added }) => added.documentId))].slice(0, 500);
  await api.send("POST", `/opportunities/${started.id}/documents`, { documentIds });
  for (;;) {
    const progress = await api.get<ImportProgress>(`/opportunities/${started.id}/import`);
    options.onProgress?.(progress, "");
    if (ended.has(progress.phase)) return progress;
    await new Promise((next) => setTimeout(next, 300));
  }
}

/** Every statement of the dates that people meet first, those that disagree marked. */
export function dateLines(detail: OpportunityDetail): string[] {
  return detail.deadlines
    .filter(({ kind }) => kind === "submission" || kind === "questions")
    .flatMap(({ kind, isContradicted, statements, inForceId }) =>
      statements.map((one) => {
        const mark = isContradicted ? "DISAGREES" : one.id === inForceId ? "in force" : one.state;
        const when = [one.localDate, one.localTime, one.zoneStated].filter(Boolean).join(" ") || "no date";
        const where = one.citation
          ? `${one.citation.title}${one.citation.page ? `, page ${one.citation.page}` : ""}`
          : "notice";
        return `${kind}  ${when}  (${mark})  “${one.quote}”  ${where}`;
      }),
    );
}

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
    .action(async (options: { text?: string; stage?: string; sort: string; limit: string; json?: boolean }) => {
      const list = await connect().get<ListOpportunitiesOutput>("/opportunities", {
        text: options.text,
        stage: options.stage,
        sort: options.sort,
        limit: options.limit,
      });
      if (options.json) return printJson(list);
      printText(
        table([
          ["id", "due", "stage", "requirements", "title", "buyer"],
          ...list.opportunities.map((one) => [
            one.id,
            one.submissionAt ? String(one.submissionAt).slice(0, 16) : (one.submissionDate ?? ""),
            one.outcome ?? one.stage,
            String(one.requirementCount),
            one.title.slice(0, 70),
            (one.buyer ?? "").slice(0, 40),
          ]),
        ]),
      );
      if (list.total > list.opportunities.length)
        say(`${list.opportunities.length} of ${list.total}; --limit shows more.`);
    });
  opportunities
    .command("show")
    .argument("<id>")
    .option("--json", "print one JSON object")
    .action(async (id: string, options: { json?: boolean }) => {
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
    });
  opportunities
    .command("similar")
    .argument("<id>")
    .option("--limit <n>", "how many", "6")
    .option("--json", "print one JSON object")
    .description("others of the same buyer, trade or words, with the reasons")
    .action(async (id: string, options: { limit: string; json?: boolean }) => {
      const path = `/opportunities/${encodeURIComponent(id)}/similar`;
      const found = await connect().get<SimilarOutput>(path, { limit: options.limit });
      if (options.json) return printJson(found);
      for (const { opportunity, reasons } of found.similar) {
        printText(
          `${opportunity.id}  ${opportunity.title.slice(0, 70)}  (${opportunity.outcome ?? opportunity.stage})`,
        );
        printText(`    ${reasons.join("; ")}`);
      }
      if (found.similar.length === 0) say("None is alike.");
    });
  opportunities
    .command("import")
    .argument("<paths...>", "files, folders or archives of one tender")
    .option("--name <name>", "what to call it until its documents say")
    .option("--json", "print one JSON object")
    .description("make an opportunity of a tender's files and read them")
    .action(async (paths: string[], options: { name?: string; json?: boolean }) => {
      const bar = new SingleBar({
        format: "{phase}  {read} of {files} files  {pages} pages  {requirements} requirements  {path}",
        stream: process.stderr,
        clearOnComplete: true,
      });
      bar.start(1, 0, { phase: "uploading", read: 0, files: 0, pages: 0, requirements: 0, path: "" });
      const progress = await importTender(connect(), paths, {
        ...(options.name ? { name: options.name } : {}),
        onProgress: (at, path) =>
          bar.update(0, at ? { phase: at.phase, ...at.counts, path: "" } : { path: path.slice(0, 60) }),
      }).finally(() => bar.stop());
      if (options.json) printJson(progress);
      else {
        const { counts } = progress;
        printText(`${progress.title}\n${progress.opportunityId}`);
        printText(
          `${counts.read} of ${counts.files} files read, ${counts.pages} pages, ${counts.requirements} requirements (${counts.mandatory} mandatory), ${counts.deadlines} dates, ${counts.contradictions} that disagree`,
        );
      }
      for (const file of progress.files) if (file.reason) say(`${file.path}: ${file.reason}`);
      if (progress.phase !== "done") {
        say(progress.problem ?? `The reading ended as ${progress.phase}.`);
        process.exitCode = 1;
      }
    });
  opportunities
    .command("import-table")
    .argument("<file>", "a workbook (XLSX) or CSV file: one row for each tender, headings in the first")
    .option("--sheet <n>", "which sheet, from 1", "1")
    .option("--dry-run", "only tell what would be taken and left out")
    .option("--json", "print one JSON object")
    .description("take the rows of a table as opportunities")
    .action(importTable);
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
    .action(async (options: { text?: string; stage?: string; format: string; out?: string }) => {
      const filters = {
        ...(options.text ? { text: options.text } : {}),
        ...(options.stage ? { stage: [options.stage] } : {}),
      };
      const file = await connect().send<TableFile>("POST", "/opportunities/export", {
        filters,
        format: options.format,
      });
      await saveTable(file, options.out);
    });
  opportunities
    .command("decide")
    .argument("<id>")
    .option("--go", "we answer it")
    .option("--no-go", "we do not")
    .option("--take-back", "undo the decision")
    .requiredOption("--reason <words>", "why")
    .option("--json", "print one JSON object")
    .description("take a go/no-go decision")
    .action(
      async (
        id: string,
        options: { go?: boolean; takeBack?: boolean; reason: string; json?: boolean },
        command: Command,
      ) => {
        // Commander keeps --go and --no-go as one flag, true unless said: only what was typed is a decision.
        const wasSaid = command.getOptionValueSource("go") === "cli";
        if (wasSaid === Boolean(options.takeBack)) throw new Error("Say one of --go, --no-go or --take-back.");
        const decision = options.takeBack ? null : options.go ? "go" : "no_go";
        const taken = await connect().send("POST", `/opportunities/${encodeURIComponent(id)}/decisions`, {
          decision,
          reason: options.reason,
        });
        if (options.json) return printJson(taken);
        printText(
          decision === null ? "The decision was taken back." : `Decided: ${decision === "go" ? "go" : "no-go"}.`,
        );
      },
    );
}

async function importTable(path: string, options: { sheet: string; dryRun?: boolean; json?: boolean }): Promise<void> {
  const bytes = await readFile(path);
  const input = { fileName: basename(path), base64: bytes.toString("base64"), sheet: Number(options.sheet) - 1 };
  const api = connect();
  if (options.dryRun) {
    const preview = await api.send<PreviewTableOutput>("POST", "/opportunities/table/preview", input);
    if (options.json) return printJson(preview);
    for (const { heading, field } of preview.columns) printText(`${heading}  →  ${field ?? "left out"}`);
    printText(`${preview.ready} of ${preview.rows} rows can be taken`);
    for (const { row, problem } of preview.problems) say(`row ${row}: ${problem}`);
    return;
  }
  const sum: Omit<ImportTableOutput, "rows"> = {
    created: 0,
    joined: 0,
    unchanged: 0,
    leftOut: 0,
    problems: [],
    opportunityIds: [],
  };
  for (let from = 0, rows = 1; from < rows; from += rowsAtOnce) {
    const part = await api.send<ImportTableOutput>("POST", "/opportunities/table", {
      ...input,
      from,
      count: rowsAtOnce,
    });
    rows = part.rows;
    for (const key of ["created", "joined", "unchanged", "leftOut"] as const) sum[key] += part[key];
    sum.problems.push(...part.problems);
    sum.opportunityIds.push(...part.opportunityIds);
    say(`${Math.min(from + rowsAtOnce, rows)} of ${rows} rows`);
  }
  if (options.json) printJson(sum);
  else {
    printText(
      `${sum.created} new, ${sum.joined} about opportunities that are known (${sum.unchanged} of them say nothing new), ${sum.leftOut} rows left out`,
    );
  }
  for (const { row, problem } of sum.problems) say(`row ${row}: ${problem}`);
}

/** Short enough for an answer within a second or two. */
const rowsAtOnce = 50;

async function settleDeadline(
  id: string,
  options: { kind: string; date?: string; statement?: string; takeBack?: boolean; json?: boolean },
): Promise<void> {
  const api = connect();
  const path = `/opportunities/${encodeURIComponent(id)}`;
  const { deadlines } = await api.get<OpportunityDetail>(path);
  const statements = deadlines.find(({ kind }) => kind === options.kind)?.statements ?? [];
  const fitting = statements.filter((one) =>
    options.statement ? one.id === options.statement : options.date !== undefined && one.localDate === options.date,
  );
  const [chosen] = fitting;
  if (!options.takeBack && fitting.some((one) => one.at !== chosen?.at || one.localTime !== chosen?.localTime)) {
    throw new Error(
      ["Several statements name this day. Say which with --statement:", ...fitting.map(statementLine)].join("\n"),
    );
  }
  if (!options.takeBack && !chosen) {
    throw new Error(
      ["Say which date holds with --date or --statement. These are stated:", ...statements.map(statementLine)].join(
        "\n",
      ),
    );
  }
  const statementId = options.takeBack ? null : chosen?.id;
  const settled = await api.send("POST", `${path}/deadlines`, { kind: options.kind, statementId });
  if (options.json) return printJson(settled);
  for (const line of dateLines(await api.get<OpportunityDetail>(path))) printText(line);
}

function statementLine(one: OpportunityDetail["deadlines"][number]["statements"][number]): string {
  return `  ${one.id}  ${[one.localDate ?? "no date", one.localTime, one.zoneStated].filter(Boolean).join(" ")}  “${one.quote}”`;
}
