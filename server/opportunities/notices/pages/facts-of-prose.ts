import { readFields } from "../../fields/read-fields";
import type { StatedDeadline } from "../../fields/stated-deadline";
import { toTenderDocument } from "../../tender-document";
import { drivingDate } from "../driving-date";
import type { ReadingContext } from "./facts-of-values";

export interface ProseFacts {
  deadline: StatedDeadline | null;
  buyer: string | null;
  reference: string | null;
}

/**
 * What the sentences of a page say: when tenders must be in, who invites them, under which number. Read as any other paper of a tender is,
 * for pages that have no labels for it.
 */
export function factsOfProse(text: string, { capturedAt, country, zone, order }: ReadingContext): ProseFacts {
  let joined = "";
  const blocks = text.split("\n").flatMap((line) => {
    const said = line.trim();
    if (said === "") return [];
    const start = joined === "" ? 0 : joined.length + 2;
    joined += `${joined === "" ? "" : "\n\n"}${said}`;
    return [{ kind: "paragraph" as const, start, end: joined.length }];
  });
  const document = toTenderDocument("page", "page", { text: joined, blocks, pages: [] });
  const { fields, deadlines } = readFields([document], { now: capturedAt, order, context: { country, zone } });
  const submission = deadlines.find(({ kind }) => kind === "submission");
  const buyer = fields.find(({ name }) => name === "buyer");
  const reference = fields.find(({ name }) => name === "reference");
  return {
    deadline: submission ? drivingDate(submission) : null,
    buyer: buyer ? buyer.text : null,
    reference: reference ? reference.text : null,
  };
}
