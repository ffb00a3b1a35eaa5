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
  /** The question that is being answered. */
  private asked = "";

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
    this.asked = "";
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
    if (question.test(text)) {
      const isAsked = this.hasPairs || (this.role === "amendment" && !(isAboutBidding && /\byour?\b/i.test(text)));
      if (isAsked) this.asked = text;
      return isAsked;
    }
    return this.role === "questions_and_answers" && /^(?:please|kindly|bitte|veuillez)\b/i.test(text);
  }

  /**
   * "Brass, two metres high" after "Which posts are required?": what an answer only names is asked for, and wished where the question
   * asks what is preferred. Undefined where the words say something by themselves, or the question was about something else.
   */
  wanted(text: string): "required" | "preferred" | undefined {
    const answer = text.replace(beginsAnswer, "").trim();
    if (this.asked === "" || !asksForProduct.test(this.asked) || asksForProcedure.test(this.asked)) return undefined;
    const words = answer.split(" ").length;
    if (words < 4 || words > 40 || /^(?:no|not|none|n\/a|tbd|see|refer|as per|unknown|correct|please)\b/i.test(answer))
      return undefined;
    if (finite.test(answer.replace(/^yes,? /i, ""))) return undefined;
    return /\bprefer/i.test(this.asked) ? "preferred" : "required";
  }
}

const asksForProduct =
  /\b(?:requir\w*|need(?:ed|s)?|minimum|maximum|prefer\w*|desired|what (?:types?|sizes?|kinds?|heights?|colou?rs?|materials?|thickness|dimensions?|capacity)|how (?:many|high|wide|large|big|thick|deep))\b/i;
const asksForProcedure =
  /\b(?:when|who|whom|deadlines?|dates?|budget|addend\w+|award|evaluat\w+|incumbent|current(?:ly)?|existing|today|bidders?|proponents?|vendors?|submi\w+|proposals?|bids?|contract)\b/i;
/** A word that makes a sentence of its own. */
const finite =
  /\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|shall|should|must|may|might|can|could|cannot|requires?|needs?|includes?|expects?|provides?|intends?|refers?|applies|remains?)\b/i;
