import type { TenderDocument } from "../tender-document";
import { dateOrderOf } from "./dates/date-order";
import { groupDeadlines } from "./deadlines/group-deadlines";
import { readStatements } from "./deadlines/read-statements";
import type { DateReading } from "./stated-dates";
import type { TenderFields } from "./tender-fields";

/**
 * Fields, dates and contradictions that the documents of one tender state, each with its literal words. Pure and without
 * any model; what no document states is absent. `reading.now` flags what is past.
 */
export function readFields(documents: readonly TenderDocument[], reading: DateReading = {}): TenderFields {
  // A document that proves no order of day and month is read as its package is.
  const packageOrder = reading.order ?? dateOrderOf(documents.map((document) => document.text));
  const statements = documents.flatMap((document) =>
    readStatements(document, { ...reading, order: reading.order ?? dateOrderOf([document.text]) ?? packageOrder }),
  );
  return { fields: [], ...groupDeadlines(statements, documents) };
}
