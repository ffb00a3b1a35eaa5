import type { ObligedParty } from "@/lib/vocabulary/opportunities";
import type { Span, Unit } from "@/server/knowledge/units";
import type { TenderDocument } from "../tender-document";
import { AskedWords } from "./asked-words";
import { addressOf, classifyDocument } from "./classify-document";
import { DocumentText } from "./document-text";
import type { ExtractedRequirement } from "./extracted-requirement";
import { findOrderLists } from "./find-order-lists";
import type { PackageIndex } from "./find-unclear";
import { grammarFor } from "./grammars";
import { goesOn, shapeOfMark } from "./item-marks";
import { judgeRow, type RowJudgement } from "./judge-row";
import type { Grammar, Judgement, ListOpening, Setting } from "./judgement";
import { ListOpenings, opensList } from "./list-openings";
import { isOurs, type PackageContext, type Party } from "./parties";
import { asksInRow, isQuestionnaire, speaksToBidder } from "./questionnaire";
import { findAddressBlocks, readsAsItem, saysWhatBuyerHopesFor } from "./reads-as-item";
import type { SectionSense } from "./sections";
import { toRequirement } from "./to-requirement";

/** What every document of a package is read with. */
export interface ReadingContext {
  names: PackageContext;
  index: PackageIndex;
}

/** The requirements of one document in reading order. A single pass over its units; what came before decides what a list item means. */
export function readDocument(document: TenderDocument, reading: ReadingContext): ExtractedRequirement[] {
  return new DocumentReader(document, reading).read();
}

const questionToAnswer: Judgement = { isMandatory: true, obliged: "bidder", reason: "question to be answered" };
const wantedSkill: Judgement = {
  isMandatory: false,
  obliged: "contractor",
  reason: "skill or experience wanted",
  sign: "skill",
};

/** A clause under a list that is not ours to fulfil ("the buyer will:") is too long to be an item of it, and binds us by its own words. */
const fewestOwnWords = 10;
/** Fewer in one cell of a table are one requirement with its row. */
const fewestDutiesOfCell = 3;
/** A bare line under a lead-in is an item of it as long as it reads as one. */
const mostItemWords = 25;

const countWords = (text: string): number => text.split(" ").length;
const endsSentence = (text: string): boolean => /[.!?:;]$/.test(text);
const isQuestion = (text: string): boolean => /\?\)?\s*$/.test(text);

/** Items that follow a lead-in as plain lines; a run may stand within another. */
interface ItemRun {
  opening: ListOpening;
  span: Span;
  marks: Set<string>;
  outer: ItemRun | null;
  depth: number;
}

