import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { UnreadableFileError } from "@/server/knowledge/ingest/parsing/errors";
import { defaultParseLimits } from "@/server/knowledge/ingest/parsing/limits";
import { readFileContent } from "@/server/knowledge/ingest/parsing/read-file";
import { type PreparedDocument, prepareDocument } from "@/server/knowledge/writing/prepared-document";
import { listFiles, type QuestionSet, type TextDocument } from "./load-questions";

/** The documents of one package, read by the product's extractors. Files that cannot be read are named on stderr. */
export async function preparePackage(
  source: { folder: string } | { documents: TextDocument[] },
): Promise<PreparedDocument[]> {
  if ("documents" in source) return source.documents.map(prepareText);
  const scratch = await mkdtemp(path.join(tmpdir(), "outrider-qa-"));
  try {
    const documents: PreparedDocument[] = [];
    for (const name of await listFiles(source.folder)) {
      try {
        const read = await readFileContent(
          { path: path.join(source.folder, name), name, folder: scratch },
          defaultParseLimits,
          () => undefined,
        );
        if (read.rendition) documents.push(prepareDocument(name, read.rendition));
      } catch (error) {
        if (!(error instanceof UnreadableFileError)) throw error;
        console.error(`${name}: ${error.message}`);
      }
    }
    return documents;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function prepareText(document: TextDocument): PreparedDocument {
  const text = document.text.normalize("NFC");
  const rendition = {
    extractor: "text",
    version: 1,
    text,
    blocks: [{ kind: "paragraph" as const, start: 0, end: text.length }],
    pages: [],
    lines: [],
    title: document.title,
    warnings: [],
  };
  return prepareDocument(document.name, rendition);
}

export async function preparePackages(set: QuestionSet): Promise<Map<string, PreparedDocument[]>> {
  const prepared = new Map<string, PreparedDocument[]>();
  for (const [name, source] of set.packages) prepared.set(name, await preparePackage(source));
  return prepared;
}
