import { withoutVisitParameters } from "@/lib/canonical-url";
import { isPaperAddress } from "@/server/crawling/listings";

/** An entry of a listing, as a source keeps it. */
export interface ListingEntry {
  key: string;
  title: string;
  url: string | null;
  fields: Record<string, string>;
  text: string;
}

/** What makes it the same notice when its listing is read again. */
export function noticeKeyOf({ key, url }: Pick<ListingEntry, "key" | "url">, listingUrl: string): string {
  const address = url ? withoutVisitParameters(url) : null;
  return address && !(isPaperAddress(address) && key !== address) ? address : `${listingUrl}#${key}`;
}
