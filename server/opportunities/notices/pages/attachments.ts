import { withoutPathSession } from "@/lib/canonical-url";
import type { NoticeAttachment } from "../notice-facts";

const mimes: Record<string, string> = {
  pdf: "application/pdf",
  doc: "application/msword",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xls: "application/vnd.ms-excel",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ppt: "application/vnd.ms-powerpoint",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  odt: "application/vnd.oasis.opendocument.text",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  rtf: "application/rtf",
  csv: "text/csv",
  txt: "text/plain",
  zip: "application/zip",
};

const endings = Object.keys(mimes).join("|");
/** "Tender.docx", "Price schedule (XLSX, 12 kB)". */
const namedInText = new RegExp(
  `\\.(${endings})\\s*(?:\\([^()]{0,40}\\))?\\s*$|\\((?:[^()]{0,40}[\\s,·])?(${endings})(?:[\\s,;·–-][^()]{0,40})?\\)\\s*$`,
  "i",
);

/** Links to files, on the page's own order, each once; told by their addresses or by what they are called. Links that only say "download" count when their address looks like a file's. */
export function attachmentsAmong(links: readonly { url: string; text: string }[], page: string): NoticeAttachment[] {
  const found = new Map<string, NoticeAttachment>();
  for (const { url, text } of links) {
    const parsed = URL.parse(url);
    if (!parsed || !/^https?:$/.test(parsed.protocol)) continue;
    const address = withoutPathSession(parsed.href.split("#")[0] ?? parsed.href);
    const ending = /\.([a-z]{3,4})$/i.exec(parsed.pathname)?.[1]?.toLowerCase() ?? "";
    const named =
      [...parsed.searchParams.values()].flatMap(
        (value) => /\.([a-z]{3,4})$/i.exec(value)?.[1]?.toLowerCase() ?? [],
      )[0] ?? "";
    const called = namedInText.exec(text)?.slice(1).find(Boolean)?.toLowerCase() ?? "";
    const mime = mimes[ending] ?? mimes[named] ?? mimes[called] ?? null;
    const isDownload =
      /\/(?:download|attachment|file|document)s?(?:\/|$|\?)/i.test(parsed.pathname) &&
      /\b(?:pdf|docx?|xlsx?|zip|download|herunterladen|télécharger|descargar|scarica)\b/iu.test(text);
    if (address === page || (!mime && !isDownload) || found.has(address)) continue;
    found.set(address, { url: address, title: text.trim() === "" ? null : text.trim().slice(0, 300), mime });
  }
  return [...found.values()];
}
