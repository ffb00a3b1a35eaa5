import { expect, test } from "vitest";
import { scheduleWords } from "./schedule-words";

test("an interval is said in words, with the hours in which nothing is read", () => {
  expect(scheduleWords({ every: "6h", timeZone: "UTC" })).toBe("every 6 hours");
  expect(scheduleWords({ every: "24h", timeZone: "Europe/Berlin", quietHours: { from: "22:00", to: "06:00" } })).toBe(
    "every day, not from 22:00 to 06:00 (Europe/Berlin)",
  );
});

test("common cron expressions are said in words, the others are shown as they are", () => {
  const said = (cron: string) => scheduleWords({ every: "24h", cron, timeZone: "UTC" });
  expect(said("0 7 * * 1-5")).toBe("weekdays at 07:00 (UTC)");
  expect(said("30 18 * * *")).toBe("every day at 18:30 (UTC)");
  expect(said("0 9 * * 7")).toBe("every Sunday at 09:00 (UTC)");
  expect(said("0 7 1 * *")).toBe("by cron 0 7 1 * * (UTC)");
  expect(said("*/20 * * * *")).toBe("by cron */20 * * * * (UTC)");
});
