import type { PageScan } from "./scanned-page";

const types = /\b(?:DiscussionForumPosting|QAPage)\b/;

/** Whether the page says of itself that what people wrote to one another is what it is for. */
export function isDiscussion(scan: PageScan): boolean {
  if (scan.jsonLd.some((text) => types.test(text))) return true;
  return scan.elements.some(({ attributes }) => attributes.itemtype !== undefined && types.test(attributes.itemtype));
}
