import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { SingleBar } from "cli-progress";
import type { Command } from "commander";
import type { ListFixTasksOutput } from "@/server/sources/fixes/schemas";
import type {
  ImportSourcesOutput,
  ListSourcesOutput,
  SourceDetail,
  SourcePreview,
  SourceRunOutput,
} from "@/server/sources/schemas";
import { type Api, connect } from "../api";
import { printJson, printText, say, table } from "../output";
import { editSourceCommand } from "./edit-source";

type Run = SourceRunOutput;

/** What a finished run says of itself to scripts. */
export function runReport(run: Run) {
  return {
    runId: run.id,
    sourceId: run.sourceId,
    status: run.status,
    reason: run.reason,
    pages: run.counts.pages,
    snapshots: run.counts.new + run.counts.changed,
    changes: run.counts.changes,
    records: run.counts.records,
    fetches: run.counts.fetches,
    rungs: run.counts.rungs,
    errors: run.problems,
  };
}

/** Follows a run until it has ended, telling how far it is. */
export async function waitForRun(api: Api, runId: string, onProgress: (run: Run) => void): Promise<Run> {
  for (;;) {
    const run = await api.get<Run>(`/runs/${runId}`);
    onProgress(run);
    if (run.status !== "queued" && run.status !== "running") return run;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function scan(api: Api, sourceId: string, options: { wait?: boolean; json?: boolean }): Promise<void> {
  const started = await api.send<Run>("POST", `/sources/${sourceId}/scan`, {});
  if (!options.wait) {
    if (options.json) printJson({ runId: started.id, status: started.status });
    else printText(`Run ${started.id} has been asked for. Follow it with: sources show ${sourceId}`);
    return;
  }
  await finish(await follow(api, started.id), options);
}

async function follow(api: Api, runId: string): Promise<Run> {
  const bar = new SingleBar({
    format: "{pages} pages  {fresh} new  {changed} changed  {failed} errors  {url}",
    stream: process.stderr,
    clearOnComplete: true,
  });
  bar.start(1, 0, { pages: 0, fresh: 0, changed: 0, failed: 0, url: "" });
  try {
    return await waitForRun(api, runId, ({ counts, currentUrl }) =>
      bar.update(0, {
        pages: counts.pages,
        fresh: counts.new,
        changed: counts.changed,
        failed: counts.failed,
        url: (currentUrl ?? "").slice(0, 70),
      }),
    );
  } finally {
    bar.stop();
  }
}

async function finish(run: Run, options: { json?: boolean }): Promise<void> {
  if (options.json) printJson(runReport(run));
  else {
    const { counts } = run;
    printText(
      `${run.status}: ${counts.pages} pages, ${counts.new} new, ${counts.changed} changed, ${counts.changes} changes, ${counts.failed} errors`,
    );
    for (const { url, reason } of run.problems.slice(0, 20)) say(`${url}: ${reason}`);
  }
  if (run.status === "failed") {
    say(run.reason ?? "The run failed.");
    process.exitCode = 1;
  }
}

export function sourcesCommands(program: Command): void {
  const sources = program
    .command("sources")
    .description("watch addresses: add, list, show, edit, scan, stop, pause, remove");
  sources
    .command("add")
    .argument("<url>", "what to watch")
    .option("--kind <kind>", "what it is; auto finds out", "auto")
    .option("--every <interval>", "1h, 6h, 12h, 24h or 7d")
    .option("--name <name>", "what to call it")
    .option("--tag <tag...>", "tags")
    .option("--pages <n>", "most pages of one run", Number)
    .option("--depth <n>", "steps away from the address", Number)
    .option("--collection <id>", "where its pages are kept")
    .option("--no-wait", "do not wait for the first run")
    .option("--json", "print one JSON object")
    .action(addSource);
  sources
    .command("preview")
    .argument("<url>", "what to look at")
    .option("--json", "print one JSON object")
    .description("say what an address is and what would be read")
    .action(previewSource);
  sources
    .command("list")
    .option("--limit <n>", "how many", "100")
    .option("--json", "print one JSON object")
    .action(listSources);
  sources.command("show").argument("<id>", "source").option("--json", "print one JSON object").action(showSource);
  sources
    .command("scan")
    .argument("<id>", "source")
    .option("--wait", "wait until the run has ended")
    .option("--json", "print one JSON object")
    .action((id: string, options: { wait?: boolean; json?: boolean }) => scan(connect(), id, options));
  for (const [name, paused] of [
    ["pause", true],
    ["resume", false],
  ] as const) {
    sources
      .command(name)
      .argument("<id>", "source")
      .action(async (id: string) => {
        await connect().send("PATCH", `/sources/${id}`, { paused });
        printText(paused ? "Paused." : "Watched again.");
      });
  }
  editSourceCommand(sources);
  sources
    .command("stop")
    .argument("<id>", "source")
    .description("stop the run that is going on; what it has brought stays")
    .action(async (id: string) => {
      const { lastRun } = await connect().get<SourceDetail>(`/sources/${id}`);
      if (!lastRun) throw new Error("It has not been read yet.");
      await connect().send("POST", `/runs/${lastRun.id}/cancel`);
      printText("Stopped.");
    });
  sources
    .command("remove")
    .argument("<id>", "source")
    .action(async (id: string) => {
      await connect().send("DELETE", `/sources/${id}`);
      printText("No longer watched. What it brought stays in the library.");
    });
  const fixes = sources.command("fix").description("what only a person can mend: where on a page the entries stand");
  fixes
    .command("list")
    .option("--status <status>", "open, applied, dismissed or mended", "open")
    .option("--json", "print one JSON object")
    .action(listFixTasks);
  fixes
    .command("dismiss")
    .argument("<id>", "task")
    .action(async (id: string) => {
      await connect().send("POST", `/fix-tasks/${id}/dismiss`);
      printText("Left as it is. It is asked for again only after it has been well in between.");
    });
  sources
    .command("import")
    .argument("<file>", "OPML or CSV")
    .option("--json", "print one JSON object")
    .action(importSources);
}

interface AddOptions {
  kind: string;
  every?: string;
  name?: string;
  tag?: string[];
  pages?: number;
  depth?: number;
  collection?: string;
  /** False with --no-wait. */
  wait: boolean;
  json?: boolean;
}

async function addSource(url: string, options: AddOptions): Promise<void> {
  const api = connect();
  const budget = { pages: options.pages, depth: options.depth };
  const source = await api.send<SourceDetail>("POST", "/sources", {
    url,
    kind: options.kind,
    name: options.name,
    tags: options.tag ?? [],
    collectionId: options.collection,
    ...(options.pages || options.depth !== undefined ? { budget } : {}),
    ...(options.every ? { schedule: { every: options.every, timeZone: "UTC" } } : {}),
  });
  const first = source.lastRun;
  const run = options.wait && first ? await follow(api, first.id) : null;
  if (options.json) {
    printJson({
      id: source.id,
      kind: source.kind,
      name: source.name,
      url: source.url,
      run: run ? runReport(run) : null,
    });
    if (run?.status === "failed") process.exitCode = 1;
    return;
  }
  printText(`${source.name} (${source.kind}) is watched as ${source.id}`);
  if (run) await finish(run, options);
}

async function previewSource(url: string, options: { json?: boolean }): Promise<void> {
  const preview = await connect().send<SourcePreview>("POST", "/sources/preview", { url });
  if (options.json) return printJson(preview);
  printText(`${preview.kind}: ${preview.title ?? preview.url}\n${preview.reason}`);
  for (const item of preview.items) printText(`  ${item.date ?? ""}  ${item.title}`);
  for (const other of preview.alternatives) printText(`or ${other.kind}: ${other.url} (${other.reason})`);
}

async function showSource(id: string, options: { json?: boolean }): Promise<void> {
  const source = await connect().get<SourceDetail>(`/sources/${id}`);
  if (options.json) return printJson(source);
  printText(`${source.name} (${source.kind}, ${source.status})\n${source.url}`);
  if (source.statusReason) printText(source.statusReason);
  printText(
    table([
      ["started", "status", "pages", "new", "changed", "errors"],
      ...source.runs.map((run) => [
        String(run.startedAt ?? run.createdAt),
        run.status,
        String(run.counts.pages),
        String(run.counts.new),
        String(run.counts.changed),
        String(run.counts.failed),
      ]),
    ]),
  );
}

async function importSources(file: string, options: { json?: boolean }): Promise<void> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new Error(`There is no file ${file}.`);
  });
  const result = await connect().send<ImportSourcesOutput>("POST", "/sources/import", {
    text,
    fileName: basename(file),
  });
  if (options.json) return printJson(result);
  printText(`${result.created.length} added, ${result.existing} watched already, ${result.problems.length} not usable`);
  for (const { line, reason } of result.problems) say(`line ${line}: ${reason}`);
}

async function listSources(options: { limit: string; json?: boolean }): Promise<void> {
  const found = await connect().get<ListSourcesOutput>("/sources", { limit: options.limit });
  if (options.json) return printJson(found);
  printText(
    table([
      ["status", "kind", "pages", "changes", "id", "name"],
      ...found.sources.map((source) => [
        source.status,
        source.kind,
        String(source.pages),
        String(source.changes7d),
        source.id,
        source.name,
      ]),
    ]),
  );
}

async function listFixTasks(options: { status: string; json?: boolean }): Promise<void> {
  const found = await connect().get<ListFixTasksOutput>("/fix-tasks", { status: options.status });
  if (options.json) return printJson(found);
  printText(
    table([
      ["since", "source", "id", "what is wrong"],
      ...found.tasks.map((task) => [String(task.createdAt), task.source.name, task.id, task.detail]),
    ]),
  );
}
