import type { ObligedParty } from "@/lib/vocabulary/opportunities";
import type { Span, Unit } from "@/server/knowledge/units";
import type { TenderDocument } from "../tender-document";
import { AskedWords } from "./asked-words";
import { bindsByItself } from "./binds-by-itself";
import { addressOf, classifyDocument } from "./classify-document";
import { DocumentText } from "./document-text";
import type { ExtractedRequirement } from "./extracted-requirement";
import { grammarFor } from "./grammars";
import { shapeOfMark } from "./item-marks";
import { type ItemRun, ItemRuns } from "./item-runs";
import { judgeHeading } from "./judge-heading";
import { demandsNothing, isOfBuyersPeople, judgeRow, type RowJudgement } from "./judge-row";
import type { Grammar, Judgement, ListOpening, Setting } from "./judgement";
import { ListOpenings, opensList } from "./list-openings";
import { ListsOfOrders } from "./lists-of-orders";
import { isOurs, type Party } from "./parties";
import { isQuestionToUs, questionToAnswer } from "./question-to-us";
import { asksInRow, isQuestionnaire } from "./questionnaire";
import type { ReadingContext } from "./reading-context";
import { findAddressBlocks, readsAsItem } from "./reads-as-item";
import type { ReadUnit } from "./second-opinion/demand-features";
import { secondOpinion } from "./second-opinion/second-opinion";
import type { SectionSense } from "./sections";
import { toRequirement } from "./to-requirement";

/** The requirements of one document in reading order. A single pass over its units; what came before decides what a list item means. */
export function readDocument(document: TenderDocument, reading: ReadingContext): ExtractedRequirement[] {
  return new DocumentReader(document, reading).read();
}

const wantedSkill: Judgement = {
  isMandatory: false,
  obliged: "contractor",
  reason: "skill or experience wanted",
  sign: "skill",
};

/** Fewer in one cell of a table are one requirement with its row. */
const fewestDutiesOfCell = 3;

const endsSentence = (text: string): boolean => /[.!?:;]$/.test(text);

class DocumentReader {
  private readonly found: ExtractedRequirement[] = [];
  private readonly grammar: Grammar;
  private readonly role;
  private readonly address;
  /** The document says that its user stories are what has to be reached. */
  private readonly storiesBind: boolean;
  private readonly text: DocumentText;
  private readonly openings: ListOpenings;
  private previous: Party = "none";
  private person: Party = "none";
  private readonly runs: ItemRuns;
  private last: Unit | undefined;
  private readonly asked: AskedWords;
  private readonly orders: ListsOfOrders;
  private readonly isQuestionnaire: boolean;
  private bearer: { headings: readonly Span[]; obliged: ObligedParty } | null = null;
  /** The list in which the unit at hand stands. */
  private list: { opening: ListOpening | undefined; leadIn: Span | undefined } | null = null;

  constructor(
    private readonly document: TenderDocument,
    private readonly reading: ReadingContext,
  ) {
    this.role = classifyDocument(document).role;
    this.address = addressOf(document);
    this.grammar = grammarFor(document.text);
    this.text = new DocumentText(document, this.role);
    this.openings = new ListOpenings(this.text, this.grammar);
    this.asked = new AskedWords(document, this.role);
    this.runs = new ItemRuns(this.text);
    this.orders = new ListsOfOrders(document, this.text, this.grammar, this.role);
    this.isQuestionnaire = this.role !== "questions_and_answers" && isQuestionnaire(document, this.text);
    this.storiesBind = /\buser stor(?:y|ies)\b[^.]{0,100}\b(?:shall|must|objectives to be)\b/i.test(document.text);
  }

  read(): ExtractedRequirement[] {
    if (this.address === "nobody") return [];
    const addresses = findAddressBlocks(this.document.units, (unit) => this.text.at(unit));
    for (const unit of this.document.units) {
      const sense = this.text.senseOf(unit);
      if (!sense.isBoilerplate && unit.kind !== "code" && !addresses.has(unit)) this.readUnit(unit, sense);
      this.last = unit;
    }
    return this.found;
  }

