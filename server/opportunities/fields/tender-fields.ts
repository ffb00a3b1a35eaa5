import type { DeadlineKind, FieldName } from "@/lib/vocabulary/opportunities";
import type { Category, Contact, Money } from "../notices/notice-facts";
import type { Place } from "../tender-document";
import type { StatedDeadline } from "./stated-deadline";

/** All that the documents of one tender say about it, each with the words that say it. */
export interface TenderFields {
  /** Names with one value hold the best statement first and further ones after it. A name that nothing states is absent. */
  fields: FoundField[];
  deadlines: DeadlineGroup[];
  contradictions: Contradiction[];
}

export type FoundField = {
  [Name in FieldName]: {
    name: Name;
    value: FieldValues[Name];
    /** As shown to people. */
    text: string;
    place: Place;
    /** `text.slice(place.start, place.end)` of the document. */
    quote: string;
    /** Comparable within one name only. */
    score: number;
  };
}[FieldName];

interface FieldValues {
  title: string;
  buyer: string;
  reference: string;
  /** One of `opportunityKinds`. */
  kind: string;
  summary: string;
  value: Money;
  place: string;
  category: Category;
  set_aside: string;
  eligibility: string;
  contact: Contact;
  period: string;
  evaluation_factor: EvaluationFactor;
  page_limit: PageLimit;
  submission_method: string;
  contract_type: string;
  incumbent: string;
}

export interface EvaluationFactor {
  name: string;
  /** As stated: "40 %", "30 points", "more important than price". */
  weight: string | null;
  /** From 1, as the document lists them. */
  order: number;
}

export interface PageLimit {
  /** What is limited, in the document's words. */
  part: string;
  /** Null where the limit counts something else than pages. */
  pages: number | null;
  unit: "pages" | "words" | "characters" | "sentences";
  amount: number;
}

/** All statements about one date of the procedure. */
export interface DeadlineGroup {
  kind: DeadlineKind;
  statements: StatedDeadline[];
  /** Index of the best supported statement. */
  inForce: number | null;
  /** The one in force says that it takes the place of another. */
  isMoved: boolean;
  /** Index of the earliest; it drives reminders while the statements contradict each other. */
  earliest: number | null;
  state: "agreed" | "contradicted" | "blank";
}

export interface Contradiction {
  /** In plain words: "submission date: 20 or 22 September 2016". */
  what: string;
  kind: DeadlineKind | FieldName;
  /** `hard`: both cannot hold. `soft`: unclear, or moved by a later document. */
  severity: "hard" | "soft";
  a: QuotedPlace;
  b: QuotedPlace;
}

export interface QuotedPlace {
  place: Place;
  quote: string;
}
