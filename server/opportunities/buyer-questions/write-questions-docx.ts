import type { Opportunity } from "@/drizzle/schema";
import type { BuyerQuestionView } from "./schemas";

/** XML 1.0 allows no other control characters, and a document with one does not open. */
const clean = (text: string) => text.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, "");

/** A letter's attachment: title, reference, and a table of numbered questions with room for the answers. */
export async function writeQuestionsDocx(
  opportunity: Pick<Opportunity, "title" | "buyer" | "reference">,
  questions: readonly BuyerQuestionView[],
): Promise<Buffer> {
  // Loaded only where a document is written: it is large, and few requests write one.
  const { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, WidthType } = await import("docx");
  const paragraphs = (text: string) =>
    clean(text)
      .split("\n")
      .map((line) => new Paragraph(line));
  const cell = (text: string, percent: number) =>
    new TableCell({ children: paragraphs(text), width: { size: percent, type: WidthType.PERCENTAGE } });
  const row = (cells: [string, string, string], isHeader = false) =>
    new TableRow({
      tableHeader: isHeader,
      cantSplit: true,
      children: [cell(cells[0], 8), cell(cells[1], 56), cell(cells[2], 36)],
    });
  const document = new Document({
    title: clean(`Questions: ${opportunity.title}`),
    creator: "Outrider",
    sections: [
      {
        children: [
          new Paragraph({ text: "Questions", heading: HeadingLevel.HEADING_1 }),
          new Paragraph(clean(opportunity.title)),
          ...(opportunity.buyer ? [new Paragraph(clean(`To: ${opportunity.buyer}`))] : []),
          ...(opportunity.reference ? [new Paragraph(clean(`Reference: ${opportunity.reference}`))] : []),
          new Paragraph(""),
          new Table({
            width: { size: 100, type: WidthType.PERCENTAGE },
            rows: [
              row(["No.", "Question", "Answer"], true),
              ...questions.map(({ number, text, answer }) => row([String(number), text, answer ?? ""])),
            ],
          }),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}
