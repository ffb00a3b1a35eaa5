import { expect, test } from "vitest";
import { amendmentLines } from "./list-amendments";

const amendment = {
  id: "a1",
  opportunityId: "o1",
  state: "to_review" as const,
  summary: "1 requirement changed,\n1 taken out.",
  document: { id: "d1", title: "Statement of Work" },
  noticeId: null,
  isAddendum: false,
  counts: { added: 0, removed: 1, changed: 1, affected: 0, deadline: 1, field: 0, text: 0 },
  createdAt: new Date("2031-04-02T08:30:00Z"),
  reviewedBy: null,
  reviewedAt: null,
  opportunity: { id: "o1", number: 7, title: "Ferry ticketing" },
};
const item = { requirement: null, before: null, after: null, detail: null, quote: null, quotes: null };

test("an amendment is told with what became of each demand and date, in both wordings", () => {
  const lines = amendmentLines(amendment, [
    { ...item, what: "deadline", detail: "submission", before: "2031-05-14", after: "2031-05-21" },
    {
      ...item,
      what: "changed",
      requirement: { id: "r", label: "R-4" },
      before: "Two\nguards.",
      after: "Three guards.",
    },
    {
      ...item,
      what: "removed",
      requirement: { id: "s", label: "R-9" },
      before: "A tower.",
      quote: "No tower any more.",
    },
  ]);
  expect(lines).toEqual([
    "a1  2031-04-02  #7 Ferry ticketing: Statement of Work (to approve)",
    "  1 requirement changed, 1 taken out.",
    "  deadline submission",
    "    - 2031-05-14",
    "    + 2031-05-21",
    "  R-4 changed",
    "    - Two guards.",
    "    + Three guards.",
    "  R-9 removed",
    "    - A tower.",
    "    by: “No tower any more.”",
  ]);
  expect(amendmentLines({ ...amendment, state: "approved", document: null }, [])[0]).toBe(
    "a1  2031-04-02  #7 Ferry ticketing: a notice",
  );
});
