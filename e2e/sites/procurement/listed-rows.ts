import type { ListedDraft } from "./listed-notices";
import type { NoticeStatus } from "./notice";

/** A notice in one line; what few of them have comes last. */
export type ListedRow = readonly [
  reference: string,
  title: string,
  unit: string,
  summary: string,
  needs: readonly string[],
  posted: number,
  closes: readonly [days: number, time: string],
  more?: Partial<ListedDraft> & { status?: NoticeStatus },
];

/** `details` of a row are added to those that all have. */
export const draftsOf = (buyer: string, kind: string, rows: readonly ListedRow[]): ListedDraft[] =>
  rows.map(([reference, title, unit, summary, needs, posted, closes, more]) => ({
    reference,
    title,
    buyer,
    summary,
    needs: [...needs],
    posted,
    closes,
    ...more,
    details: { kind, unit, ...more?.details },
  }));
