import { type PdfLine, textPdf } from "@/server/knowledge/ingest/parsing/testing/make-pdf";
import { dateWithTime } from "../ground/dates";
import { poundsText, type Tender } from "./tender";

const lineLength = 84;

/** Two A4 pages: what is wanted, and the numbered requirements. */
export function invitationPdf(tender: Tender): Uint8Array {
  const first = layOut([
    { text: "Invitation to tender", size: 11 },
    { text: tender.title, size: 18, bold: true },
    { text: `${tender.buyer} · Reference ${tender.reference}`, size: 11 },
    { text: "1 What is wanted", size: 13, bold: true },
    { text: tender.summary },
    { text: `The estimated value is ${poundsText(tender.valuePounds)} without VAT over the whole term.` },
    { text: "2 Dates", size: 13, bold: true },
    { text: `Tenders must arrive on the portal by ${dateWithTime(tender.deadline)}.` },
    { text: "Questions may be asked in writing until seven days before that date." },
    { text: "3 Contact", size: 13, bold: true },
    { text: `${tender.contact.name}, ${tender.contact.email}, ${tender.contact.phone}` },
  ]);
  const second = layOut([
    { text: "4 Requirements", size: 13, bold: true },
    ...tender.requirements.map((text, index) => ({ text: `4.${index + 1} ${text}` })),
    { text: "5 Award", size: 13, bold: true },
    { text: "Quality counts for 60 of 100 points, price for 40." },
  ]);
  return textPdf([first, second]);
}

/** Comma-separated, one line for each thing to be priced. */
export function priceSchedule(tender: Tender): string {
  const items = ["Set-up", "Year 1", "Year 2", "Year 3", "Day rate for extra work"];
  return `Item,Unit,Price in GBP\r\n${items.map((item) => `${tender.reference} ${item},lump sum,\r\n`).join("")}`;
}

/** Lines of one page, from its top. */
export function layOut(parts: { text: string; size?: number; bold?: boolean }[]): PdfLine[] {
  const lines: PdfLine[] = [];
  let y = 60;
  for (const { text, size = 11, bold } of parts) {
    y += bold ? 16 : 4;
    for (const line of wrap(latin(text))) {
      lines.push({ text: line, x: 60, y, size, ...(bold ? { bold } : {}) });
      y += size + 5;
    }
  }
  return lines;
}

function wrap(text: string): string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines.at(-1) ?? "";
    if (last && last.length + word.length >= lineLength) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines;
}

/** The generator writes one byte for each character. */
function latin(text: string): string {
  return text.replace(/[^\u0020-\u00ff]/g, "?");
}
