import { basename, resolve } from "node:path";
import { SingleBar } from "cli-progress";
import type { ImportProgress, StartedImport } from "@/server/opportunities/reading/schemas";
import { type Api, connect } from "../api";
import { printJson, printText, say } from "../output";
import { uploadPaths } from "./documents";

const ended = new Set<ImportProgress["phase"]>(["done", "failed", "cancelled"]);

/** Uploads files and folders as one tender and follows their reading to its end. */
export async function importTender(
  api: Api,
  paths: string[],
  options: {
    name?: string;
    onProgress?: (progress: ImportProgress | null, uploaded: string) => void;
    onRefused?: (file: string, reason: string) => void;
  } = {},
): Promise<ImportProgress> {
  const name = options.name ?? basename(resolve(paths[0] ?? ""));
  const started = await api.send<StartedImport>("POST", "/opportunities/begin-import", { name });
  const uploads = await uploadPaths(api, paths, {
    collectionId: started.collectionId,
    onProgress: (_done, _total, path) => options.onProgress?.(null, path),
  });
  // Named once all are there: the reading begins at once and tells how far each file is. It takes in whatever else the collection holds.
  const documentIds = [...new Set(uploads.flatMap(({ added }) => added?.documentId ?? []))].slice(0, 500);
  for (const { name: file, refusal } of uploads) if (refusal) options.onRefused?.(file, refusal);
  if (documentIds.length === 0) throw new Error(`None of these files was taken: ${uploads[0]?.refusal}`);
  await api.send("POST", `/opportunities/${started.id}/documents`, { documentIds });
  for (;;) {
    const progress = await api.get<ImportProgress>(`/opportunities/${started.id}/import`);
    options.onProgress?.(progress, "");
    if (ended.has(progress.phase)) return progress;
    await new Promise((next) => setTimeout(next, 300));
  }
}

export async function importTenderAction(paths: string[], options: { name?: string; json?: boolean }): Promise<void> {
  const bar = new SingleBar({
    format: "{phase}  {read} of {files} files  {pages} pages  {requirements} requirements  {path}",
    stream: process.stderr,
    clearOnComplete: true,
  });
  bar.start(1, 0, { phase: "uploading", read: 0, files: 0, pages: 0, requirements: 0, path: "" });
  const refused: string[] = [];
  const progress = await importTender(connect(), paths, {
    onRefused: (file, reason) => refused.push(`${file}: ${reason}`),
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
  for (const line of refused) say(line);
  for (const file of progress.files) if (file.reason) say(`${file.path}: ${file.reason}`);
  if (progress.phase !== "done") {
    say(progress.problem ?? `The reading ended as ${progress.phase}.`);
    process.exitCode = 1;
  }
}
