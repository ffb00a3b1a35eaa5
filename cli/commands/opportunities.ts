import { basename, resolve } from "node:path";
import { SingleBar } from "cli-progress";
import type { Command } from "commander";
import type { OpportunityDetail } from "@/server/opportunities/detail/schemas";
import type { ListOpportunitiesOutput } from "@/server/opportunities/list/schemas";
import type { ImportProgress, StartedImport } from "@/server/opportunities/reading/schemas";
import type { ListRequirementsOutput, RequirementView } from "@/server/opportunities/requirements/schemas";
import { type Api, connect } from "../api";
import { printJson, printText, say, table } from "../output";
import { addPaths } from "./documents";

const ended = new Set<ImportProgress["phase"]>(["done", "failed", "cancelled"]);

/** Uploads files and folders as one tender and follows their reading to its end. */
export async function importTender(
  api: Api,
  paths: string[],
  options: { name?: string; onProgress?: (progress: ImportProgress | null, uploaded: string) => void } = {},
): Promise<ImportProgress> {
  const name = options.name ?? basename(resolve(paths[0] ?? ""));
  const started = await api.send<StartedImport>("POST", "/opportunities/begin-import", { name });
  await addPaths(api, paths, {
    collectionId: started.collectionId,
    onProgress: (_done, _total, path) => options.onProgress?.(null, path),
  });
  for (;;) {
    const progress = await api.get<ImportProgress>(`/opportunities/${started.id}/import`);
    options.onProgress?.(progress, "");
    if (ended.has(progress.phase)) return progress;
    await new Promise((next) => setTimeout(next, 300));
  }
}

/** All requirements that stand, page by page. */
export async function allRequirements(
  api: Api,
  opportunityId: string,
  filters: Record<string, string | undefined> = {},
): Promise<RequirementView[]> {
  const found: RequirementView[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.get<ListRequirementsOutput>(
      `/opportunities/${encodeURIComponent(opportunityId)}/requirements`,
      {
        ...filters,
        limit: 1000,
        cursor,
      },
    );
    found.push(...page.requirements);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return found;
}

/** A requirement as scripts know it. */
export function requirementJson(one: RequirementView) {
  const { id, label, ref, text, leadIn, kind, isMandatory, obliged, section, due, state, citation } = one;
  return {
    id,
    label,
    ref,
    text,
    leadIn,
    kind,
    mandatory: isMandatory,
    obliged,
    section,
    due,
    state,
    locator: citation
      ? { documentId: citation.documentId, page: citation.page, start: citation.start, end: citation.end }
      : null,
  };
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

export function requirementsCommands(program: Command): void {
  const requirements = program.command("requirements").description("what a tender demands, line by line");
  requirements
    .command("list")
    .requiredOption("--opportunity <id>", "of which opportunity")
    .option("--kind <kind>", "only of this kind")
    .option("--mandatory", "only what is mandatory")
    .option("--json", "print one JSON object")
    .action(async (options: { opportunity: string; kind?: string; mandatory?: boolean; json?: boolean }) => {
      const found = await allRequirements(connect(), options.opportunity, {
        kind: options.kind,
        isMandatory: options.mandatory ? "true" : undefined,
      });
      if (options.json) return printJson({ requirements: found.map(requirementJson) });
      printText(
        table([
          ["no.", "ref", "kind", "", "text"],
          ...found.map((one) => [
            one.label,
            one.ref ?? "",
            one.kind,
            one.isMandatory ? "must" : "may",
            one.text.replace(/\s+/g, " ").slice(0, 110),
          ]),
        ]),
      );
    });
}
