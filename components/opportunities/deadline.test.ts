import { expect, test } from "vitest";
import { localDate, showDeadline, statusNow, urgencyOf } from "./deadline.logic";

const now = Date.parse("2026-11-26T09:00:00Z");

test("a deadline stands in the reader's zone, and as the buyer states it beside it", () => {
  const shown = showDeadline(
    { at: "2026-11-29T21:00:00Z", zone: "America/New_York", date: null },
    now,
    "Europe/Berlin",
  );
  expect(shown).toMatchObject({ distance: "in 4 days", isPast: false, daysLeft: 3 });
  expect(shown?.text).toBe("2026-11-29 22:00 CET");
  expect(shown?.stated).toContain("2026-11-29 16:00");
  expect(shown?.stated).toContain("America/New_York");
});

test("a date without a time never becomes an instant", () => {
  const shown = showDeadline({ at: null, zone: null, date: "2026-11-27" }, now, "UTC");
  expect(shown).toEqual({
    text: "2026-11-27",
    distance: "tomorrow",
    stated: "no time of day with its zone",
    isPast: false,
    daysLeft: 1,
  });
});

test("a time without a zone is told as it is stated, and is no instant", () => {
  const facts = { at: null, zone: null, date: "2026-11-27", localTime: "12:00" };
  expect(showDeadline(facts, now, "UTC")).toMatchObject({
    text: "2026-11-27 12:00 local time",
    stated: "12:00 without a time zone",
    isPast: false,
  });
});

test("a buyer whose clock shows what the reader's shows is not told apart by the name of the zone", () => {
  const at = "2031-03-14T15:00:00Z";
  expect(showDeadline({ at, zone: "+01:00", date: null }, now, "Europe/Copenhagen")?.stated).toBeNull();
  expect(showDeadline({ at, zone: "+02:00", date: null }, now, "Europe/Copenhagen")?.stated).toContain("17:00");
});

test("a date is not past while its day lasts for the reader", () => {
  expect(showDeadline({ at: null, zone: null, date: "2026-11-26" }, now, "UTC")?.isPast).toBe(false);
  expect(showDeadline({ at: null, zone: null, date: "2026-11-25" }, now, "UTC")?.isPast).toBe(true);
});

test("far deadlines say their days, and nothing known is nothing shown", () => {
  expect(showDeadline({ at: "2027-02-26T09:00:00Z", zone: null, date: null }, now, "UTC")?.distance).toBe("in 92 days");
  expect(showDeadline({ at: null, zone: null, date: null }, now)).toBeNull();
  expect(showDeadline({ at: "soon", zone: null, date: null }, now)).toBeNull();
});

test.each([
  ["2027-03-20", "in 114 days"],
  ["2027-05-26", "in 6 months"],
  ["2028-11-20", "in 2 years"],
  ["2026-09-27", "60 days ago"],
  ["2016-01-05", "11 years ago"],
])("%s is told in the unit that a person would say: %s", (date, words) => {
  expect(showDeadline({ at: null, zone: null, date }, now, "UTC")?.distance).toBe(words);
  expect(showDeadline({ at: `${date}T09:00:00Z`, zone: null, date: null }, now, "UTC")?.distance).toBe(words);
});

test("a zone that no clock knows is left out instead of failing", () => {
  expect(showDeadline({ at: "2026-11-29T21:00:00Z", zone: "Middle/Earth", date: null }, now, "UTC")?.stated).toBeNull();
});

test("the last three days are near, what has passed is past", () => {
  expect(urgencyOf({ isPast: false, daysLeft: 2 })).toBe("near");
  expect(urgencyOf({ isPast: false, daysLeft: 3 })).toBe("far");
  expect(urgencyOf({ isPast: true, daysLeft: -1 })).toBe("past");
});

test("a local date follows the zone, not the machine", () => {
  expect(localDate(Date.parse("2026-11-26T23:30:00Z"), "Pacific/Auckland")).toBe("2026-11-27");
});

test("what was left open is closed once its date is past, of several that disagree the latest, unless it was decided otherwise", () => {
  const open = { procedureStatus: "open", isSubmissionContradicted: false, submissionLastAt: null } as const;
  const nowMs = Date.parse("2026-11-26T12:00:00Z");
  const statusOf = (row: Parameters<typeof statusNow>[0], shown: { isPast: boolean } | null) =>
    statusNow(row, shown, nowMs);
  expect(statusOf(open, { isPast: false })).toBe("open");
  expect(statusOf(open, { isPast: true })).toBe("closed");
  expect(statusOf({ ...open, procedureStatus: "unknown" }, { isPast: true })).toBe("closed");
  const disagreeing = { ...open, isSubmissionContradicted: true };
  expect(statusOf(disagreeing, { isPast: true })).toBe("open");
  expect(statusOf({ ...disagreeing, submissionLastAt: "2026-11-27T00:00:00.000Z" }, { isPast: true })).toBe("open");
  expect(statusOf({ ...disagreeing, submissionLastAt: "2026-11-26T00:00:00.000Z" }, { isPast: true })).toBe("closed");
  expect(statusOf({ ...open, procedureStatus: "awarded" }, { isPast: true })).toBe("awarded");
  expect(statusOf(open, null)).toBe("open");
});

test("a zone that is called as its clock is named once, and not at all where the reader has it as well", () => {
  const facts = { at: "2026-12-22T12:00:00Z", zone: "UTC", date: null };
  const nowMs = Date.parse("2026-11-28T00:00:00Z");
  expect(showDeadline(facts, nowMs, "UTC")?.stated).toBeNull();
  expect(showDeadline(facts, nowMs, "America/New_York")?.stated).toBe("2026-12-22 12:00 UTC");
});