/** No paper is nested deeper; a hostile one must not be. */
const DEEPEST = 8;

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
  /** A lead-in whose items follow as plain lines instead of a list. */
  private running: ItemRun | null = null;
  private last: Unit | undefined;
  private readonly asked: AskedWords;
  /** Blocks of lists most of whose items give orders. */
  private readonly orderLists: ReadonlySet<number>;
  private readonly isQuestionnaire: boolean;
  private bearer: { headings: readonly Span[]; obliged: ObligedParty } | null = null;

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
    this.orderLists = findOrderLists(document, this.grammar);
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
      this.running = null;
      this.previous = "none";
      this.person = "none";
      this.asked.reset();
      const words = countWords(text);
      const own = words >= 6 && /[.:)]$/.test(text) ? this.grammar.judgeSentence(text, setting) : null;
      // "b) Display the details of a project.": an item of a lettered list that was set as a heading.
      const isItem = /^\(?[a-z][.)] /.test(text) && /\.\W*$/.test(text);
      if (own && !/following:?\s*$/.test(text) && (words >= 10 || isItem || own.sign !== "order"))
        this.take(unit, own, setting);
      return;
    }
    // What bidders asked is nobody's duty; the answers may hold one.
    if (this.asked.holds(text, sense.isAboutBidding)) {
      this.running = null;
      return;
    }
    if (unit.kind === "table_row") this.readRow(unit, setting);
    else if (unit.kind === "list_item") this.readItem(unit, text, setting);
    else this.readSentence(unit, text, setting);
  }

  private readSentence(unit: Unit, text: string, setting: Setting): void {
    if (this.running && this.readPlainItem(unit, text, setting)) return;
    const own = this.grammar.judgeSentence(text, setting);
    if (opensList(text)) {
      const opening = this.grammar.judgeOpening(this.withBrokenLine(unit, text), setting);
      this.openings.remember(unit, opening);
      const outer = this.running && this.running.depth < DEEPEST ? this.running : null;
      const inherits = opening.effect === "open" && outer?.opening.effect === "duties";
      this.running = {
        opening: inherits ? outer.opening : opening,
        span: unit,
        marks: new Set(),
        outer,
        depth: (outer?.depth ?? 0) + 1,
      };
      if (own && opening.isOwn) this.take(unit, own, setting);
    } else if (own) this.take(unit, own, setting);
    else if (this.isQuestionToUs(text, setting)) this.takeQuestion(unit, setting);
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
    if (last?.kind !== "sentence" || countWords(text) > 6) return text;
    const before = this.text.at(last);
    return endsSentence(before) || unit.headings !== last.headings ? text : `${before} ${text}`;
  }

  /** "(i) Company name", "4.2.1 Insurance of vehicles" or a bare line under "... is required:" without a list's marks. Returns false when the sentence speaks for itself. */
  private readPlainItem(unit: Unit, text: string, setting: Setting): boolean {
    const mark = shapeOfMark(text);
    for (let run = this.running; run; run = run.outer) {
      // What follows within an item's own paragraph does not end the run.
      if (!mark && run.marks.size > 0 && this.last?.block === unit.block) return false;
      const isBare = !/[.!?:]$/.test(text) && countWords(text) <= mostItemWords;
      if (mark ? !goesOn(text, mark, run.marks, this.text.at(run.span)) : !isBare || run.marks.size > 0) continue;
      if (mark) run.marks.add(mark);
      this.running = run;
      // An item that introduces others opens a run within the run; a bare line ends it.
      if (opensList(text)) {
        if (!mark) this.running = null;
        return false;
      }
      if (run.opening.effect === "closed" && mark) return !this.bindsAnyway(text, setting);
      if (run.opening.effect !== "duties") return this.grammar.judgeSentence(text, setting) === null;
      this.takeItem(unit, text, setting, run.opening, run.span);
      return true;
    }
    this.running = null;
    return false;
  }

  /** Under a lead-in that lays no duty on us, a whole sentence may still do so. */
  private bindsAnyway(text: string, setting: Setting): boolean {
    const own = this.grammar.judgeSentence(text, setting);
    return own !== null && bindsByItself(text, own);
  }

  private readItem(unit: Unit, text: string, setting: Setting): void {
    this.running = null;
    const before = this.openings.leadInOf(unit, this.last);
    // An answer does not stand under its question.
    const leadIn = before && this.asked.isQuestion(this.text.at(before)) ? undefined : before;
    const above = this.asList(unit, leadIn, this.openings.above(unit, leadIn, setting), setting);
    // Only the first sentence of an item stands under its lead-in; what follows speaks for itself.
    const opening = this.last?.block !== unit.block ? above : undefined;
    if (opensList(text) || (this.text.stepToNextItem(unit) ?? 0) > 0)
      this.openings.rememberItem(unit, text, above, setting);
    const mine = this.openings.find(unit);
    const introducesOthers = opensList(text) && mine?.effect !== "closed";
    if (opening?.effect === "duties" && !introducesOthers) {
      this.takeItem(unit, text, setting, opening, leadIn);
      return;
    }
    const judged = this.grammar.judgeSentence(text, setting);
    const own = judged?.sign === "order" && this.isHope(unit, leadIn, text, setting) ? null : judged;
    if (own && mine?.isOwn !== false && (opening?.effect !== "closed" || bindsByItself(text, own)))
      this.take(unit, own, setting, leadIn);
    else if (this.isQuestionToUs(text, setting)) this.takeQuestion(unit, setting, leadIn);
    else if (!own && this.last?.block !== unit.block && this.isWantedSkill(text, opening, leadIn))
      this.take(unit, wantedSkill, setting, leadIn);
    else if (!own) this.takeAnswer(unit, text, setting);
    this.remember(text, setting);
  }

  /** A skill or experience in a list that is ours, and not one of what is scored or of what the buyer hopes for. */
  private isWantedSkill(text: string, opening: ListOpening | undefined, leadIn: Span | undefined): boolean {
    if (opening?.effect === "closed" || this.role === "evaluation") return false;
    return !(leadIn && saysWhatBuyerHopesFor(this.text.at(leadIn))) && this.grammar.isSkill(text);
  }

  /** Where most items of a list give orders, those worded otherwise are meant alike. */
  private asList(
    unit: Unit,
    leadIn: Span | undefined,
    above: ListOpening | undefined,
    setting: Setting,
  ): ListOpening | undefined {
    if ((above && above.effect !== "open") || setting.isBackground || this.role === "evaluation") return above;
    if (!this.orderLists.has(unit.block)) return above;
    const before = leadIn ? this.text.at(leadIn) : "";
    if (saysWhatBuyerHopesFor(before)) return above;
    const text = `${before} ${this.text.at(unit)}`;
    return {
      effect: "duties",
      isMandatory: !/\b(?:should|may|could)\b[^.]*$/i.test(before),
      obliged: this.grammar.bearerOf(text, setting),
      isOwn: above?.isOwn ?? true,
      reason: "item of a list of orders",
    };
  }

  /** "Cut the time that people wait" is no order where the buyer says what it hopes for; a sentence that names us still is one. */
  private isHope(unit: Unit, leadIn: Span | undefined, text: string, setting: Setting): boolean {
    const nearest = leadIn ?? unit.headings.at(-1);
    return (
      nearest !== undefined && saysWhatBuyerHopesFor(this.text.at(nearest)) && !this.grammar.namesParty(text, setting)
    );
  }

  /** A question of a form, or one that speaks to the bidder among the instructions. Questions and answers ask the buyer. */
  private isQuestionToUs(text: string, setting: Setting): boolean {
    if (!isQuestion(text) || countWords(text) < 4 || this.role === "questions_and_answers") return false;
    return this.role === "form" || (setting.isAboutBidding && speaksToBidder(text));
  }

  private takeQuestion(unit: Unit, setting: Setting, leadIn?: Span): void {
    this.take(unit, questionToAnswer, { ...setting, isAboutBidding: true }, leadIn);
  }

  private takeItem(unit: Unit, text: string, setting: Setting, opening: ListOpening, leadIn: Span | undefined): void {
    const own = this.grammar.judgeSentence(text, setting);
    if ((!own || own.sign === "order") && this.isHope(unit, leadIn, text, setting)) return;
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
    this.running = null;
    if (unit.isHeader) return;
    if (this.readLongCell(unit, given)) return;
    const setting = this.isQuestionnaire ? { ...given, isAboutBidding: true, isBidSection: true } : given;
    const judged = judgeRow(
      {
        cells: this.text.cellsOf(unit),
        header: this.text.headerOf(unit),
        heading: this.text.sectionOf(unit).at(-1) ?? "",
        role: this.role,
      },
      this.grammar,
      { ...setting, previous: "none" },
    );
    if (judged) this.take(unit, judged, setting);
    else if (this.isQuestionnaire && asksInRow(this.text.cellsOf(unit))) this.takeQuestion(unit, setting);
  }

  /** A table that only indents its text is read as if each of its sentences stood alone. */
  private readLoneCell(unit: Unit, setting: Setting): boolean {
    const sentences = this.text.sentencesOfLoneCell(unit);
    for (const sentence of sentences) {
      this.readSentence(sentence, this.text.at(sentence), setting);
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
      this.readSentence(sentence, this.text.at(sentence), setting);
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
    const isBinding = judged.isMandatory || (this.storiesBind && judged.sign === "story");
    const isFirst = this.last?.block !== unit.block;
    this.found.push(
      toRequirement(this.document, this.reading.index, {
        unit,
        leadIn,
        section: this.text.sectionOf(unit),
        marker: isFirst ? this.text.markerOf(unit) : undefined,
        judged: { ...judged, isMandatory: isBinding },
      }),
    );
    this.bearer = { headings: unit.headings, obliged: judged.obliged };
    this.remember(this.text.at(unit), setting);
  }
}

/** Whether a sentence obliges us although the list that it stands in does not. */
function bindsByItself(text: string, { sign, isMandatory }: Judgement): boolean {
  if (countWords(text) < fewestOwnWords) return false;
  return sign === "binding" || sign === "exclusion" || (sign === "thing" && isMandatory);
}
