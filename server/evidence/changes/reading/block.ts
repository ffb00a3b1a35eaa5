import type { Element } from "domhandler";

export interface BlockLink {
  /** As `linkTarget` writes it. */
  target: string;
  /** Where it leads, for people to read. */
  address: string;
  text: string;
}

/** One paragraph, heading, item, row or picture of a page, in reading order. */
export interface Block {
  kind: "paragraph" | "heading" | "list_item" | "table_row" | "code";
  /** Level of a heading, else 0. */
  level: number;
  /** Single spaces; the cells of a row joined by " | ". */
  text: string;
  /** Of a table row, empty ones included; else none. */
  cells: string[];
  /** Text of the heading above. */
  heading: string | null;
  /** Of a description in a list of terms, its term. */
  term?: string;
  links: BlockLink[];
  /** Names of pictures standing in it. */
  images: { name: string; alt: string }[];
  /** Places in which something seems to be left out: an element without words, two spaces, a full stop that stands alone. */
  holes: number;
  /** A line was begun at its end, and nothing is written on it. */
  isOpenEnded?: true;
  /** Elements without words that stand right behind it, each a line of its own. */
  emptyAfter?: number;
  /** Nothing but links, apart from marks. */
  isLinkOnly: boolean;
  /** In the content; the others stand in navigation, header, footer, hidden parts. */
  isContent: boolean;
  /** What it says, volatile parts folded and a typed list number left off: blocks with the same key say the same. */
  key: string;
  /** The list number that is not part of the key. */
  enumerator: string | null;
  /** Words in `key`. */
  words: number;
  /** Said to machines, or shown only once something is chosen. */
  isStated?: true;
  /** Seen only by those who move a switch. */
  isSwitched?: true;
  /** The element of a heading, by which a fragment finds its part. */
  source: Element | null;
}
