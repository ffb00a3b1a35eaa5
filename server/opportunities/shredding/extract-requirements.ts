import type { TenderDocument } from "../tender-document";
import type { ExtractedRequirement } from "./extracted-requirement";
import { indexPackage } from "./find-unclear";
import { learnPackage } from "./learn-package";
import { linkDuplicates } from "./link-duplicates";
import { readDocument } from "./read-document";
import type { ReadingContext, ReadingHooks } from "./reading-context";

/** What a package says of itself; documents can then be read one by one, with progress shown between them. */
export function prepareReading(documents: readonly TenderDocument[]): ReadingContext {
  return { names: learnPackage(documents), index: indexPackage(documents) };
}

/**
 * Every obligation, prohibition, limit and permission of whoever bids or wins, in reading order, document by document. Quotes are
 * literal; no language model takes part. Less than a second for a hundred pages.
 */
export function extractRequirements(
  documents: readonly TenderDocument[],
  hooks: ReadingHooks = {},
): ExtractedRequirement[] {
  const reading = { ...prepareReading(documents), ...hooks };
  return linkDuplicates(documents.flatMap((document) => readDocument(document, reading)));
}