  private readUnit(unit: Unit, sense: SectionSense): void {
    const text = this.text.at(unit);
    const setting: Setting = {
      ...sense,
      context: this.reading.names,
      previous: this.previous,
      person: this.person,
      lately: this.lately(unit),
    };
    if (unit.kind === "heading") {
      this.runs.end();
      this.previous = "none";
      this.person = "none";
      this.asked.reset();
      const clause = judgeHeading(text, this.grammar, setting);
      if (clause) this.take(unit, clause, setting);
      return;
    }
    // What bidders asked is nobody's duty; the answers may hold one.
    if (this.asked.holds(text, sense.isAboutBidding)) {
      this.runs.end();
      this.weigh(unit, setting, true, () => undefined);
    } else if (unit.kind === "table_row") this.readRow(unit, setting);
    else
      this.weigh(unit, setting, false, () =>
        unit.kind === "list_item" ? this.readItem(unit, text, setting) : this.readSentence(unit, text, setting),
      );
  }

  /** What the rules pass over is held against what was learned from other tenders. */
  private weigh(unit: Unit, setting: Setting, isAsked: boolean, read: () => void): void {
    const before = this.found.length;
    this.list = null;
    read();
    const isTaken = this.found.length > before;
    if ((isTaken || this.address === "example") && !this.reading.onUnit) return;
    const seen = this.seen(unit, setting, isAsked);
    this.reading.onUnit?.(seen, { document: this.document.id, start: unit.start, end: unit.end });
    if (isTaken || this.address === "example") return;
    const judged = secondOpinion(seen, { grammar: this.grammar, setting, odds: this.reading.demandOdds });
    if (judged) this.add(unit, judged, this.leadInOf(unit));
  }

  private seen(unit: Unit, setting: Setting, isAsked: boolean): ReadUnit {
    const { grammar } = this;
    const text = this.text.at(unit);
    const leadIn = this.leadInOf(unit);
    return {
      text,
      kind: unit.kind,
      level: unit.level,
      isHeader: unit.isHeader ?? false,
      hasMark: this.text.markerOf(unit) !== undefined,
      role: this.role,
      sense: this.text.senseOf(unit),
      section: this.text.sectionOf(unit),
      leadIn: leadIn ? this.text.at(leadIn) : "",
      header: unit.kind === "table_row" ? this.text.headerOf(unit) : [],
      isQuestionnaire: this.isQuestionnaire,
      isAsked,
      isHope: this.orders.isHope(unit, leadIn, text, setting),
      isNoDemand: unit.kind === "table_row" && this.demandsNothing(unit, setting),
      opening: this.list?.opening,
      own: grammar.judgeSentence(text, setting),
      subject: grammar.subjectOf(text, setting),
      isTheirs: grammar.isTheirs(text, setting),
      opensOrder: grammar.opensOrder(text),
      isSkill: grammar.isSkill(text),
      namesParty: grammar.namesParty(text, setting),
    };
  }

  private demandsNothing(unit: Unit, setting: Setting): boolean {
    const row = this.text.rowOf(unit);
    return demandsNothing(row, setting) || isOfBuyersPeople(row, this.grammar, setting);
  }

  private leadInOf(unit: Unit): Span | undefined {
    return this.list?.leadIn ?? unit.leadIn;
  }

  private readSentence(unit: Unit, text: string, setting: Setting): void {
    const run = this.runs.runOf(unit, text, this.last);
    if (run && this.readPlainItem(run, unit, text, setting)) return;
    const own = this.grammar.judgeSentence(text, setting);
    if (opensList(text)) {
      const opening = this.grammar.judgeOpening(this.withBrokenLine(unit, text), setting);
      this.openings.rememberLead(unit, text, opening, this.last);
      this.runs.open(opening, unit);
      if (own && opening.isOwn) this.take(unit, own, setting);
    } else if (own) this.take(unit, own, setting);
    else if (isQuestionToUs(text, this.role, setting)) this.takeQuestion(unit, setting);
    else this.takeAnswer(unit, text, setting);
    this.remember(text, setting);
  }

