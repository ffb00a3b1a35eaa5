import type { Span, Unit } from "@/server/knowledge/units";
import type { DocumentText } from "./document-text";
import type { Grammar, ListOpening, Setting } from "./judgement";

/** Whether a text introduces what follows it. */
export const opensList = (text: string): boolean => /:\s*$/.test(text);

const isLabel = (text: string): boolean => /^[\p{L}/&-]+(?: [\p{L}/&-]+){0,4} ?:$/u.test(text);

/** What the sentences, items and headings of a document do to the list items that stand under them. */
export class ListOpenings {
  /** By where the opening text starts. */
  private readonly known = new Map<number, ListOpening>();
  /** In a list whose items all have one level: the last item that ended in ":", which introduces those after it as if they stood below it. */
  private flat: { level: number; span: Span } | null = null;

  constructor(
    private readonly text: DocumentText,
    private readonly grammar: Grammar,
  ) {}

  find(unit: Unit): ListOpening | undefined {
    return this.known.get(unit.start);
  }

  remember(unit: Unit, opening: ListOpening): void {
    this.known.set(unit.start, opening);
  }

  /** "Forms including:" right under "Bids shall contain the following:" only names a part of what is listed. */
  rememberLead(unit: Unit, text: string, opening: ListOpening, last: Unit | undefined): void {
    const before = last && last.headings === unit.headings ? this.known.get(last.start) : undefined;
    const isPart = opening.effect === "open" && before?.effect === "duties" && isLabel(text);
    this.remember(unit, isPart ? { ...before, isOwn: false } : opening);
  }

  /** What an item with items below it does to them: what it says itself, or else what was said above it. */
  rememberItem(unit: Unit, text: string, above: ListOpening | undefined, setting: Setting): void {
    const own = this.grammar.judgeOpening(text, setting);
    const inherits = own.effect === "open" && above !== undefined && above.effect !== "open";
    this.remember(unit, inherits ? { ...above, isOwn: !opensList(text) } : own);
  }

  /** What the lead-in of an item does to it, or without one the heading above it ("Mandatory requirements"). */
  above(unit: Unit, leadIn: Span | undefined, setting: Setting): ListOpening | undefined {
    const nearest = unit.headings.at(-1);
    const byHeading = () => nearest && this.at(nearest, `${this.text.at(nearest).replace(/[:.\s]+$/, "")}:`, setting);
    if (!leadIn) return byHeading();
    const text = this.text.at(leadIn);
    const opening = this.at(leadIn, text, setting);
    // "Company information:" under "Contents of the quotation" only names a group of them.
    return opening.effect === "open" && isLabel(text) ? (byHeading() ?? opening) : opening;
  }

  /** What introduces an item; `last` is the unit before it. */
  leadInOf(unit: Unit, last: Unit | undefined): Span | undefined {
    const level = unit.level ?? 0;
    const goesOn = last?.kind === "list_item" && last.headings === unit.headings;
    if (!goesOn || (this.flat && level < this.flat.level)) this.flat = null;
    const parent = this.flat?.level === level ? this.flat.span : undefined;
    if (opensList(this.text.at(unit)) && this.text.stepToNextItem(unit) === 0) {
      this.flat = { level, span: unit };
      return unit.leadIn;
    }
    return parent ?? unit.leadIn;
  }

  private at(span: Span, text: string, setting: Setting): ListOpening {
    const known = this.known.get(span.start);
    if (known) return known;
    const opening = this.grammar.judgeOpening(text, setting);
    this.known.set(span.start, opening);
    return opening;
  }
}
