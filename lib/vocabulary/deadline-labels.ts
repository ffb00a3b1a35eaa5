import type { DeadlineKind } from "./opportunities";

/** What people call the dates of a procedure. */
export const deadlineLabels: Record<DeadlineKind, string> = {
  submission: "Submission",
  questions: "Questions",
  site_visit: "Site visit",
  intent_to_bid: "Intent to bid",
  answers: "Answers",
  interview: "Interview",
  award: "Award",
  start: "Start",
  delivery: "Delivery",
  issued: "Issued",
  other: "Date",
};