  /** What an answer to a bidder only names is asked for. */
  private takeAnswer(unit: Unit, text: string, setting: Setting): boolean {
    const wanted = this.asked.wanted(text);
    if (!wanted) return false;
    const isMandatory = wanted === "required";
    this.take(
      unit,
      { isMandatory, obliged: "contractor", reason: "answer that names what is wanted", sign: "thing" },
      setting,
    );
    return true;
  }

  /** A lead-in that a hard line break has cut in two is read whole. */
  private withBrokenLine(unit: Unit, text: string): string {
    const { last } = this;
    if (last?.kind !== "sentence" || text.split(" ").length > 6) return text;
    const before = this.text.at(last);
    return endsSentence(before) || unit.headings !== last.headings ? text : `${before} ${text}`;
  }

  /** A plain line under a lead-in. Returns false when it speaks for itself. */
  private readPlainItem({ opening, span }: ItemRun, unit: Unit, text: string, setting: Setting): boolean {
    this.list = { opening, leadIn: span };
    if (opening.effect === "closed" && shapeOfMark(text)) return !this.bindsAnyway(text, setting);
    if (opening.effect !== "duties") return this.grammar.judgeSentence(text, setting) === null;
    this.takeItem(unit, text, setting, opening, span);
    return true;
  }

  /** Under a lead-in that lays no duty on us, a whole sentence may still do so. */
  private bindsAnyway(text: string, setting: Setting): boolean {
    const own = this.grammar.judgeSentence(text, setting);
    return own !== null && bindsByItself(text, own);
  }

  private readItem(unit: Unit, text: string, setting: Setting): void {
    this.runs.end();
    const before = this.openings.leadInOf(unit, this.last);
    // An answer does not stand under its question.
    const leadIn = before && this.asked.isQuestion(this.text.at(before)) ? undefined : before;
    const above = this.orders.openingOf(unit, leadIn, this.openings.above(unit, leadIn, setting), setting);
    // Only the first sentence of an item stands under its lead-in; what follows speaks for itself.
    const opening = this.last?.block !== unit.block ? above : undefined;
    this.list = { opening, leadIn };
    if (opensList(text) || (this.text.stepToNextItem(unit) ?? 0) > 0)
      this.openings.rememberItem(unit, text, above, setting);
    const mine = this.openings.find(unit);
    const introducesOthers = opensList(text) && mine?.effect !== "closed";
    if (opening?.effect === "duties" && !introducesOthers) {
      this.takeItem(unit, text, setting, opening, leadIn);
      return;
    }
    const judged = this.grammar.judgeSentence(text, setting);
    const own = judged?.sign === "order" && this.orders.isHope(unit, leadIn, text, setting) ? null : judged;
    if (own && mine?.isOwn !== false && (opening?.effect !== "closed" || bindsByItself(text, own)))
      this.take(unit, own, setting, leadIn);
    else if (isQuestionToUs(text, this.role, setting)) this.takeQuestion(unit, setting, leadIn);
    else if (!own && this.last?.block !== unit.block && this.orders.isWantedSkill(text, opening, leadIn))
      this.take(unit, wantedSkill, setting, leadIn);
    else if (!own) this.takeAnswer(unit, text, setting);
    this.remember(text, setting);
  }

  private takeQuestion(unit: Unit, setting: Setting, leadIn?: Span): void {
    this.take(unit, questionToAnswer, { ...setting, isAboutBidding: true }, leadIn);
  }

