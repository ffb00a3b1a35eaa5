/**
 * Listings: the repeated entries of a page and their fields, the way to its next page and through its search form, and the rules that are
 * learned from entries or from a person's clicks. Pure: markup in, entries out.
 */
export { cardsAround } from "./cards-around";
export { findListing } from "./find-listing";
export { findNextPage } from "./find-next-page";
export { type FoundSearch, findSearch, type Search } from "./find-search";
export { findPostedTabs, findTabs, type PostedPart } from "./find-tabs";
export { type Click, type FromClicks, learnFromClicks } from "./learn-from-clicks";
export { learnSelector } from "./learn-selector";
export { pageNumbersOf } from "./page-numbers";
export { layoutOf, outlineOf } from "./page-outline";
export { parsePage } from "./parse-page";
export { findJsonListing, type JsonListing, type JsonRule, nextAddress, readWithJsonRule } from "./read-json-listing";
export { readJsonPath } from "./read-json-path";
export {
  type KnownRecord,
  type LearnedRule,
  type ListingReading,
  learn,
  type RuleInUse,
  readListing,
} from "./read-listing";
export { matchListing, type RecordsRead, readWithSelector } from "./read-with-selector";
export { isPaperAddress, keptPapers, type ListedPaper, paperInAddress, readKeptPapers } from "./record-papers";
export { type ShownPart, showPage } from "./show-page";
export type {
  FieldRule,
  FoundListing,
  LearnedSelector,
  ListingRecord,
  ListingRung,
  NextPage,
} from "./types";
export { isAgeText, isAmountText, isCodeText, isDateText } from "./value-kinds";
export { withAddresses, withAnswers } from "./with-answers";
export { withoutAdverts } from "./without-adverts";
