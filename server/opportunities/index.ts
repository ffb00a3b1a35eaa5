/** Opportunities: tenders that were found or brought, their notices, what is known of them and what is done about them. */
export { readFeed } from "./calendar/read-feed";
export { listDigestReaders, sendDigest } from "./digest/send-digest";
export { type TenderOfDocument, tendersOfDocuments } from "./documents/tenders-of-documents";
export { computeFit, refreshPlainFactors } from "./fit/compute-fit";
export { isLastReadOfOwn } from "./fit/is-last-read-of-own";
export { listUndecided } from "./fit/list-undecided";
export { mergeOpportunities } from "./merging/merge-opportunities";
export { mergedInto } from "./merging/merged-into";
export { unmergeOpportunity } from "./merging/unmerge-opportunity";
export { recordMailNotice } from "./notices/mail/record-mail-notice";
export { readSourceNotices } from "./notices/read-source-notices";
export { recordNotices } from "./notices/record-notices";
export { splitNotice } from "./notices/split-notice";
export { followDocument, forgetDeletedDocument } from "./reading/follow-document";
export {
  askForReadingAgain,
  failReading,
  finishReading,
  lookAtReading,
  readTenderFields,
  reopenTenderReading,
} from "./reading/read-tender";
export { shredTender } from "./reading/shred-tender";
export {
  listRefinable,
  markRefined,
  noteRefinement,
  type RefinedPart,
  refinePart,
} from "./refinement/refine-document";
export { remindOfDeadlines } from "./reminders/remind-of-deadlines";
export { alertSavedSearch, listAlertingSearches } from "./saved-searches/alert-saved-search";
