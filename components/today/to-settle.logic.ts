import { groupBy } from "../opportunities/list/group-by";

/**
 * What only a person can settle, in the order in which it is shown: tenders whose papers disagree about the submission date, the next due first as
 * the list gives them, then amendments to approve, those of one tender together.
 */
export function toSettle<
  Row extends { isSubmissionContradicted: boolean },
  Amendment extends { opportunityId: string },
>(rows: readonly Row[], amendments: readonly Amendment[]): { contradicted: Row[]; amended: [string, Amendment[]][] } {
  return {
    contradicted: rows.filter((row) => row.isSubmissionContradicted),
    amended: groupBy([...amendments], (one) => one.opportunityId),
  };
}
