import type { Segment } from "./geometry";

/** What stands on one height of a page. */
export interface Line {
  segments: Segment[];
  text: string;
  x: number;
  right: number;
  y: number;
  size: number;
  isBold: boolean;
  page: number;
}

/** Lines that belong together; with a marker they are an item of a list. */
export interface Paragraph {
  lines: Line[];
  marker: string | null;
  /** Where the text of an item begins, which its next lines share. */
  indent: number;
}
