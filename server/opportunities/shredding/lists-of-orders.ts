import type { TenderRole } from "@/lib/vocabulary/opportunities";
import type { Span, Unit } from "@/server/knowledge/units";
import type { TenderDocument } from "../tender-document";
import type { DocumentText } from "./document-text";
import { findOrderLists } from "./find-order-lists";
import type { Grammar, ListOpening, Setting } from "./judgement";
import { saysWhatBuyerHopesFor } from "./reads-as-item";

/** Lists most of whose items give orders, and those of them that only say what the buyer hopes for. */
export class ListsOfOrders {
  /** Their blocks. */
  private readonly blocks: ReadonlySet<number>;

  constructor(
    document: TenderDocument,
    private readonly text: DocumentText,
    private readonly grammar: Grammar,
    private readonly role: TenderRole,
  ) {
    this.blocks = findOrderLists(document, grammar);
  }

  /** Where most items of a list give orders, those worded otherwise are meant alike; `above`: what its lead-in makes of the items. */
  openingOf(
    unit: Unit,
    leadIn: Span | undefined,
    above: ListOpening | undefined,
    setting: Setting,
  ): ListOpening | undefined {
    if ((above && above.effect !== "open") || setting.isBackground || this.role === "evaluation") return above;
    if (!this.blocks.has(unit.block)) return above;
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
  isHope(unit: Unit, leadIn: Span | undefined, text: string, setting: Setting): boolean {
    const nearest = leadIn ?? unit.headings.at(-1);
    return (
      nearest !== undefined && saysWhatBuyerHopesFor(this.text.at(nearest)) && !this.grammar.namesParty(text, setting)
    );
  }

  /** A skill or experience in a list that is ours, and not one of what is scored or of what the buyer hopes for. */
  isWantedSkill(text: string, opening: ListOpening | undefined, leadIn: Span | undefined): boolean {
    if (opening?.effect === "closed" || this.role === "evaluation") return false;
    return !(leadIn && saysWhatBuyerHopesFor(this.text.at(leadIn))) && this.grammar.isSkill(text);
  }
}
