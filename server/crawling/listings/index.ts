export { findListing } from "./find-listing";
export { findNextPage } from "./find-next-page";
export { learnSelector } from "./learn-selector";
export { parsePage } from "./parse-page";
export { readJsonPath } from "./read-json-path";
export { readWithSelector } from "./read-with-selector";
export { testSelector } from "./test-selector";
export type {
  FieldRule,
  FoundListing,
  LearnedSelector,
  ListingRecord,
  ListingRung,
  NextPage,
  SelectorTest,
} from "./types";
