import type { TenderDocument } from "../tender-document";
import type { DocumentText } from "./document-text";

/** As many rows make a questionnaire. */
const fewestQuestions = 4;

/** Whether a document is a table of questions to whoever bids, their answers still to be written. */
export function isQuestionnaire({ units }: TenderDocument, text: DocumentText): boolean {
  const asking = units.filter((unit) => unit.kind === "table_row" && speaksToBidder(text.at(unit)));
  return asking.filter((unit) => asksInRow(text.cellsOf(unit))).length >= fewestQuestions;
}

/** Whether words are addressed to whoever reads them. */
export const speaksToBidder = (text: string): boolean => /\byour?\b|\bIhre?\w*\b|\bvo(?:us|tre|s)\b/.test(text);

/** A question whose answer is still to be written: nothing follows it, and nothing but its number or topic stands before it. */
export function asksInRow(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  const question = filled.at(-1) ?? "";
  const words = (text: string) => text.split(/\s+/).length;
  return /\?/.test(question) && words(question) >= 4 && filled.slice(0, -1).every((cell) => words(cell) <= 4);
}
