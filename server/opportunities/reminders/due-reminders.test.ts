import { expect, test } from "vitest";
import { dueReminder } from "./due-reminders";

const knownSince = new Date("2026-01-01T00:00:00Z");
const deadline = { at: new Date("2026-03-31T02:00:00Z"), localDate: "2026-03-30", knownSince };
const told = (now: string, zone: string, date: Parameters<typeof dueReminder>[0] = deadline) =>
  dueReminder(date, { now: new Date(now), zone })?.days ?? null;

test("days are counted by the reader's own calendar and told in the reader's morning", () => {
  // The same instant is the 31st in Berlin and the 30th in Los Angeles.
  expect(told("2026-03-24T05:59:00Z", "Europe/Berlin")).toBeNull();
  expect(told("2026-03-24T07:00:00Z", "Europe/Berlin")).toBe(7);
  expect(told("2026-03-24T07:00:00Z", "America/Los_Angeles")).toBe(7);
  expect(told("2026-03-23T14:59:00Z", "America/Los_Angeles")).toBeNull();
  expect(told("2026-03-23T15:00:00Z", "America/Los_Angeles")).toBe(7);
});

test("each of the four days has its turn, others have none while nothing was missed", () => {
  const known = { ...deadline, knownSince: new Date("2026-03-29T12:00:00Z") };
  expect(told("2026-03-30T09:00:00Z", "Europe/Berlin", known)).toBe(1);
  const late = { ...deadline, knownSince: new Date("2026-03-26T12:00:00Z") };
  expect(told("2026-03-26T12:00:00Z", "Europe/Berlin", late)).toBeNull();
  expect(told("2026-03-27T12:00:00Z", "Europe/Berlin", late)).toBeNull();
  expect(told("2026-03-28T12:00:00Z", "Europe/Berlin", late)).toBe(3);
});

test("a day on which nobody could be told is made up for", () => {
  expect(told("2026-03-25T12:00:00Z", "Europe/Berlin")).toBe(7);
});

test("a stated day without an hour counts as that day everywhere", () => {
  const day = { at: null, localDate: "2026-03-30", knownSince };
  expect(told("2026-03-29T09:00:00Z", "Europe/Berlin", day)).toBe(1);
  expect(told("2026-03-30T09:00:00Z", "Europe/Berlin", day)).toBeNull();
});

test("what has passed, what has no day and what is far away is not told", () => {
  expect(told("2026-03-31T02:00:00Z", "UTC")).toBeNull();
  expect(told("2026-03-01T12:00:00Z", "UTC")).toBeNull();
  expect(told("2026-03-29T09:00:00Z", "UTC", { at: null, localDate: null, knownSince })).toBeNull();
});
