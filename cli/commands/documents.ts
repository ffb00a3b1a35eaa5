import { openAsBlob } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, join, posix, relative, sep } from "node:path";
import { SingleBar } from "cli-progress";
import type { Command } from "commander";
import type { DocumentDetail, ListDocumentsOutput } from "@/server/knowledge/documents/schemas";
import { type Api, ApiError, connect } from "../api";
import { printJson, printText, say, table } from "../output";

export interface AddedFile {
  path: string;
  /** Null when the server did not take the file. */
  documentId: string | null;
  snapshotId: string | null;
  outcome: string;
  status: string;
  pages: number | null;
  chunks: number | null;
  reason: string | null;
}

interface Upload {
  name: string;
  added: { documentId: string; snapshotId: string; outcome: string } | null;
  /** Why the server did not take it. */
  refusal: string | null;
}

/** Sends files and folders in; they are read by and by. A file that the server does not take keeps none of the others. */
export async function uploadPaths(
  api: Api,
  paths: string[],
  options: { collectionId?: string; onProgress?: (done: number, total: number, path: string) => void } = {},
): Promise<Upload[]> {
  const files = (await Promise.all(paths.map(listFiles))).flat();
  if (files.length === 0) throw new Error(`There are no files in ${paths.join(", ")}.`);
  const uploads: Upload[] = [];
  for (const file of files) {
    options.onProgress?.(uploads.length, files.length * 2, file.name);
    const query = { path: file.name, collectionId: options.collectionId };
    try {
      const added = await api.upload<NonNullable<Upload["added"]>>("/uploads", query, await openAsBlob(file.path));
      uploads.push({ name: file.name, added, refusal: null });
    } catch (error) {
      if (!(error instanceof ApiError) || !isOfTheFile(error)) throw error;
      uploads.push({ name: file.name, added: null, refusal: error.message });
    }
  }
  return uploads;
}

/** A key that is not valid, or a server that is not there, would refuse the next file as well. */
function isOfTheFile({ status }: ApiError): boolean {
  return [400, 409, 413, 415].includes(status) || status >= 500;
}

/** Uploads files and folders and waits until each has been read, or could not be. */
export async function addPaths(
  api: Api,
  paths: string[],
  options: Parameters<typeof uploadPaths>[2] = {},
): Promise<AddedFile[]> {
  const uploads = await uploadPaths(api, paths, options);
  const results: AddedFile[] = [];
  for (const { name, added, refusal } of uploads) {
    if (added) {
      const version = await waitUntilRead(api, added.documentId, added.snapshotId);
      results.push({
        path: name,
        ...added,
        status: version.status,
        pages: version.pageCount,
        chunks: version.chunkCount,
        reason: version.failureReason,
      });
    } else results.push({ ...notTaken, path: name, reason: refusal });
    options.onProgress?.(uploads.length + results.length, uploads.length * 2, name);
  }
  return results;
}

const notTaken = {
  documentId: null,
  snapshotId: null,
  outcome: "refused",
  status: "refused",
  pages: null,
  chunks: null,
};

async function waitUntilRead(api: Api, documentId: string, snapshotId: string) {
  for (;;) {
    const document = await api.get<DocumentDetail>(`/documents/${documentId}`);
    const version = document.versions.find((one) => one.id === snapshotId) ?? document.latest;
    if (version.status !== "queued" && version.status !== "processing") return version;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** A folder's files by their path inside it, the folder's own name first; hidden files are left out. */
async function listFiles(path: string): Promise<{ path: string; name: string }[]> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new Error(`There is no file or folder ${path}.`);
  if (found.isFile()) return [{ path, name: basename(path) }];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ path: file, name: posix.join(basename(path), relative(path, file).split(sep).join("/")) }));
}

export function documentsCommands(program: Command): void {
  const documents = program.command("documents").description("add, list, show and remove documents");
  documents
    .command("add")
    .argument("<paths...>", "files and folders")
    .option("--collection <id>", "collection to add to")
    .option("--json", "print one JSON object")
    .action(async (paths: string[], options: { collection?: string; json?: boolean }) => {
      const bar = new SingleBar({
        format: "{bar} {percentage}%  {name}",
        stream: process.stderr,
        clearOnComplete: true,
      });
      bar.start(1, 0, { name: "" });
      const added = await addPaths(connect(), paths, {
        ...(options.collection ? { collectionId: options.collection } : {}),
        onProgress: (done, total, name) => {
          bar.setTotal(total);
          bar.update(done, { name });
        },
      }).finally(() => bar.stop());
      if (options.json) printJson({ documents: added });
      else {
        printText(
          table([
            ["status", "pages", "chunks", "document", "path"],
            ...added.map((file) => [
              file.status,
              String(file.pages ?? ""),
              String(file.chunks ?? ""),
              file.documentId ?? "",
              file.path,
            ]),
          ]),
        );
      }
      for (const file of added) if (file.reason) say(`${file.path}: ${file.reason}`);
      // A script that adds files wants to know that not all of them can be asked about.
      if (added.some(({ status }) => status !== "ready")) process.exitCode = 1;
    });
  documents
    .command("list")
    .option("--limit <n>", "how many", "50")
    .option("--json", "print one JSON object")
    .action(async (options: { limit: string; json?: boolean }) => {
      const list = await connect().get<ListDocumentsOutput>("/documents", { limit: options.limit });
      if (options.json) return printJson(list);
      printText(
        table([
          ["id", "status", "title", "path"],
          ...list.documents.map((one) => [one.id, one.latest.status, one.title, one.path]),
        ]),
      );
    });
  documents
    .command("show")
    .argument("<id>")
    .option("--json", "print one JSON object")
    .action(async (id: string, options: { json?: boolean }) => {
      const document = await connect().get<DocumentDetail>(`/documents/${encodeURIComponent(id)}`);
      if (options.json) return printJson(document);
      printText(`${document.title}\n${document.path}\n`);
      printText(
        table([
          ["version", "status", "pages", "chunks", "bytes", "read"],
          ...document.versions.map((one) => [
            String(one.revision),
            one.status,
            String(one.pageCount ?? ""),
            String(one.chunkCount ?? ""),
            String(one.byteSize),
            String(one.fetchedAt),
          ]),
        ]),
      );
    });
  documents
    .command("remove")
    .argument("<id>")
    .option("--json", "print one JSON object")
    .action(async (id: string, options: { json?: boolean }) => {
      await connect().send("DELETE", `/documents/${encodeURIComponent(id)}`);
      if (options.json) printJson({ removed: id });
      else printText(`Removed ${id}. Answers that rest on it are marked unsupported.`);
    });
}
