import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Rendition } from "@/lib/rendition";
import { UnreadableFileError } from "@/server/knowledge/ingest/parsing/errors";
import { defaultParseLimits } from "@/server/knowledge/ingest/parsing/limits";
import { readFileContent } from "@/server/knowledge/ingest/parsing/read-file";
import { type PreparedDocument, prepareDocument } from "@/server/knowledge/writing/prepared-document";
import { listFiles, type QuestionSet, type TextDocument } from "./load-questions";

export interface ReadDocument {
  /** Path inside the package. */
  name: string;
  rendition: Rendition;
}

/** The documents of one package, read by the product's extractors. Files that cannot be read are named on stderr. */
export async function readPackage(source: { folder: string } | { documents: TextDocument[] }): Promise<ReadDocument[]> {
  if ("documents" in source) return source.documents.map(readText);
  const scratch = await mkdtemp(path.join(tmpdir(), "outrider-qa-"));
  try {
    const documents: ReadDocument[] = [];
    for (const name of await listFiles(source.folder)) {
      try {
        const read = await readFileContent(
          { path: path.join(source.folder, name), name, folder: scratch },
          defaultParseLimits,
          () => undefined,
        );
        if (read.rendition) documents.push({ name, rendition: read.rendition });
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

/** A text as one document; paragraphs are parted by empty lines. */
export function readText(document: TextDocument): ReadDocument {
  const text = document.text.normalize("NFC");
  const blocks = [...text.matchAll(/\S(?:.|\n(?!\n))*/g)].map(({ 0: paragraph, index }) => ({
    kind: "paragraph" as const,
    start: index,
    end: index + paragraph.trimEnd().length,
  }));
  return {
    name: document.name,
    rendition: {
      extractor: "text",
      version: 1,
      text,
      blocks,
      pages: [],
      lines: [],
      title: document.title,
      warnings: [],
    },
  };
}

export async function preparePackages(set: QuestionSet): Promise<Map<string, PreparedDocument[]>> {
  const prepared = new Map<string, PreparedDocument[]>();
  for (const [name, source] of set.packages) {
    const read = await readPackage(source);
    prepared.set(
      name,
      read.map((document) => prepareDocument(document.name, document.rendition)),
    );
  }
  return prepared;
}
