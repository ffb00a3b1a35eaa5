import type { ObligedParty } from "@/lib/vocabulary/opportunities";
import type { Span, Unit } from "@/server/knowledge/units";
import type { TenderDocument } from "../tender-document";
import { AskedWords } from "./asked-words";
import { addressOf, classifyDocument } from "./classify-document";
import type { ExtractedRequirement } from "./extracted-requirement";
import { findOrderLists } from "./find-order-lists";
import type { PackageIndex } from "./find-unclear";
import { grammarFor } from "./grammars";
import { isDotted, isSibling, opensRun, shapeOfMark } from "./item-marks";
import { judgeRow, type RowJudgement } from "./judge-row";
import type { Grammar, Judgement, ListOpening, Setting } from "./judgement";
import { isOurs, type PackageContext, type Party } from "./parties";
import { findAddressBlocks, readsAsItem, saysWhatBuyerHopesFor } from "./reads-as-item";
import { type SectionSense, senseOfSection } from "./sections";
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

/** What a text is judged by: no sentence is longer, and an endless one must not take endless time. */
const LONGEST = 1_500;

function judged(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

class DocumentReader {
  private readonly found: ExtractedRequirement[] = [];
  private readonly grammar: Grammar;
  private readonly role;
  private readonly address;
  /** The document says that its user stories are what has to be reached. */
  private readonly storiesBind: boolean;
  /** What the sentence or item that starts here does to the list under it. */
  private readonly openings = new Map<number, ListOpening>();
  private readonly senses = new Map<readonly Span[], SectionSense>();
  private readonly headings = new Map<readonly Span[], string[]>();
  private previous: Party = "none";
  private person: Party = "none";
  /** A lead-in whose items follow as plain lines instead of a list. */
  private running: { opening: ListOpening; span: Span; marks: Set<string> } | null = null;
  private flat: { level: number; span: Span } | null = null;
  private last: Unit | undefined;
  private readonly asked: AskedWords;
  /** Blocks of lists most of whose items give orders. */
  private readonly orderLists: ReadonlySet<number>;
  private bearer: { headings: readonly Span[]; obliged: ObligedParty } | null = null;

  constructor(
    private readonly document: TenderDocument,
    private readonly reading: ReadingContext,
  ) {
    this.role = classifyDocument(document).role;
    this.address = addressOf(document);
    this.grammar = grammarFor(document.text);
    this.asked = new AskedWords(document, this.role);
    this.orderLists = findOrderLists(document, this.grammar);
    this.storiesBind = /\buser stor(?:y|ies)\b[^.]{0,100}\b(?:shall|must|objectives to be)\b/i.test(document.text);
  }

  read(): ExtractedRequirement[] {
    if (this.address === "nobody") return [];
    const addresses = findAddressBlocks(this.document.units, (unit) => this.textOf(unit));
    for (const unit of this.document.units) {
      const sense = this.senseOf(unit);
      if (!sense.isBoilerplate && unit.kind !== "code" && !addresses.has(unit)) this.readUnit(unit, sense);
      this.last = unit;
    }
    return this.found;
  }

  private readUnit(unit: Unit, sense: SectionSense): void {
    const text = this.textOf(unit);
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
      const words = text.split(" ").length;
      const own = words >= 6 && /[.:]$/.test(text) ? this.grammar.judgeSentence(text, setting) : null;
      if (own && !/following:?\s*$/.test(text) && (words >= 10 || own.sign !== "order")) this.take(unit, own, setting);
      return;
    }
    // What bidders asked is nobody's duty; the answers may hold one.
    if (this.asked.holds(text)) {
      this.running = null;
      return;
    }
    if (unit.kind === "table_row") this.readRow(unit, setting);
    else if (unit.kind === "list_item") this.readItem(unit, text, setting);
    else this.readSentence(unit, text, setting);
  }

  private readSentence(unit: Unit, text: string, setting: Setting): void {
    if (this.running && this.readPlainItem(unit, text, setting)) return;
    const isOpening = /:\s*$/.test(text);
    const own = this.grammar.judgeSentence(text, setting);
    if (isOpening) {
      const opening = this.grammar.judgeOpening(this.withBrokenLine(unit, text), setting);
      this.openings.set(unit.start, opening);
      this.running = { opening, span: unit, marks: new Set() };
      if (own && opening.isOwn && opening.effect !== "closed") this.take(unit, own, setting);
      else if (own && opening.effect === "closed" && opening.isOwn) this.take(unit, own, setting);
    } else if (own) this.take(unit, own, setting);
    else if (this.isQuestionToUs(text, setting))
      this.take(
        unit,
        { isMandatory: true, obliged: "bidder", reason: "question to be answered" },
        { ...setting, isAboutBidding: true },
      );
    this.remember(text, setting);
  }

  /** A lead-in that a hard line break has cut in two is read whole. */
  private withBrokenLine(unit: Unit, text: string): string {
    const { last } = this;
    if (last?.kind !== "sentence" || text.split(" ").length > 6) return text;
    const before = this.textOf(last);
    return /[.!?:;]$/.test(before) || unit.headings !== last.headings ? text : `${before} ${text}`;
  }

  /** "(i) Company name", "4.2.1 Insurance of vehicles" or a bare line under "... is required:" without a list's marks. Returns false when the sentence speaks for itself. */
  private readPlainItem(unit: Unit, text: string, setting: Setting): boolean {
    const running = this.running;
    if (!running) return false;
    const mark = shapeOfMark(text);
    // What follows within an item's own paragraph does not end the run.
    if (!mark && running.marks.size > 0 && this.last?.block === unit.block) return false;
    const isBare = !/[.!?:]$/.test(text) && text.split(" ").length <= 25;
    const continues = mark
      ? running.marks.has(mark) ||
        (running.marks.size === 0 ? !isSibling(text, this.sliced(running.span)) : !isDotted(mark) && opensRun(text))
      : isBare && running.marks.size === 0;
    if (!continues || /:\s*$/.test(text)) {
      this.running = null;
      return false;
    }
    if (mark) running.marks.add(mark);
    if (running.opening.effect === "closed" && mark) return !this.bindsAnyway(text, setting);
    if (running.opening.effect !== "duties") return this.grammar.judgeSentence(text, setting) === null;
    this.takeItem(unit, text, setting, running.opening, running.span);
    return true;
  }

  /** Under a lead-in that lays no duty on us, a whole sentence may still do so. */
  private bindsAnyway(text: string, setting: Setting): boolean {
    const own = this.grammar.judgeSentence(text, setting);
    return (
      text.split(" ").length >= 10 &&
      (own?.sign === "binding" || own?.sign === "exclusion" || (own?.sign === "thing" && own.isMandatory))
    );
  }

  private readItem(unit: Unit, text: string, setting: Setting): void {
    this.running = null;
    const leadIn = this.leadInOf(unit);
    const above = leadIn ? this.openingAt(leadIn, setting) : this.headingOpening(unit, setting);
    const opening = this.asList(unit, leadIn, above, setting);
    const isFirst = this.last?.block !== unit.block;
    if (/:\s*$/.test(text) || this.hasChildren(unit)) this.rememberItemOpening(unit, text, opening, setting);
    const stays = !/:\s*$/.test(text) || this.openings.get(unit.start)?.effect === "closed";
    if (opening?.effect === "duties" && isFirst && stays) {
      this.takeItem(unit, text, setting, opening, leadIn);
      return;
    }
    const judged = this.grammar.judgeSentence(text, setting);
    const own = judged?.sign === "order" && this.isHope(unit, leadIn, text, setting) ? null : judged;
    const mine = this.openings.get(unit.start);
    // Only the first sentence of an item stands under its lead-in; what follows speaks for itself.
    const isFree =
      opening?.effect !== "closed" ||
      !isFirst ||
      (text.split(" ").length >= 10 &&
        (own?.sign === "binding" || own?.sign === "exclusion" || (own?.sign === "thing" && own.isMandatory)));
    if (own && isFree && mine?.isOwn !== false) this.take(unit, own, setting, leadIn);
    else if (this.isQuestionToUs(text, setting))
      this.take(
        unit,
        { isMandatory: true, obliged: "bidder", reason: "question to be answered" },
        { ...setting, isAboutBidding: true },
        leadIn,
      );
    else if (
      !own &&
      isFirst &&
      opening?.effect !== "closed" &&
      this.role !== "evaluation" &&
      !(leadIn && saysWhatBuyerHopesFor(this.sliced(leadIn))) &&
      this.grammar.isSkill(text)
    )
      this.take(
        unit,
        {
          isMandatory: false,
          obliged: "contractor",
          reason: "skill or experience wanted",
          sign: "skill",
        },
        setting,
        leadIn,
      );
    this.remember(text, setting);
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
    const before = leadIn ? this.sliced(leadIn) : "";
    if (saysWhatBuyerHopesFor(before)) return above;
    const text = `${before} ${this.textOf(unit)}`;
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
      nearest !== undefined && saysWhatBuyerHopesFor(this.sliced(nearest)) && !this.grammar.namesParty(text, setting)
    );
  }

  /** A question of a form, or one that speaks to the bidder among the instructions. Questions and answers ask the buyer. */
  private isQuestionToUs(text: string, setting: Setting): boolean {
    if (!/\?\)?\s*$/.test(text) || text.split(" ").length < 4 || this.role === "questions_and_answers") return false;
    return this.role === "form" || (setting.isAboutBidding && /\byour?\b|\bIhre?\w*\b|\bvo(?:us|tre|s)\b/.test(text));
  }

  private takeItem(unit: Unit, text: string, setting: Setting, opening: ListOpening, leadIn: Span | undefined): void {
    const own = this.grammar.judgeSentence(text, setting);
    if ((!own || own.sign === "order") && this.isHope(unit, leadIn, text, setting)) return;
    if (!own && !readsAsItem(text)) return;
    const subject = this.grammar.subjectOf(text, setting);
    if (!own && (subject === "buyer" || subject === "third")) return;
    const mine = this.openings.get(unit.start);
    if (mine && !mine.isOwn && mine.effect === "duties") return;
    const judged = own
      ? {
          ...own,
          obliged: opening.obliged === "bidder" ? ("bidder" as const) : own.obliged,
          isMandatory: own.sign === "order" ? opening.isMandatory : own.isMandatory,
        }
      : { isMandatory: opening.isMandatory, obliged: opening.obliged, reason: opening.reason };
    this.take(unit, judged, setting, leadIn);
  }

  private readRow(unit: Unit, setting: Setting): void {
    this.running = null;
    if (unit.isHeader) return;
    const block = this.document.blocks[unit.block];
    const cells = (block?.cells ?? []).map((cell) => this.sliced(cell));
    const header = unit.header ? this.headerCells(unit.header) : [];
    const judged = judgeRow(
      {
        cells: cells.length > 0 ? cells : [this.textOf(unit)],
        header,
        heading: this.sectionOf(unit).at(-1) ?? "",
        role: this.role,
      },
      this.grammar,
      { ...setting, previous: "none" },
    );
    if (judged) this.take(unit, judged, setting);
  }

  private headerCells(span: Span): string[] {
    const block = this.document.blocks.find((one) => one.start === span.start && one.end === span.end);
    return (block?.cells ?? []).map((cell) => this.sliced(cell));
  }

  private openingAt(span: Span, setting: Setting): ListOpening {
    const known = this.openings.get(span.start);
    if (known) return known;
    const opening = this.grammar.judgeOpening(this.sliced(span), setting);
    this.openings.set(span.start, opening);
    return opening;
  }

  /** Items straight under a heading: "The contractor will not be responsible for the following", "Mandatory requirements". */
  private headingOpening(unit: Unit, setting: Setting): ListOpening | undefined {
    const nearest = unit.headings.at(-1);
    if (!nearest) return undefined;
    const text = this.sliced(nearest);
    const known = this.openings.get(nearest.start);
    if (known) return known;
    const opening = this.grammar.judgeOpening(`${text.replace(/[:.\s]+$/, "")}:`, setting);
    this.openings.set(nearest.start, opening);
    return opening;
  }

  private rememberItemOpening(unit: Unit, text: string, above: ListOpening | undefined, setting: Setting): void {
    const own = this.grammar.judgeOpening(text, setting);
    const inherits = own.effect === "open" && above !== undefined && above.effect !== "open";
    this.openings.set(unit.start, inherits ? { ...above, isOwn: !/:\s*$/.test(text) } : own);
  }

  private hasChildren(unit: Unit): boolean {
    const next = this.document.blocks[unit.block + 1];
    return next?.kind === "list_item" && (next.level ?? 0) > (unit.level ?? 0);
  }

  /** Where a list is flat, an item that ends in ":" introduces those after it as if they stood below it. */
  private leadInOf(unit: Unit): Span | undefined {
    const { flat, last } = this;
    const follows = last?.kind === "list_item" && last.headings === unit.headings;
    if (!follows) this.flat = null;
    else if (flat && (unit.level ?? 0) < flat.level) this.flat = null;
    const parent = this.flat && (unit.level ?? 0) === this.flat.level ? this.flat.span : undefined;
    const isParent = /:\s*$/.test(this.textOf(unit));
    const next = this.document.blocks[unit.block + 1];
    if (isParent && next?.kind === "list_item" && (next.level ?? 0) === (unit.level ?? 0)) {
      this.flat = { level: unit.level ?? 0, span: unit };
      return unit.leadIn;
    }
    return parent ?? unit.leadIn;
  }

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
    if (this.address === "example" && !this.grammar.namesParty(this.textOf(unit), setting)) return;
    const isBinding = judged.isMandatory || (this.storiesBind && judged.sign === "story");
    const isFirst = this.last?.block !== unit.block;
    this.found.push(
      toRequirement(this.document, this.reading.index, {
        unit,
        leadIn,
        section: this.sectionOf(unit),
        marker: isFirst ? this.document.blocks[unit.block]?.marker : undefined,
        judged: { ...judged, isMandatory: isBinding },
      }),
    );
    this.bearer = { headings: unit.headings, obliged: judged.obliged };
    this.remember(this.textOf(unit), setting);
  }

  private textOf(unit: Unit): string {
    return this.sliced(unit);
  }

  private sliced(span: Span): string {
    return judged(this.document.text.slice(span.start, Math.min(span.end, span.start + LONGEST)));
  }

  private sectionOf(unit: Unit): string[] {
    const known = this.headings.get(unit.headings);
    if (known) return known;
    const section = unit.headings.map((span) => this.sliced(span));
    this.headings.set(unit.headings, section);
    return section;
  }

  private senseOf(unit: Unit): SectionSense {
    const known = this.senses.get(unit.headings);
    if (known) return known;
    const sense = senseOfSection(this.sectionOf(unit), this.role);
    this.senses.set(unit.headings, sense);
    return sense;
  }
}
