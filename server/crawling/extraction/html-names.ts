const set = (names: string): ReadonlySet<string> => new Set(names.split(" "));

/** Their content is not text of the page. */
export const droppedTags = set(
  "script style noscript template svg math iframe object canvas audio video select datalist textarea button rt rp noframes frameset applet map progress meter",
);
/** What a reader sees as a picture; a caption may follow. */
export const pictureTags = set("img picture video iframe svg amp-img amp-video audio object embed canvas");
/** They begin and end a run of text. */
export const blockTags = set(
  "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul option optgroup head label",
);
export const headingTags = set("h1 h2 h3 h4 h5 h6");
/** Elements that end an unclosed svg, as in browsers. */
export const breakingOutTags = set("div p h1 h2 h3 ul ol table body main section article header footer");
/** Every attribute that is asked of an element; a scanned page has no others. */
const attributes = [
  "alt",
  "aria-hidden",
  "class",
  "colspan",
  "content",
  "data-src",
  "datetime",
  "download",
  "height",
  "hidden",
  "href",
  "http-equiv",
  "id",
  "itemprop",
  "itemscope",
  "itemtype",
  "lang",
  "name",
  "property",
  "pubdate",
  "rel",
  "role",
  "src",
  "start",
  "style",
  "type",
  "value",
  "width",
  "xml:lang",
] as const;
export type PageAttributes = Readonly<Partial<Record<(typeof attributes)[number], string>>>;
export const attributeNames: ReadonlySet<string> = new Set(attributes);