  private takeItem(unit: Unit, text: string, setting: Setting, opening: ListOpening, leadIn: Span | undefined): void {
    const own = this.grammar.judgeSentence(text, setting);
    if ((!own || own.sign === "order") && this.orders.isHope(unit, leadIn, text, setting)) return;
    if (!own && !readsAsItem(text)) return;
    const subject = this.grammar.subjectOf(text, setting);
    // "Limit access to what users are permitted to do": the users stand in what is ordered.
    if (!own && (subject === "buyer" || subject === "third") && this.grammar.opensOrder(text) === "no") return;
    const mine = this.openings.find(unit);
    if (mine && !mine.isOwn && mine.effect === "duties") return;
    const judged = own
      ? {
          ...own,
          obliged: opening.obliged === "bidder" && subject !== "contractor" ? ("bidder" as const) : own.obliged,
          isMandatory: own.sign === "order" ? opening.isMandatory : own.isMandatory,
        }
      : { isMandatory: opening.isMandatory, obliged: opening.obliged, reason: opening.reason };
    this.take(unit, judged, setting, leadIn);
  }

  private readRow(unit: Unit, given: Setting): void {
    if (!unit.isHeader && this.readLoneCell(unit, given)) return;
    this.runs.end();
    if (unit.isHeader) return;
    if (this.readLongCell(unit, given)) return;
    this.weigh(unit, given, false, () => this.readWholeRow(unit, given));
  }

  private readWholeRow(unit: Unit, given: Setting): void {
    const setting = this.isQuestionnaire ? { ...given, isAboutBidding: true, isBidSection: true } : given;
    const judged = judgeRow(this.text.rowOf(unit), this.grammar, { ...setting, previous: "none" });
    if (judged) this.take(unit, judged, setting);
    else if (this.isQuestionnaire && asksInRow(this.text.cellsOf(unit))) this.takeQuestion(unit, setting);
  }

  /** A table that only indents its text is read as if each of its sentences stood alone. */
  private readLoneCell(unit: Unit, setting: Setting): boolean {
    const sentences = this.text.sentencesOfLoneCell(unit);
    for (const sentence of sentences) {
      this.weigh(sentence, setting, false, () => this.readSentence(sentence, this.text.at(sentence), setting));
      this.last = sentence;
    }
    return sentences.length > 0;
  }

  /** A cell that holds several duties is read by its sentences: as one row nobody could answer it. */
  private readLongCell(unit: Unit, setting: Setting): boolean {
    const sentences = this.text.sentencesOfLongCell(unit);
    const duties = sentences.filter((sentence) => this.grammar.judgeSentence(this.text.at(sentence), setting));
    if (duties.length < fewestDutiesOfCell) return false;
    for (const sentence of sentences) {
      this.weigh(sentence, setting, false, () => this.readSentence(sentence, this.text.at(sentence), setting));
      this.last = sentence;
    }
    return true;
  }

  /** Whom the last requirement of this section obliged. */
  private lately(unit: Unit): ObligedParty | null {
    return this.bearer?.headings === unit.headings ? this.bearer.obliged : null;
  }

  private remember(text: string, setting: Setting): void {
    const subject = this.grammar.subjectOf(text, setting);
    if (subject !== "none") this.previous = subject;
    if (isOurs(subject) && subject !== "bid") this.person = subject;
    else if (subject === "buyer" || subject === "third") this.person = subject;
  }

  private take(unit: Unit, judged: Judgement | RowJudgement, setting: Setting, leadIn?: Span): void {
    if (this.address === "example" && !this.grammar.namesParty(this.text.at(unit), setting)) return;
    this.add(unit, judged, leadIn);
    this.bearer = { headings: unit.headings, obliged: judged.obliged };
    this.remember(this.text.at(unit), setting);
  }

  private add(unit: Unit, judged: Judgement | RowJudgement, leadIn?: Span): void {
    const isBinding = judged.isMandatory || (this.storiesBind && judged.sign === "story");
    const isFirst = this.last?.block !== unit.block;
    this.found.push(
      toRequirement(this.document, this.reading, {
        unit,
        leadIn,
        section: this.text.sectionOf(unit),
        marker: isFirst ? this.text.markerOf(unit) : undefined,
        judged: { ...judged, isMandatory: isBinding },
      }),
    );
  }
}
