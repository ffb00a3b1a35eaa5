/** What one file may cost. Counted while reading: sizes that a file declares about itself are never believed. */
export interface ParseLimits {
  /** Bytes of the file as it came. */
  fileBytes: number;
  /** Bytes that all compressed parts of the file may inflate to, together, archives inside archives included. */
  inflatedBytes: number;
  /** Members of an archive or office package, archives inside archives included. */
  entries: number;
  /** How many archives may stand inside each other. */
  depth: number;
  pages: number;
  /** Pages without a text layer that are read by OCR; the rest are named in a warning. */
  ocrPages: number;
  /** UTF-16 units of text in the rendition. */
  textLength: number;
  /** Processor time without a finished page (or file) after which reading ends; four times as much by the clock. */
  stallMs: number;
  /** Time for the whole file. */
  totalMs: number;
  /** Resident memory of the reading process. */
  memoryMb: number;
}

export const defaultParseLimits: ParseLimits = {
  fileBytes: 200 * 1024 * 1024,
  inflatedBytes: 256 * 1024 * 1024,
  entries: 5_000,
  depth: 3,
  pages: 3_000,
  ocrPages: 200,
  textLength: 8_000_000,
  stallMs: 30_000,
  totalMs: 1_800_000,
  memoryMb: 1_024,
};
