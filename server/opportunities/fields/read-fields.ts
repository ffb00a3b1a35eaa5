import type { TenderDocument } from "../tender-document";
import { dateOrderOf } from "./dates/date-order";
import { countBack } from "./deadlines/counted-back";
import { groupDeadlines } from "./deadlines/group-deadlines";
import { openingAsClosing } from "./deadlines/opening-as-closing";
import { readStatements } from "./deadlines/read-statements";
import { zoneForAll } from "./deadlines/shared-zone";
import { withoutStale } from "./deadlines/without-stale";
import { inYearOfRequest } from "./deadlines/year-of-request";
import type { DateReading } from "./stated-dates";
import type { FoundField, TenderFields } from "./tender-fields";
import { contradictingAmounts } from "./values/contradicting-amounts";
import { contradictingCeilings } from "./values/contradicting-ceilings";
import { contradictingContractTypes } from "./values/contradicting-types";
import { type DocumentView, viewOf } from "./values/package-view";
import { readBuyer } from "./values/read-buyer";
import { readCategories } from "./values/read-categories";
import { readContacts } from "./values/read-contacts";
import { readEvaluationFactors } from "./values/read-evaluation-factors";
import { readKind } from "./values/read-kind";
import { readPageLimits } from "./values/read-page-limits";
import { readReference } from "./values/read-reference";
import { readStatedFields } from "./values/read-statements-of";
import { readSummary } from "./values/read-summary";
import { readTitle } from "./values/read-title";
import { readValue } from "./values/read-value";
import { endBeforeStart, reversedPeriods } from "./values/reversed-periods";

/**
 * Fields, dates and contradictions that the documents of one tender state, each with its literal words. Pure and without
 * any model; what no document states is absent. `reading.now` flags what is past.
 */
export function readFields(documents: readonly TenderDocument[], reading: DateReading = {}): TenderFields {
  // A document that proves no order of day and month is read as its package is.
  const packageOrder = reading.order ?? dateOrderOf(documents.map((document) => document.text));
  const zones = documents.map((document) => zoneForAll(document, reading.context?.country));
  const statements = documents.flatMap((document, index) =>
    readStatements(document, {
      ...reading,
      order: reading.order ?? dateOrderOf([document.text]) ?? packageOrder,
      zoneForAll: zones[index] ?? null,
    }),
  );
  const views = documents.map(viewOf);
  const fields = readValues(views);
  const stated = withoutStale(openingAsClosing(inYearOfRequest(statements)));
  const due = groupDeadlines(stated, documents).deadlines.find(({ kind }) => kind === "submission");
  const submission = due && due.inForce !== null ? due.statements[due.inForce] : undefined;
  const counted = documents.flatMap((document) => countBack(document, submission, reading.now));
  const { deadlines, contradictions } = groupDeadlines([...stated, ...counted], documents);
  return {
    fields,
    deadlines,
    contradictions: [
      ...contradictions,
      ...contradictingContractTypes(fields, documents),
      ...contradictingAmounts(views, fields),
      ...contradictingCeilings(views, fields),
      ...reversedPeriods(views, packageOrder),
      ...endBeforeStart(deadlines),
    ],
  };
}

function readValues(views: readonly DocumentView[]): FoundField[] {
  const buyers = readBuyer(views);
  return [
    ...readTitle(views, buyers),
    ...buyers,
    ...readReference(views),
    ...readKind(views),
    ...readSummary(views),
    ...readValue(views),
    ...readStatedFields(views),
    ...readCategories(views),
    ...readContacts(views),
    ...readEvaluationFactors(views),
    ...readPageLimits(views),
  ];
}
