/** An entry of a listing, as a source keeps it. */
export interface ListingEntry {
  key: string;
  title: string;
  url: string | null;
  fields: Record<string, string>;
  text: string;
}
