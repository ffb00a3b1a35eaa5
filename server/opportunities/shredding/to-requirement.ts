import type { Span, Unit } from "@/server/knowledge/units";
import type { Place, TenderDocument } from "../tender-document";
import type { ExtractedRequirement } from "./extracted-requirement";
import { findDue } from "./find-due";
import { findRef } from "./find-ref";
import { findUnclear } from "./find-unclear";
import type { RowJudgement } from "./judge-row";
import type { Judgement } from "./judgement";
import { judgeKind } from "./kinds/judge-kind";
import type { KindQuestion } from "./kinds/tally-signs";
import type { ReadingContext } from "./reading-context";

interface TakenUnit {
  unit: Unit;
  leadIn: Span | undefined;
  section: string[];
  /** The mark of the list item that the unit begins. */
  marker: string | undefined;
  judged: Judgement | RowJudgement;
}

/** Endless texts are told by their beginning. */
const LONGEST = 1_500;

/** All that is told of a requirement besides that it is one: place, number, kind, due time, what is unclear. */
export function toRequirement(
  document: TenderDocument,
  reading: ReadingContext,
  taken: TakenUnit,
): ExtractedRequirement {
  const { unit, leadIn, section, marker, judged } = taken;
  const { reason, obliged, isMandatory } = judged;
  const sliced = (span: Span) =>
    document.text
      .slice(span.start, Math.min(span.end, span.start + LONGEST))
      .replace(/\s+/g, " ")
      .trim();
  const quote = document.text.slice(unit.start, unit.end);
  const start = quote.slice(0, LONGEST);
  const isRow = "isStandardRow" in judged;
  const unclear = findUnclear(start, reading.index);
  const question: KindQuestion = {
    quote: start,
    leadIn: leadIn ? sliced(leadIn) : "",
    section,
    obliged,
    isAboutBidding: obliged === "bidder",
    isStandardRow: isRow && judged.isStandardRow,
    isDeliverableRow: isRow && judged.isDeliverableRow,
    isStory: judged.sign === "story",
    isSkill: judged.sign === "skill",
    isAboutThing: judged.sign === "thing" || isRow,
    isRepresentation: judged.sign === "representation",
    excludes: judged.sign === "exclusion",
  };
  reading.onKindQuestion?.(question, placeOf(document, unit, unit.page));
  return {
    place: placeOf(document, unit, unit.page),
    quote,
    ...(leadIn ? { leadIn: placeOf(document, leadIn, unit.page) } : {}),
    ref: findRef(start, marker, section, unit.label && sliced(unit.label)),
    kind: judgeKind(question),
    isMandatory,
    obliged,
    section,
    due: findDue(start),
    reason,
    ...(unclear ? { isUnclear: unclear } : {}),
  };
}

/** The page where it begins, where the format has pages; a lead-in may stand on the page before its item. */
function placeOf(document: TenderDocument, { start, end }: Span, fallback: number | undefined): Place {
  const page = document.pages.find((one) => start >= one.start && start < one.end)?.page ?? fallback;
  return { document: document.id, start, end, ...(page === undefined ? {} : { page }) };
}
