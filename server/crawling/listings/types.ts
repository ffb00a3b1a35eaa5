import type { ListedPaper } from "./record-papers";

/** One of the repeated things that a page lists. */
export interface ListingRecord {
  title: string;
  /** Absolute, http(s), without fragment; null when the record leads nowhere. */
  url: string | null;
  /**
   * What the page says about the record: column header or label to value, as written. `date` and `amount` are for values that
   * carry no label; `<name>@datetime` is the machine's form of a time that the page states beside its words.
   */
  fields: Record<string, string>;
  /** Everything visible in the record, one line for each part. */
  text: string;
  /** How its page is opened, when it leads nowhere by an address. */
  opens?: OpeningForm | undefined;
  /** Files to which it links where it stands; see record-papers. */
  papers?: ListedPaper[] | undefined;
  /** When it was found otherwise than the rest of its listing: in the data that the page's scripts asked for. */
  rung?: "json" | undefined;
}

/** A form that a click on a record sends, when its page has no address. */
export interface OpeningForm {
  action: string;
  fields: Record<string, string>;
}

/** How the records were found; see `extractionRungs` in lib/vocabulary/sources. */
export type ListingRung = "json_ld" | "model" | "css" | "xpath" | "person" | "structure" | "ocr";

export interface FoundListing {
  /** CSS that matches the records' elements on this page; "" when they came from JSON-LD alone. */
  selector: string;
  records: ListingRecord[];
  /** Higher is surer; comparable between pages, without a unit. What is below `minListingScore` is not handed out. */
  score: number;
  rung: ListingRung;
}

export type NextPage =
  | { kind: "link"; url: string }
  /** A button that adds records to this page; `url` when the page says where they come from. */
  | { kind: "load_more"; selector: string; url?: string }
  /** Posting or getting `fields` to `action` answers the next page. */
  | { kind: "form"; action: string; method: "get" | "post"; fields: Record<string, string> }
  /** A button by which a script shows the next page's records instead of these; a selector in the browser's own words. */
  | { kind: "turn"; selector: string }
  /** The page adds records while it is scrolled; `url` when it says where they come from. */
  | { kind: "scroll"; url?: string };

/** Where one field stands in a record. Plain JSON, to be kept with the source. */
export interface FieldRule {
  /** Inside the record's element; null: the element itself. */
  css: string | null;
  /** null: the text. */
  attribute: string | null;
  /** Instead of `css`: the label or column header under which the page states the value. */
  label: string | null;
  /** The second form of `css` and `attribute`, from the record's element on. */
  xpath?: string | undefined;
}

export interface LearnedSelector {
  /** Matches the records' elements; "" when the rule was given as XPath. */
  css: string;
  /** The second form: by places instead of names, so that it outlives new class names. */
  xpath?: string | undefined;
  /** Whatever else a record labels is a field, too. */
  takesAll?: boolean | undefined;
  /** A record goes on in the siblings up to the next match, as a heading does in the paragraphs below it. */
  hasFollowers: boolean;
  /** `title` and `url` are always among them, `url` only if the records have one. */
  fields: Record<string, FieldRule>;
}
