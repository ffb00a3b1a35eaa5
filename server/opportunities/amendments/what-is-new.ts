import type { AmendmentItem, MovedDate } from "@/drizzle/schema";
import type { ChangedField } from "./compare-fields";
import type { ChangedLine } from "./compare-lines";
import type { RequirementChange } from "./compared-requirement";
import { countItems } from "./count-items";
import { summariseAmendment } from "./summarise-amendment";

/** What became of what a paper says. */
export interface WhatChanged {
  items: AmendmentItem[];
  changes: RequirementChange[];
  /** Factors, limits, sums and dates of a schedule that no demand states. */
  fields: ChangedField[];
  /** Rows, items and sentences that no demand states. */
  lines?: ChangedLine[];
}

/** An item that an amendment of another paper has told in the same words. */
export interface Repeated {
  item: AmendmentItem;
  amendmentId: string;
}

/** The items and the summary of what no other paper was told to change in the same words. */
export function whatIsNew(
  input: WhatChanged,
  moved: readonly MovedDate[],
  toldBefore: (item: AmendmentItem) => string | null,
): { items: AmendmentItem[]; summary: string; repeated: Repeated[]; isSubmissionMoved: boolean } {
  const repeated: Repeated[] = [];
  const isNew = (item: AmendmentItem) => {
    const amendmentId = toldBefore(item);
    if (amendmentId !== null) repeated.push({ item, amendmentId });
    return amendmentId === null;
  };
  const dates = moved.filter((one) => isNew(deadlineItem(one)));
  const fields = input.fields.filter((one) => isNew(fieldItem(one)));
  const demands = input.items.filter(isNew);
  const lines = (input.lines ?? []).map(lineItem).filter(isNew);
  const changes = input.changes.filter((change) => toldBefore(changeItem(change)) === null);
  // What is said is what the rows tell, those that were merged or split among them; only rows that stayed have no item.
  const { added, removed, changed, affected } = countItems(demands);
  const count = (type: RequirementChange["type"]) => changes.filter((change) => change.type === type).length;
  const counts = { added, removed, changed, moved: count("moved"), unchanged: count("unchanged") };
  return {
    items: [...dates.map(deadlineItem), ...fields.map(fieldItem), ...demands, ...lines],
    summary: summariseAmendment({ changes, counts }, dates, fields, { affected, lines: lines.length }),
    repeated,
    isSubmissionMoved: dates.some(({ kind }) => kind === "submission"),
  };
}

const deadlineItem = ({ kind, before, after, quotes }: MovedDate): AmendmentItem => ({
  what: "deadline",
  requirementId: null,
  before,
  after,
  detail: kind,
  ...(quotes ? { quotes } : {}),
});

const fieldItem = ({ name, before, after }: ChangedField): AmendmentItem => ({
  what: name === "date" ? "deadline" : "field",
  requirementId: null,
  before,
  after,
  detail: name === "date" ? "other" : name,
});

const lineItem = (line: ChangedLine): AmendmentItem => ({ ...line, requirementId: null, detail: "text" });

const changeItem = (change: RequirementChange): AmendmentItem => ({
  what: "changed",
  requirementId: null,
  before: "before" in change ? change.before.text : null,
  after: "after" in change ? change.after.text : null,
});
