import { textPdf } from "@/server/knowledge/ingest/parsing/testing/make-pdf";
import type { Reply } from "../ground/start-site";
import { layOut } from "../portal/attachments";
import { wordDocument } from "./docx";
import type { PortalNotice } from "./notice";

/** How an attached document words what is the same in all of them. */
export interface PaperWords {
  head: string;
  scope: string;
  term: string;
  demands: string;
  lots: string;
  /** The closing date in a sentence; null where none is told. */
  closing: string | null;
}

/** The document that goes with a notice: what the page says, and the demands that stand here alone. */
export function tenderPaper(notice: PortalNotice, words: PaperWords): Reply {
  const { buyer, title, reference, summary, needs, paperNeeds = [], details } = notice;
  const lots = details?.lots ?? [];
  const pages = [
    written([
      { text: buyer, size: 11 },
      { text: words.head, size: 13 },
      { text: title, size: 12, bold: true },
      { text: reference, size: 11 },
      { text: `1. ${words.scope}`, size: 13, bold: true },
      { text: summary },
      ...(lots.length > 0 ? [{ text: words.lots, bold: true }, ...lots.map((text) => ({ text }))] : []),
      ...(words.closing ? [{ text: `2. ${words.term}`, size: 13, bold: true }, { text: words.closing }] : []),
    ]),
    written([
      { text: `3. ${words.demands}`, size: 13, bold: true },
      ...[...needs, ...paperNeeds].map((text, index) => ({ text: `3.${index + 1} ${text}` })),
    ]),
  ];
  return { body: textPdf(pages), headers: { "content-type": "application/pdf" } };
}

/** The same for a word processor. */
export function tenderText(notice: PortalNotice, words: PaperWords): Reply {
  const { buyer, title, reference, summary, needs, paperNeeds = [], details } = notice;
  const body = wordDocument([
    { text: `${buyer} - ${reference}` },
    { text: words.head, isHeading: true },
    { text: title },
    { text: `1 ${words.scope}`, isHeading: true },
    { text: summary },
    ...(details?.lots ?? []).map((text) => ({ text })),
    ...(words.closing ? [{ text: `2 ${words.term}`, isHeading: true }, { text: words.closing }] : []),
    { text: `3 ${words.demands}`, isHeading: true },
    ...[...needs, ...paperNeeds].map((text) => ({ text })),
  ]);
  const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  return { body, headers: { "content-type": type } };
}

const written = (parts: Parameters<typeof layOut>[0]) =>
  layOut(parts.map((part) => ({ ...part, text: typed(part.text) })));

/** The generator writes one byte for each character. */
const typed = (text: string): string => text.replaceAll("œ", "oe").replaceAll("Œ", "Oe").replace(/[–—]/g, "-");

export const csvPaper = (lines: readonly string[][]): Reply => ({
  body: `\ufeff${lines.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(";")).join("\r\n")}\r\n`,
  headers: { "content-type": "text/csv; charset=utf-8" },
});
