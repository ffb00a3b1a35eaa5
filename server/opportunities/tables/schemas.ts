import { z } from "zod";
import { tableFields } from "@/lib/vocabulary/opportunities";

/** A request may be a megabyte, and base64 takes a third more than the bytes. */
export const mostTableBytes = 700_000;
export const mostTableRows = 1000;

const tableFile = {
  fileName: z.string().trim().min(1).max(255),
  base64: z
    .base64()
    .min(1)
    .max(Math.ceil(mostTableBytes / 3) * 4, "A table may hold 700 kB. Leave out columns or import it in parts."),
  /** Which sheet of a workbook, from 0. */
  sheet: z.int().min(0).max(255).default(0),
  /** Which column (from 0) says what; without it, as the headings read. */
  columns: z.partialRecord(z.enum(tableFields), z.int().min(0).max(255)).optional(),
};

export const previewTableInput = z.strictObject(tableFile);
export type PreviewTableInput = z.output<typeof previewTableInput>;

const problem = z.object({
  /** Number of the row in the file. */
  row: z.int(),
  field: z.enum(tableFields).nullable(),
  /** What is wrong and what to write instead. */
  problem: z.string(),
});
export type TableProblem = z.output<typeof problem>;

export const previewTableOutput = z.object({
  sheets: z.array(z.object({ name: z.string(), rows: z.int() })),
  columns: z.array(
    z.object({
      column: z.int(),
      heading: z.string(),
      field: z.enum(tableFields).nullable(),
      /** The first filled cells below it. */
      samples: z.array(z.string()),
    }),
  ),
  /** Rows below the headings. */
  rows: z.int(),
  /** Rows that can be taken. */
  ready: z.int(),
  /** The first of them as they would be kept. */
  first: z.array(
    z.object({
      row: z.int(),
      title: z.string(),
      buyer: z.string().nullable(),
      reference: z.string().nullable(),
      /** As it will be shown: "2031-09-20 16:00 Europe/Berlin". */
      submission: z.string().nullable(),
      value: z.string().nullable(),
    }),
  ),
  /** At most two hundred, by row. */
  problems: z.array(problem),
  /** Rows that are left out for one or more of them. */
  leftOut: z.int(),
});
export type PreviewTableOutput = z.input<typeof previewTableOutput>;

export const importTableInput = z.strictObject({
  ...tableFile,
  /** Takes a portion of the rows below the headings, so that somebody who waits sees how far it is; without it, all of them. */
  from: z.int().min(0).default(0),
  count: z.int().min(1).max(mostTableRows).optional(),
});
export type ImportTableInput = z.output<typeof importTableInput>;
export const importTableOutput = z.object({
  /** Rows below the headings, whatever the portion. */
  rows: z.int(),
  /** Opportunities that are new. */
  created: z.int(),
  /** Rows about an opportunity that was known already: by the same row of an earlier import, or by its reference, buyer and words. */
  joined: z.int(),
  /** Of these, rows that said nothing new. */
  unchanged: z.int(),
  leftOut: z.int(),
  problems: z.array(problem),
  opportunityIds: z.array(z.uuid()),
});
export type ImportTableOutput = z.input<typeof importTableOutput>;
