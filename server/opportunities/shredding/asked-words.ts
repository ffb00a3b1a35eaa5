import type { TenderRole } from "@/lib/vocabulary/opportunities";
import type { TenderDocument } from "../tender-document";

const beginsQuestion = /^(?:q|question)\s*#?\d*\s*(?:[:.)]|[–-]\s)/i;
const beginsAnswer = /^(?:a\s?#?\d+\s*[:.)]|a:|(?:answer|response|reply)\s*#?\d*\s*(?:[:.)]|[–-]\s))/i;

const question = /\?["”’')\]]*\s*$/;

/** What bidders asked, in a paper that answers it: nobody's duty, however it is worded. */
export class AskedWords {
  /** The document pairs questions with answers. */
  private readonly hasPairs: boolean;
  private isAsking = false;

  constructor(
    { units, text }: Pick<TenderDocument, "units" | "text">,
    private readonly role: TenderRole,
  ) {
    const starts = units.map((unit) => text.slice(unit.start, Math.min(unit.end, unit.start + 40)));
    const isPaired = (pattern: RegExp) => starts.filter((start) => pattern.test(start)).length >= 2;
    this.hasPairs = role === "questions_and_answers" || (isPaired(beginsQuestion) && isPaired(beginsAnswer));
  }

  reset(): void {
    this.isAsking = false;
  }

  isQuestion(text: string): boolean {
    return (this.hasPairs || this.role === "amendment") && question.test(text);
  }

  /** Whether these words are a bidder's: a question, and all that stands between "Q7:" and "A7:". To be asked in reading order. */
  holds(text: string, isAboutBidding = false): boolean {
    if (beginsQuestion.test(text)) this.isAsking = this.hasPairs;
    else if (beginsAnswer.test(text)) this.isAsking = false;
    if (this.isAsking) return true;
    // A whole tender may go by the name of an addendum; there it asks the bidder.
    if (question.test(text))
      return this.hasPairs || (this.role === "amendment" && !(isAboutBidding && /\byour?\b/i.test(text)));
    return this.role === "questions_and_answers" && /^(?:please|kindly|bitte|veuillez)\b/i.test(text);
  }
}
