import type { TenderRole } from "@/lib/vocabulary/opportunities";
import type { Judgement, Setting } from "./judgement";
import { speaksToBidder } from "./questionnaire";

export const questionToAnswer: Judgement = { isMandatory: true, obliged: "bidder", reason: "question to be answered" };

const fewestWords = 4;

/** A question of a form, or one that speaks to the bidder among the instructions. Questions and answers ask the buyer. */
export function isQuestionToUs(text: string, role: TenderRole, { isAboutBidding }: Setting): boolean {
  if (!/\?\)?\s*$/.test(text) || text.split(" ").length < fewestWords || role === "questions_and_answers") return false;
  return role === "form" || (isAboutBidding && speaksToBidder(text));
}
