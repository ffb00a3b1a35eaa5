/** What a buyer asks for, as the buyer calls it. */
export const opportunityKinds = ["tender", "rfp", "rfq", "rfi", "grant", "framework", "other"] as const;
export type OpportunityKind = (typeof opportunityKinds)[number];

/** Where the buyer's procedure stands, as the notices say it. `unlisted`: its portal has taken it off its list without saying why. */
export const procedureStatuses = ["planned", "open", "closed", "awarded", "cancelled", "unlisted", "unknown"] as const;
export type ProcedureStatus = (typeof procedureStatuses)[number];

/** How it ended for us; apart from the stage. Null while it is open. */
export const outcomes = ["won", "lost", "no_bid", "cancelled"] as const;
export type Outcome = (typeof outcomes)[number];

/** The stages that a new workspace begins with; each workspace changes its own. */
export const firstStages = [
  { key: "new", name: "New" },
  { key: "qualifying", name: "Qualifying" },
  { key: "preparing", name: "Preparing" },
  { key: "review", name: "Review" },
  { key: "submitted", name: "Submitted" },
] as const;

/** How a publication came to us. */
export const noticeSchemes = ["ocds", "sam", "ted", "portal", "feed", "email", "file", "paste"] as const;
export type NoticeScheme = (typeof noticeSchemes)[number];

/** What a publication is about. `amendment`: it changes an earlier one. */
export const noticeTypes = [
  "planning",
  "tender",
  "amendment",
  "clarification",
  "award",
  "contract",
  "cancellation",
  "other",
] as const;
export type NoticeType = (typeof noticeTypes)[number];

/** Dates of a procedure. Only `submission`, `questions` and `site_visit` drive reminders. */
export const deadlineKinds = [
  "submission",
  "questions",
  "site_visit",
  "intent_to_bid",
  "answers",
  "interview",
  "award",
  "start",
  "delivery",
  "issued",
  "other",
] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

/** `contradicted`: another statement says otherwise and nobody has decided. `superseded`: a later amendment moved it. */
export const deadlineStates = ["in_force", "contradicted", "rejected", "superseded"] as const;
export type DeadlineState = (typeof deadlineStates)[number];

/**
 * What a reader should know of a date. `order_unclear`: "03/04/2026" where nothing tells the day from the month.
 * `relative`: counted from the moment when it was read ("in 5 days"), or given the year that comes next or that the request’s other dates tell. `computed`: counted back from the submission date.
 */
export const deadlineFlags = [
  "past",
  "impossible",
  "blank",
  "no_time",
  "no_zone",
  "time_assumed",
  "zone_differs_from_season",
  "nonexistent_local_time",
  "ambiguous_local_time",
  "order_unclear",
  "relative",
  "computed",
] as const;
export type DeadlineFlag = (typeof deadlineFlags)[number];

/** What is known of an opportunity besides its dates; some have many values. */
export const fieldNames = [
  "title",
  "buyer",
  "reference",
  "kind",
  "summary",
  "value",
  "place",
  "category",
  "set_aside",
  "eligibility",
  "contact",
  "period",
  "evaluation_factor",
  "page_limit",
  "submission_method",
  "contract_type",
  "incumbent",
] as const;
export type FieldName = (typeof fieldNames)[number];

/** Fields of which one statement is chosen; the others may have many values at once. */
export const singleFields: readonly FieldName[] = [
  "title",
  "buyer",
  "reference",
  "kind",
  "summary",
  "value",
  "place",
  "set_aside",
  "period",
  "submission_method",
  "contract_type",
  "incumbent",
];

/** Who or what said it. */
export const assertionOrigins = ["notice", "document", "model", "person"] as const;
export type AssertionOrigin = (typeof assertionOrigins)[number];

/** What a document of a tender is. */
export const tenderRoles = [
  "instructions",
  "statement_of_work",
  "evaluation",
  "terms",
  "pricing",
  "form",
  "questions_and_answers",
  "amendment",
  "notice",
  "other",
] as const;
export type TenderRole = (typeof tenderRoles)[number];

/** What an obligation is about: one, the most specific. */
export const requirementKinds = [
  "submission-instruction",
  "eligibility",
  "evaluation",
  "pricing",
  "staffing",
  "deliverable",
  "service",
  "technical",
  "security",
  "accessibility",
  "service-level",
  "reporting",
  "legal",
] as const;
export type RequirementKind = (typeof requirementKinds)[number];

/** Who bears it: whoever bids (before award), or whoever has won. */
export const obligedParties = ["bidder", "contractor"] as const;
export type ObligedParty = (typeof obligedParties)[number];

/** `removed`: the buyer took it out. `dropped`: a person says that it is none. */
export const requirementStates = ["active", "removed", "dropped", "merged", "split"] as const;
export type RequirementState = (typeof requirementStates)[number];

/** What a language model proposes about requirements: one that the rules missed, another kind or force, several that are one. */
export const proposalKinds = ["add", "change", "merge"] as const;
export type ProposalKind = (typeof proposalKinds)[number];

/** `void`: what it was about has changed since. */
export const proposalStates = ["open", "accepted", "rejected", "void"] as const;
export type ProposalState = (typeof proposalStates)[number];

export const decisions = ["go", "no_go"] as const;
export type Decision = (typeof decisions)[number];

export const fitFactors = [
  "capability",
  "eligibility",
  "value",
  "place",
  "time",
  "incumbency",
  "competition",
  "outcomes",
] as const;
export type FitFactor = (typeof fitFactors)[number];

/** Where people can tell more of how well something fits: its documents, the library of past answers, the profile. */
export const missingKnowledge = ["documents", "library", "profile"] as const;
export type MissingKnowledge = (typeof missingKnowledge)[number];

export const buyerQuestionStates = ["draft", "sent", "answered", "withdrawn"] as const;
export type BuyerQuestionState = (typeof buyerQuestionStates)[number];

export const amendmentStates = ["to_review", "approved"] as const;
export type AmendmentState = (typeof amendmentStates)[number];

/** What is opened again when the buyer changes what it was built on. */
export const reopenedKinds = ["decision", "question", "task", "requirement", "deadline"] as const;
export type ReopenedKind = (typeof reopenedKinds)[number];

/** Days before a deadline on which its people are reminded. */
export const reminderDays = [14, 7, 3, 1] as const;

/** How far the documents of an opportunity have been read. `idle`: nothing was ever to be read. */
export const readingPhases = ["idle", "reading", "fields", "shredding", "done", "cancelled", "failed"] as const;
export type ReadingPhase = (typeof readingPhases)[number];
/** While a job is at it. */
export const runningPhases: readonly ReadingPhase[] = ["reading", "fields", "shredding"];

/** What a column of an imported table can say of an opportunity. */
export const tableFields = [
  "title",
  "buyer",
  "reference",
  "kind",
  "status",
  "summary",
  "submission_at",
  "submission_date",
  "submission_time",
  "submission_zone",
  "questions_date",
  "value",
  "currency",
  "country",
  "place",
  "categories",
  "url",
  "tags",
  "stage",
  "owner",
] as const;
export type TableField = (typeof tableFields)[number];

/** In what order lists of opportunities can be read; `next`: what is due next first, what has passed last. */
export const opportunitySorts = [
  "next",
  "submission",
  "questions",
  "seen",
  "updated",
  "title",
  "buyer",
  "value",
  "fit",
  "stage",
  "number",
  "requirements",
] as const;
export type OpportunitySort = (typeof opportunitySorts)[number];
