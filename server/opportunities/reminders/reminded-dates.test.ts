import { expect, test } from "vitest";
import type { DatedEntry } from "../calendar/read-deadlines";
import { remindedDates } from "./reminded-dates";

const now = new Date("2031-05-01T09:00:00Z");
const entry = (
  deadline: Partial<DatedEntry["deadline"]>,
  opportunity: Partial<DatedEntry["opportunity"]> = {},
): DatedEntry =>
  ({
    deadline: {
      id: "d",
      kind: "submission",
      state: "in_force",
      at: null,
      localDate: null,
      localTime: null,
      ...deadline,
    },
    opportunity: { id: "o", outcome: null, decision: null, procedureStatus: null, ...opportunity },
  }) as DatedEntry;
const at = (instant: string) => ({ at: new Date(instant), localDate: instant.slice(0, 10) });
const idsOf = (entries: DatedEntry[]) => remindedDates(entries, now).map(({ deadline }) => deadline.id);

test("of two dates that disagree the earlier one reminds, also where it says no hour and the later one does", () => {
  const state = "contradicted";
  const later = entry({ id: "later", state, ...at("2031-05-21T10:00:00Z") });
  const earlier = entry({ id: "earlier", state, localDate: "2031-05-14" });
  expect(idsOf([later, earlier])).toEqual(["earlier"]);
  // Once it has passed, the later one may still hold.
  const passed = entry({ id: "passed", state, ...at("2031-04-30T10:00:00Z") });
  expect(idsOf([passed, later])).toEqual(["later"]);
});

test("what is over or decided against reminds nobody, and neither do dates on which nothing is to be done", () => {
  const due = at("2031-05-14T10:00:00Z");
  expect(idsOf([entry(due, { decision: "no_go" })])).toEqual([]);
  expect(idsOf([entry(due, { outcome: "won" })])).toEqual([]);
  expect(idsOf([entry(due, { procedureStatus: "cancelled" })])).toEqual([]);
  expect(idsOf([entry({ ...due, kind: "award" })])).toEqual([]);
  expect(idsOf([entry({ ...due, kind: "questions" }), entry(due)])).toEqual(["d", "d"]);
});
