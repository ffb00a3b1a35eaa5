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

/** Links to files, on the page's own order, each once. Links that only say "download" count when their address looks like a file's. */
export function attachmentsAmong(links: readonly { url: string; text: string }[], page: string): NoticeAttachment[] {
  const found = new Map<string, NoticeAttachment>();
  for (const { url, text } of links) {
    const parsed = URL.parse(url);
    if (!parsed || !/^https?:$/.test(parsed.protocol)) continue;
    const address = parsed.href.split("#")[0] ?? parsed.href;
    const ending = /\.([a-z]{3,4})$/i.exec(parsed.pathname)?.[1]?.toLowerCase() ?? "";
    const named =
      [...parsed.searchParams.values()].flatMap(
        (value) => /\.([a-z]{3,4})$/i.exec(value)?.[1]?.toLowerCase() ?? [],
      )[0] ?? "";
    const mime = mimes[ending] ?? mimes[named] ?? null;
    const isDownload =
      /\/(?:download|attachment|file|document)s?(?:\/|$|\?)/i.test(parsed.pathname) &&
      /\b(?:pdf|docx?|xlsx?|zip|download|herunterladen|télécharger|descargar|scarica)\b/iu.test(text);
    if (address === page || (!mime && !isDownload) || found.has(address)) continue;
    found.set(address, { url: address, title: text.trim() === "" ? null : text.trim().slice(0, 300), mime });
  }
  return [...found.values()];
}
