import { fileTypeFromBuffer } from "file-type";
import { UnreadableFileError } from "./errors";

export const fileKinds = ["pdf", "docx", "xlsx", "pptx", "html", "markdown", "text", "csv", "eml", "zip"] as const;
export type FileKind = (typeof fileKinds)[number];

export interface FileType {
  kind: FileKind;
  mime: string;
  extension: string;
}

const types: Record<FileKind, FileType> = {
  pdf: { kind: "pdf", mime: "application/pdf", extension: "pdf" },
  docx: {
    kind: "docx",
    mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    extension: "docx",
  },
  xlsx: { kind: "xlsx", mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", extension: "xlsx" },
  pptx: {
    kind: "pptx",
    mime: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    extension: "pptx",
  },
  html: { kind: "html", mime: "text/html", extension: "html" },
  markdown: { kind: "markdown", mime: "text/markdown", extension: "md" },
  text: { kind: "text", mime: "text/plain", extension: "txt" },
  csv: { kind: "csv", mime: "text/csv", extension: "csv" },
  eml: { kind: "eml", mime: "message/rfc822", extension: "eml" },
  zip: { kind: "zip", mime: "application/zip", extension: "zip" },
};

/**
 * Tells what a file is by its bytes. The name only decides between kinds that are all plain text, where bytes cannot: Markdown,
 * text, CSV. `zipPaths` are the entries when the bytes are a ZIP, because an office file is one.
 */
export async function detectType(
  bytes: Uint8Array,
  name: string,
  zipPaths: () => Promise<string[]>,
): Promise<FileType> {
  if (bytes.length === 0)
    throw new UnreadableFileError("empty", "The file is empty. Check the original and upload it again.");
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  if (/%PDF-\d/.test(head.slice(0, 1100))) return types.pdf;
  if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) return officeType(await zipPaths());
  if (head.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) throw oldOffice(bytes);
  if (head.startsWith("{\\rtf")) throw unsupported("Rich text (RTF)", "Save it as DOCX or PDF and upload that.");
  const found = await fileTypeFromBuffer(bytes.subarray(0, 64 * 1024)).catch(() => undefined);
  if (found && !/^(application\/xml|text\/)/.test(found.mime) && !/^(eml|svg|ics|vcf)$/.test(found.ext)) {
    throw unsupported(`A file of type ${found.ext.toUpperCase()}`, adviceFor(found.ext));
  }
  return textType(bytes, head, name);
}

