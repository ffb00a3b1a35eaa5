import type { PageAttributes } from "./html-names";

/** One element, in document order. Its subtree is the elements `index` to `end` and the runs `firstRun` to `endRun` (exclusive). */
export interface ScannedElement {
  index: number;
  tag: string;
  attributes: PageAttributes;
  parent: ScannedElement | null;
  depth: number;
  end: number;
  firstRun: number;
  endRun: number;
  /** The first thing inside that a reader sees (text or image) is part of a link. */
  opensWithLink: boolean;
  hasContent: boolean;
  /** Number of an item of an ordered list. */
  ordinal?: number;
  /** Columns to the left of a table cell in its row. */
  column?: number;
}

/** Text between two block boundaries, white space folded. The unit that is kept or dropped. */
export interface TextRun {
  text: string;
  words: number;
  /** Words that are the text of links. */
  linkWords: number;
  links: number;
  /** The nearest block element around it. */
  owner: ScannedElement;
  /** An image, a video or a frame stands between it and the run before. */
  afterImage: boolean;
  isCode: boolean;
}

export interface ScannedLink {
  href: string;
  rel: string;
  text: string;
  /** The page says that it leads to a file. */
  isDownload: boolean;
  /** Index of the element it stands in. */
  at: number;
}

export interface PageScan {
  elements: ScannedElement[];
  runs: TextRun[];
  links: ScannedLink[];
  /** What other pages this one shows inside itself. */
  frames: { src: string; at: number }[];
  /** Attributes of every meta and link element. */
  metas: PageAttributes[];
  linkElements: PageAttributes[];
  /** Text of script elements of type application/ld+json, up to a limit. */
  jsonLd: string[];
  titleElement: string | null;
  baseHref: string | null;
  language: string | null;
}
