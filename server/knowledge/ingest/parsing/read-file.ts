import { readFile, stat } from "node:fs/promises";
import type { Rendition } from "@/lib/rendition";
import type { DocumentKind } from "@/lib/vocabulary/documents";
import { detectType, type FileType } from "./detect-type";
import { UnreadableFileError } from "./errors";
import { readCapturedPage } from "./extractors/captured-page";
import { readCsv } from "./extractors/csv";
import { readDocx } from "./extractors/docx/docx";
import { readEml } from "./extractors/eml";
import { readHtml } from "./extractors/html";
import { readMarkdown } from "./extractors/markdown";
import { type PageProgress, readPdf } from "./extractors/pdf/pdf";
import { readPptx } from "./extractors/pptx";
import { readText } from "./extractors/text";
import { readXlsx } from "./extractors/xlsx";
import { type Member, MemberWriter } from "./extractors/zip";
import { kindWords } from "./kind-words";
import type { ParseLimits } from "./limits";
import { openZip } from "./zip-reader";

export type ReadFile =
  | { kind: "document"; mime: string; extension: DocumentKind; rendition: Rendition }
  | { kind: "container"; mime: string; members: Member[]; leftOut: string[]; rendition?: Rendition };

/** Reads one file into what it holds. Runs in the parsing process only: hostile bytes may take it down. */
export async function readFileContent(
  input: { path: string; name: string; capturedFrom?: string | undefined; folder: string },
  limits: ParseLimits,
  onProgress: (progress: PageProgress) => void,
): Promise<ReadFile> {
  const { size } = await stat(input.path);
  if (size > limits.fileBytes) {
    throw new UnreadableFileError(
      "too_large",
      `The file has more than ${Math.floor(limits.fileBytes / 1024 / 1024)} MB. Split it, or upload the parts that matter.`,
    );
  }
  const bytes = new Uint8Array(await readFile(input.path));
  const type = await detectType(bytes, input.name, async (what) =>
    (await openZip(bytes, limits, what)).map((entry) => entry.path),
  );
  if (type.kind === "zip") {
    const writer = new MemberWriter(input.folder, limits);
    await writer.addArchive(bytes);
    if (writer.members.length === 0)
      throw new UnreadableFileError("empty", "The archive holds no files. Check the original and upload it again.");
    return { kind: "container", mime: type.mime, members: writer.members, leftOut: writer.leftOut };
  }
  if (type.kind === "eml") {
    const { rendition, attachments } = await readEml(bytes, limits);
    if (rendition.text.trim() === "")
      throw new UnreadableFileError(
        "empty",
        "The mail holds no text and no files. Check the original and upload it again.",
      );
    const writer = new MemberWriter(input.folder, limits);
    for (const attachment of attachments) await writer.add(attachment.bytes, attachment.name);
    return { kind: "container", mime: type.mime, members: writer.members, leftOut: writer.leftOut, rendition };
  }
  const rendition =
    type.kind === "html" && input.capturedFrom
      ? readCapturedPage(bytes, input.capturedFrom, limits)
      : await readDocument(bytes, type, limits, onProgress);
  if (rendition.text.trim() === "")
    throw new UnreadableFileError(
      "empty",
      `The ${kindWords[type.kind]} holds no text that could be read. Check the original and upload it again.`,
    );
  return { kind: "document", mime: type.mime, extension: type.kind, rendition };
}

async function readDocument(
  bytes: Uint8Array,
  type: FileType,
  limits: ParseLimits,
  onProgress: (progress: PageProgress) => void,
): Promise<Rendition> {
  switch (type.kind) {
    case "pdf":
      return readPdf(bytes, limits, onProgress);
    case "docx":
      return readDocx(bytes, limits);
    case "xlsx":
      return readXlsx(bytes, limits);
    case "pptx":
      return readPptx(bytes, limits);
    case "html":
      return readHtml(bytes, limits);
    case "markdown":
      return readMarkdown(bytes, limits);
    case "csv":
      return readCsv(bytes, limits);
    default:
      return readText(bytes, limits);
  }
}
