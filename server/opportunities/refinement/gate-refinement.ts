import type { ProposedColumns } from "@/drizzle/schema";
import { foldText } from "@/lib/fold-text";
import { maxQuoteWords } from "@/lib/vocabulary/evidence";
import type { ObligedParty, ProposalKind, RequirementKind } from "@/lib/vocabulary/opportunities";
import type { Refinement } from "./judge-refinement";
import type { Part } from "./split-parts";

/** A requirement as the model saw it; `number` is what it may name. */
export interface ShownRequirement {
  id: string;
  number: number;
  revision: number;
  kind: RequirementKind;
  isMandatory: boolean;
  obliged: ObligedParty;
  start: number;
  end: number;
}

export interface GatedProposal {
  what: ProposalKind;
  start: number;
  end: number;
  quote: string;
  requirementIds: string[];
  revisions: number[];
  proposed: ProposedColumns;
  reason: string;
  fingerprint: string;
}

export interface GatedRefinement {
  proposals: GatedProposal[];
  /** Why the others were dropped, in words for the log and for tests. */
  dropped: string[];
}

const leastWords = 4;

/**
 * Lets through what stands on literal words of the part that was shown: every quote is found there, whatever the model says of it, a missed requirement
 * is none that is known, a change changes something, a merge names neighbours. Pure; no model takes part.
 */
export function gateRefinement(
  text: string,
  part: Part,
  shown: readonly ShownRequirement[],
  said: Refinement,
): GatedRefinement {
  const gate = new Gate(text, part, shown);
  for (const one of said.missed) gate.takeMissed(one);
  for (const one of said.changes) gate.takeChange(one);
  for (const one of said.merges) gate.takeMerge(one);
  return { proposals: gate.proposals, dropped: gate.dropped };
}

class Gate {
  readonly proposals: GatedProposal[] = [];
  readonly dropped: string[] = [];
  private readonly byNumber: Map<number, ShownRequirement>;

  constructor(
    private readonly text: string,
    private readonly part: Part,
    private readonly shown: readonly ShownRequirement[],
  ) {
    this.byNumber = new Map(shown.map((one) => [one.number, one]));
  }

  takeMissed({ quote, kind, isMandatory, obliged, reason }: Refinement["missed"][number]): void {
    const place = this.find(quote);
    if (!place) return;
    if ((place.quote.match(/\S+/g)?.length ?? 0) < leastWords) {
      this.drop("the quote is too short to oblige anybody");
      return;
    }
    const known = [...this.shown, ...this.proposals.filter(({ what }) => what === "add")];
    if (known.some((one) => overlap(one, place) > 0.5)) {
      this.drop("the requirement is known already");
      return;
    }
    this.take("add", place, [], { text: place.quote.replace(/\s+/g, " "), kind, isMandatory, obliged }, reason);
  }

  takeChange({ number, kind, isMandatory, quote, reason }: Refinement["changes"][number]): void {
    const row = this.byNumber.get(number);
    if (!row) {
      this.drop("a requirement is named that was not shown");
      return;
    }
    const proposed: ProposedColumns = {
      ...(kind !== null && kind !== row.kind ? { kind } : {}),
      ...(isMandatory !== null && isMandatory !== row.isMandatory ? { isMandatory } : {}),
    };
    if (Object.keys(proposed).length === 0) {
      this.drop("the change changes nothing");
      return;
    }
    const place = this.find(quote);
    if (place) this.take("change", place, [row], proposed, reason);
  }

  takeMerge({ numbers, quote, reason }: Refinement["merges"][number]): void {
    const rows = [...new Set(numbers)].flatMap((number) => this.byNumber.get(number) ?? []);
    if (rows.length < 2 || rows.length !== numbers.length) {
      this.drop("a merge names requirements that were not shown");
      return;
    }
    const places = rows.map((row) => this.shown.indexOf(row));
    if (Math.max(...places) - Math.min(...places) !== rows.length - 1) {
      this.drop("the merged ones are no neighbours");
      return;
    }
    const place = this.find(quote);
    if (place) this.take("merge", place, rows, {}, reason);
  }

  private take(
    what: ProposalKind,
    place: Place,
    rows: readonly ShownRequirement[],
    proposed: ProposedColumns,
    reason: string,
  ): void {
    const about = rows.map(({ id }) => id);
    const fingerprint = [
      what,
      ...(about.length > 0 ? about : [foldText(place.quote)]),
      ...(what === "change" ? [JSON.stringify(proposed)] : []),
    ]
      .join(" ")
      .slice(0, 1500);
    if (this.proposals.some((one) => one.fingerprint === fingerprint)) {
      this.drop("it was proposed already");
      return;
    }
    this.proposals.push({
      what,
      ...place,
      requirementIds: about,
      revisions: rows.map(({ revision }) => revision),
      proposed,
      reason: reason.replace(/\s+/g, " ").trim() || "No reason was given.",
      fingerprint,
    });
  }

  private drop(why: string): void {
    this.dropped.push(why);
  }

  /** Where the words stand in the part; white space may be written otherwise, nothing else. */
  private find(quote: string): Place | null {
    const words = quote.normalize("NFC").match(/\S+/g) ?? [];
    if (words.length === 0 || words.length > maxQuoteWords) {
      this.drop(words.length === 0 ? "the quote is empty" : "the quote is longer than sixty words");
      return null;
    }
    const shown = this.text.slice(this.part.start, this.part.end);
    const pattern = new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s+"), "u");
    const found = pattern.exec(shown);
    if (!found) {
      this.drop("the quote does not stand in the document");
      return null;
    }
    const start = this.part.start + found.index;
    return { start, end: start + found[0].length, quote: found[0] };
  }
}

interface Place {
  start: number;
  end: number;
  quote: string;
}

/** Share of the shorter of two stretches that both have. */
function overlap(one: { start: number; end: number }, other: { start: number; end: number }): number {
  const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return shared <= 0 ? 0 : shared / Math.max(1, Math.min(one.end - one.start, other.end - other.start));
}
