import type { Meaning } from "@/components/ui/badge";
import type {
  AssertionOrigin,
  BuyerQuestionState,
  DeadlineFlag,
  DeadlineKind,
  Decision,
  FieldName,
  FitFactor,
  NoticeScheme,
  NoticeType,
  ObligedParty,
  OpportunityKind,
  Outcome,
  ProcedureStatus,
  RequirementKind,
  TenderRole,
} from "@/lib/vocabulary/opportunities";

export const kindWords: Record<OpportunityKind, string> = {
  tender: "Tender",
  rfp: "Request for proposal",
  rfq: "Request for quotation",
  rfi: "Request for information",
  grant: "Grant",
  framework: "Framework",
  other: "Other",
};

export const procedureWords: Record<ProcedureStatus, string> = {
  planned: "Planned",
  open: "Open",
  closed: "Closed",
  awarded: "Awarded",
  cancelled: "Cancelled",
  unlisted: "No longer listed",
  unknown: "Status unknown",
};

export const procedureMeanings: Record<ProcedureStatus, Meaning> = {
  planned: "neutral",
  open: "ok",
  closed: "neutral",
  awarded: "neutral",
  cancelled: "danger",
  unlisted: "attention",
  unknown: "neutral",
};

/** Nobody can bid on these any more, whatever their dates say. */
export function isOver(status: ProcedureStatus): boolean {
  return status === "closed" || status === "awarded" || status === "cancelled" || status === "unlisted";
}

export const outcomeWords: Record<Outcome, string> = {
  won: "Won",
  lost: "Lost",
  no_bid: "No bid",
  cancelled: "Cancelled",
};

export const outcomeMeanings: Record<Outcome, Meaning> = {
  won: "ok",
  lost: "neutral",
  no_bid: "neutral",
  cancelled: "neutral",
};

export const decisionWords: Record<Decision, string> = { go: "Go", no_go: "No-go" };

export const decisionMeanings: Record<Decision, Meaning> = { go: "ok", no_go: "neutral" };

export const deadlineWords: Record<DeadlineKind, string> = {
  submission: "Submission",
  questions: "Questions to the buyer",
  site_visit: "Site visit",
  intent_to_bid: "Intent to bid",
  answers: "Answers of the buyer",
  interview: "Interviews",
  award: "Award",
  start: "Start of the contract",
  delivery: "Delivery or completion",
  issued: "Issued",
  other: "Other date",
};

/** What a reader should know of a date, in words. */
export const flagWords: Record<DeadlineFlag, string> = {
  past: "This date has passed",
  impossible: "This date does not exist",
  blank: "The document leaves the date blank",
  no_time: "No time of day is stated",
  no_zone: "No time zone is stated",
  time_assumed: "The time was taken from words such as “close of business”",
  zone_differs_from_season: "The zone named is not the one of that season",
  nonexistent_local_time: "Clocks skip this time on that day",
  order_unclear: "Day and month may be the other way round",
  relative: "Counted from the day on which it was read, or given the year that comes next or that the other dates tell",
  computed: "Counted back from the submission date",
  ambiguous_local_time: "Clocks show this time twice on that day",
};

export const fieldWords: Record<FieldName, string> = {
  title: "Title",
  buyer: "Buyer",
  reference: "Reference",
  kind: "Kind",
  summary: "Summary",
  value: "Value",
  place: "Place",
  category: "Categories",
  set_aside: "Set-aside",
  eligibility: "Eligibility",
  contact: "Contacts",
  period: "Period",
  evaluation_factor: "Evaluation",
  page_limit: "Page limits",
  submission_method: "How to submit",
  contract_type: "Contract type",
  incumbent: "Incumbent",
};

export const originWords: Record<AssertionOrigin, string> = {
  notice: "From a notice",
  document: "Read in the documents",
  model: "Written by a model",
  person: "Entered by a person",
};

export const roleWords: Record<TenderRole, string> = {
  instructions: "Instructions",
  statement_of_work: "Statement of work",
  evaluation: "Evaluation",
  terms: "Terms",
  pricing: "Pricing",
  form: "Form",
  questions_and_answers: "Questions and answers",
  amendment: "Amendment",
  notice: "Notice",
  other: "Other",
};

export const requirementKindWords: Record<RequirementKind, string> = {
  "submission-instruction": "Submission",
  eligibility: "Eligibility",
  evaluation: "Evaluation",
  pricing: "Pricing",
  staffing: "Staffing",
  deliverable: "Deliverable",
  service: "Service",
  technical: "Technical",
  security: "Security",
  accessibility: "Accessibility",
  "service-level": "Service level",
  reporting: "Reporting",
  legal: "Legal",
};

export const obligedWords: Record<ObligedParty, string> = { bidder: "Bidder", contractor: "Contractor" };

export const factorWords: Record<FitFactor, string> = {
  capability: "What we can do",
  eligibility: "Eligibility",
  value: "Value",
  place: "Place",
  time: "Time left",
  incumbency: "Incumbency",
  competition: "Competition",
  outcomes: "Past outcomes",
};

export const questionWords: Record<BuyerQuestionState, string> = {
  draft: "Draft",
  sent: "Sent",
  answered: "Answered",
  withdrawn: "Withdrawn",
};

export const questionMeanings: Record<BuyerQuestionState, Meaning> = {
  draft: "neutral",
  sent: "accent",
  answered: "ok",
  withdrawn: "neutral",
};

export const schemeWords: Record<NoticeScheme, string> = {
  ocds: "Open contracting data",
  sam: "SAM.gov",
  ted: "TED",
  portal: "Tender portal",
  feed: "Feed",
  email: "E-mail",
  file: "Uploaded files",
  paste: "Pasted text",
};

export const noticeTypeWords: Record<NoticeType, string> = {
  planning: "Planning",
  tender: "Tender",
  amendment: "Amendment",
  clarification: "Clarification",
  award: "Award",
  contract: "Contract",
  cancellation: "Cancellation",
  other: "Notice",
};

/** "1 notice", "14 notices". */
export function count(amount: number, one: string, many = `${one}s`): string {
  return `${amount.toLocaleString("en")} ${amount === 1 ? one : many}`;
}