function officeType(paths: string[]): FileType {
  const has = (part: string) => paths.some((path) => path.replace(/^\/+/, "").toLowerCase() === part);
  if (paths.some((path) => /(^|\/)word\/document\d*\.xml$/i.test(path))) return types.docx;
  if (paths.some((path) => /(^|\/)xl\/workbook\d*\.xml$/i.test(path))) return types.xlsx;
  if (paths.some((path) => /(^|\/)ppt\/presentation\.xml$/i.test(path))) return types.pptx;
  if (has("xl/workbook.bin")) throw unsupported("A binary Excel workbook (XLSB)", "Save it as XLSX and upload that.");
  if (has("mimetype") && has("content.xml"))
    throw unsupported("An OpenDocument file", "Save it as DOCX, XLSX, PPTX or PDF and upload that.");
  if (
    has("[content_types].xml") &&
    paths.some((path) => /^_rels\//i.test(path)) &&
    !paths.some((path) => /\.(pdf|docx|xlsx|md|txt)$/i.test(path))
  )
    return types.docx;
  return types.zip;
}

function oldOffice(bytes: Uint8Array): UnreadableFileError {
  const names = new TextDecoder("utf-16le").decode(bytes.subarray(0, Math.min(bytes.length & ~1, 1 << 20)));
  if (names.includes("EncryptedPackage") || names.includes("EncryptionInfo")) {
    return new UnreadableFileError(
      "encrypted",
      "The file is protected with a password. Save a copy without the password and upload that.",
    );
  }
  if (names.includes("WordDocument"))
    return unsupported("An old Word document (DOC)", "Save it as DOCX or PDF and upload that.");
  if (names.includes("Workbook")) return unsupported("An old Excel workbook (XLS)", "Save it as XLSX and upload that.");
  if (names.includes("PowerPoint Document"))
    return unsupported("An old PowerPoint presentation (PPT)", "Save it as PPTX or PDF and upload that.");
  if (names.includes("__properties_version1.0"))
    return unsupported("An Outlook message (MSG)", "Save it as EML or PDF and upload that.");
  return unsupported("An old Office file", "Save it in a current format (DOCX, XLSX, PPTX) or as PDF and upload that.");
}

function unsupported(what: string, advice: string): UnreadableFileError {
  return new UnreadableFileError("unsupported", `${what} cannot be read. ${advice}`);
}

function adviceFor(extension: string): string {
  if (/^(rar|7z|gz|tar|bz2|xz|zst)$/.test(extension)) return "Unpack it and upload the files, or pack them as ZIP.";
  if (/^(odt|ods|odp|epub|rtf)$/.test(extension)) return "Save it as DOCX or PDF and upload that.";
  if (/^(png|jpg|gif|webp|bmp|tif|heic|avif)$/.test(extension))
    return "Save the picture as PDF and upload that: its text is then read by OCR.";
  return "Upload PDF, DOCX, XLSX, PPTX, HTML, Markdown, text, CSV, EML or a ZIP of these.";
}

function textType(bytes: Uint8Array, head: string, name: string): FileType {
  if (isBinary(bytes)) throw unsupported("A file of this type", adviceFor(""));
  const start = head
    .replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, "")
    .replaceAll("\0", "")
    .trimStart();
  const extension = /\.([a-z0-9]{1,10})$/i.exec(name.slice(-40))?.[1]?.toLowerCase() ?? "";
  if (
    /^(<!doctype html|<html[\s>]|<head[\s>]|<body[\s>])/i.test(start) ||
    /^<\?xml[^>]{0,200}\?>\s*<(!doctype html|html)/i.test(start)
  )
    return types.html;
  if (isMessage(start)) return types.eml;
  if (/^<svg[\s>]/i.test(start)) throw unsupported("An SVG drawing", "Save it as PDF and upload that.");
  if (/^(md|markdown|mdown|mkd|rmd|qmd)$/.test(extension)) return types.markdown;
  if (/^(csv|tsv|tab)$/.test(extension)) return { ...types.csv, extension };
  if (/^(html?|xhtml)$/.test(extension) && /<[a-z][^>]*>/i.test(start)) return types.html;
  return types.text;
}

/** Header lines of a mail before anything else; one word with a colon alone could be any text. */
function isMessage(start: string): boolean {
  const names = new Set<string>();
  for (const line of start.split(/\r?\n/, 60)) {
    if (line === "") break;
    const header = /^([A-Za-z][\w-]{1,60}):(\s|$)/.exec(line)?.[1]?.toLowerCase();
    if (header) names.add(header);
    else if (!/^[ \t]/.test(line) && !/^From /.test(line)) return false;
  }
  const isStrong = ["received", "message-id", "mime-version", "return-path", "dkim-signature", "content-type"].some(
    (header) => names.has(header),
  );
  return isStrong && (names.has("from") || names.has("subject"));
}

function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 8192);
  if ((sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff)) return false;
  let zeros = [0, 0];
  let controls = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte === 0)
      zeros = index % 2 === 0 ? [(zeros[0] ?? 0) + 1, zeros[1] ?? 0] : [zeros[0] ?? 0, (zeros[1] ?? 0) + 1];
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27) controls++;
  }
  const half = sample.length / 2;
  const isUtf16 = Math.max(...zeros) > half * 0.4 && Math.min(...zeros) < half * 0.1;
  if (isUtf16) return controls > sample.length * 0.05;
  return (zeros[0] ?? 0) + (zeros[1] ?? 0) + controls > sample.length * 0.02;
}
