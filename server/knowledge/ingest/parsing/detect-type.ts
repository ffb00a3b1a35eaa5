import { fileTypeFromBuffer } from "file-type";
import { damaged, locked, UnreadableFileError } from "./errors";
import { kindWords } from "./kind-words";
import { brokenOfficeWords, packageWords } from "./package-words";

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
 * text, CSV. `zipPaths` are the entries when the bytes are a ZIP, because an office file is one; it is told what to call the file.
 */
export async function detectType(
  bytes: Uint8Array,
  name: string,
  zipPaths: (what: string) => Promise<string[]>,
): Promise<FileType> {
  if (bytes.length === 0)
    throw new UnreadableFileError("empty", "The file is empty. Check the original and upload it again.");
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  if (/%PDF-\d/.test(head.slice(0, 1100))) return types.pdf;
  if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006"))
    return officeType(await zipPaths(packageWords(bytes, name)), name);
  if (head.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) throw oldOffice(bytes, name);
  if (head.startsWith("{\\rtf")) throw unsupported("Rich text (RTF)", "Save it as DOCX or PDF and upload that.");
  const found = await fileTypeFromBuffer(bytes.subarray(0, 64 * 1024)).catch(() => undefined);
  if (found && !/^(application\/xml|text\/)/.test(found.mime) && !/^(eml|svg|ics|vcf)$/.test(found.ext)) {
    throw unsupported(`A file of type ${found.ext.toUpperCase()}`, adviceFor(found.ext));
  }
  return textType(bytes, head, name);
}

function officeType(paths: string[], name: string): FileType {
  const has = (part: string) => paths.some((path) => path.replace(/^\/+/, "").toLowerCase() === part);
  if (paths.some((path) => /(^|\/)word\/document\d*\.xml$/i.test(path))) return types.docx;
  if (paths.some((path) => /(^|\/)xl\/workbook\d*\.xml$/i.test(path))) return types.xlsx;
  if (paths.some((path) => /(^|\/)ppt\/presentation\.xml$/i.test(path))) return types.pptx;
  if (has("xl/workbook.bin")) throw unsupported("A binary Excel workbook (XLSB)", "Save it as XLSX and upload that.");
  if (has("mimetype") && has("content.xml"))
    throw unsupported("An OpenDocument file", "Save it as DOCX, XLSX, PPTX or PDF and upload that.");
  const broken = brokenOfficeWords(paths, name);
  // The text of a Word document may stand under another name, to which its relations lead.
  if (broken === kindWords.docx) return types.docx;
  if (broken) throw damaged(broken);
  return types.zip;
}

function oldOffice(bytes: Uint8Array, name: string): UnreadableFileError {
  const names = namesInCompoundFile(bytes);
  if (names.includes("EncryptedPackage") || names.includes("EncryptionInfo")) return locked(packageWords(bytes, name));
  if (names.includes("WordDocument"))
    return unsupported("An old Word document (DOC)", "Save it as DOCX or PDF and upload that.");
  if (names.includes("Workbook")) return unsupported("An old Excel workbook (XLS)", "Save it as XLSX and upload that.");
  if (names.includes("PowerPoint Document"))
    return unsupported("An old PowerPoint presentation (PPT)", "Save it as PPTX or PDF and upload that.");
  if (names.includes("__properties_version1.0"))
    return unsupported("An Outlook message (MSG)", "Save it as EML or PDF and upload that.");
  return unsupported("An old Office file", "Save it in a current format (DOCX, XLSX, PPTX) or as PDF and upload that.");
}

/** The beginning, and the directory wherever the header says that it stands: behind megabytes of content in a large file. */
function namesInCompoundFile(bytes: Uint8Array): string {
  const decode = (part: Uint8Array) => new TextDecoder("utf-16le").decode(part.subarray(0, part.length & ~1));
  const start = decode(bytes.subarray(0, 1 << 20));
  if (bytes.length < 52) return start;
  const header = new DataView(bytes.buffer, bytes.byteOffset, 52);
  const directory = (header.getUint32(48, true) + 1) * 2 ** Math.min(12, header.getUint16(30, true));
  return start + decode(bytes.subarray(directory, directory + (1 << 16)));
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
  if (isBinary(bytes)) throw binary(name);
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

function binary(name: string): UnreadableFileError {
  const extension = /\.(pdf|docx|xlsx|pptx|zip)$/i.exec(name)?.[1]?.toLowerCase();
  const kind = fileKinds.find((known) => known === extension);
  if (!kind) return unsupported("A file of this type", adviceFor(""));
  return new UnreadableFileError(
    "damaged",
    `The file is named as ${withArticle(kindWords[kind])} but holds none. Open it in the program that made it, save it again and upload the new copy.`,
  );
}

function withArticle(what: string): string {
  return `${/^[aeiou]/i.test(what) ? "an" : "a"} ${what}`;
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
