import { describe, expect, test } from "vitest";
import { InvalidInputError } from "@/server/platform/errors";
import { nextRun } from "./next-run";
import { instantOf, localTimeOf } from "./zoned-time";

const vienna = "Europe/Vienna";
const at = (iso: string) => new Date(iso);
const minutesBetween = (a: Date, b: Date) => Math.abs(a.getTime() - b.getTime()) / 60_000;
const local = (date: Date, zone = vienna) => {
  const { day, hours, minutes } = localTimeOf(date, zone);
  return `${day} ${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
};

describe("intervals", () => {
  test("hours are hours across both changes of clocks", () => {
    for (const last of ["2026-03-28T20:00:00Z", "2026-10-24T20:00:00Z"]) {
      const next = nextRun({ every: "12h", timeZone: vienna }, at(last), at(last), "a");
      expect(minutesBetween(next, new Date(at(last).getTime() + 12 * 3_600_000))).toBeLessThanOrEqual(5);
    }
  });

  test("days keep the time of day across both changes of clocks", () => {
    for (const last of ["2026-03-25T09:00:00Z", "2026-10-21T08:00:00Z"]) {
      const next = nextRun({ every: "7d", timeZone: vienna }, at(last), at(last), "a");
      const { hours, minutes } = localTimeOf(new Date(next.getTime() + 5 * 60_000), vienna);
      expect(hours * 60 + minutes).toBeGreaterThanOrEqual(600);
      expect(hours * 60 + minutes).toBeLessThanOrEqual(610);
    }
  });

  test("a first run comes soon, an overdue one at once, and the seed spreads them", () => {
    const now = at("2026-05-01T12:00:00Z");
    const schedule = { every: "6h", timeZone: "UTC" };
    const first = ["a", "b", "c"].map((seed) => nextRun(schedule, null, now, seed).getTime());
    for (const time of first) expect(time - now.getTime()).toBeLessThanOrEqual(300_000);
    for (const time of first) expect(time).toBeGreaterThanOrEqual(now.getTime());
    expect(new Set(first).size).toBe(3);
    expect(nextRun(schedule, at("2026-04-01T00:00:00Z"), now, "a")).toEqual(now);
    expect(nextRun(schedule, now, now, "a")).toEqual(nextRun(schedule, now, now, "a"));
  });

  test("many runs in a row keep their interval", () => {
    let last = at("2026-05-01T00:00:00Z");
    for (let run = 0; run < 400; run++) last = nextRun({ every: "1h", timeZone: "UTC" }, last, last, "a");
    expect(minutesBetween(last, new Date(at("2026-05-01T00:00:00Z").getTime() + 400 * 3_600_000))).toBeLessThan(60);
  });
});

describe("cron", () => {
  test("keeps the time of the zone when clocks change", () => {
    const schedule = { every: "24h", cron: "0 6 * * *", timeZone: vienna };
    expect(local(nextRun(schedule, null, at("2026-03-28T12:00:00Z"), "a"))).toBe("29 06:00");
    expect(local(nextRun(schedule, null, at("2026-10-24T12:00:00Z"), "a"))).toBe("25 06:00");
  });

  test("a time that the clocks skip comes once, right behind the gap, and a time that comes twice once", () => {
    const schedule = { every: "24h", cron: "30 2 * * *", timeZone: vienna };
    const inSpring = nextRun(schedule, null, at("2026-03-28T12:00:00Z"), "a");
    expect(local(inSpring)).toBe("29 03:30");
    expect(local(nextRun(schedule, inSpring, inSpring, "a"))).toBe("30 02:30");
    const inAutumn = nextRun(schedule, null, at("2026-10-24T12:00:00Z"), "a");
    expect(local(inAutumn)).toBe("25 02:30");
    expect(local(nextRun(schedule, inAutumn, inAutumn, "a"))).toBe("26 02:30");
  });

  test("a time that was missed is made up for once", () => {
    const schedule = { every: "24h", cron: "0 6 * * *", timeZone: "UTC" };
    const now = at("2026-05-04T12:00:00Z");
    expect(nextRun(schedule, at("2026-05-01T06:00:30Z"), now, "a")).toEqual(now);
    expect(local(nextRun(schedule, now, now, "a"), "UTC")).toBe("5 06:00");
  });
});

describe("quiet hours", () => {
  const quietHours = { from: "22:00", to: "06:00" };
  const hourly = { every: "1h", timeZone: vienna, quietHours };

  test("over midnight, from both sides of it", () => {
    const evening = at("2026-05-01T19:45:00Z"); // 21:45 in Vienna
    expect(local(nextRun(hourly, evening, evening, "a"))).toMatch(/^2 06:0[0-4]$/);
    const night = at("2026-05-01T23:30:00Z");
    expect(local(nextRun(hourly, night, night, "a"))).toMatch(/^2 06:0[0-4]$/);
    const morning = at("2026-05-01T05:00:00Z");
    expect(local(nextRun(hourly, morning, morning, "a"))).toMatch(/^1 (07:5|08:0)\d$/);
  });

  test("end at the wall clock's time on the days when clocks change", () => {
    for (const [now, day] of [
      ["2026-03-28T22:00:00Z", 29],
      ["2026-10-24T21:00:00Z", 25],
    ] as const)
      expect(local(nextRun(hourly, at(now), at(now), "a"))).toMatch(new RegExp(`^${day} 06:0[0-4]$`));
  });

  test("an end that the clocks skip, or repeat, is still behind what was due", () => {
    const early = { ...hourly, quietHours: { from: "00:30", to: "02:30" } };
    const spring = at("2026-03-29T00:45:00Z");
    expect(local(nextRun({ ...early, every: "1m" }, spring, spring, "a"))).toMatch(/^29 03:3\d$/);
    const secondTime = at("2026-10-25T01:10:00Z"); // the second 2:10
    const next = nextRun({ ...early, every: "1m" }, secondTime, secondTime, "a");
    expect(next > secondTime).toBe(true);
    expect(local(next)).toMatch(/^25 02:3\d$/);
  });

  test("within one day", () => {
    const noon = at("2026-05-01T10:00:00Z");
    const schedule = { every: "1h", timeZone: "UTC", quietHours: { from: "10:30", to: "12:00" } };
    expect(local(nextRun(schedule, noon, noon, "a"), "UTC")).toMatch(/^1 12:0[0-4]$/);
  });
});

test("what cannot be read is refused with what to do", () => {
  const now = new Date();
  for (const schedule of [
    { every: "sometimes", timeZone: "UTC" },
    { every: "0h", timeZone: "UTC" },
    { every: "6h", timeZone: "Mars/Base" },
    { every: "6h", timeZone: "UTC", cron: "never" },
    { every: "6h", timeZone: "UTC", cron: "0 0 30 2 *" },
    { every: "6h", timeZone: "UTC", quietHours: { from: "22", to: "25:00" } },
  ])
    expect(() => nextRun(schedule, null, now, "a"), JSON.stringify(schedule)).toThrow(InvalidInputError);
});

test("a wall clock's time is found in zones of odd offsets", () => {
  for (const zone of ["Asia/Kathmandu", "America/St_Johns", "Pacific/Apia", "Australia/Lord_Howe"]) {
    const instant = at("2026-06-15T10:20:30Z");
    expect(instantOf(localTimeOf(instant, zone), zone)).toEqual(instant);
  }
});

test("of a time that comes twice the first is meant, and one that is skipped lies behind the gap", () => {
  const clock = { year: 2026, seconds: 0, hours: 2, minutes: 30 };
  expect(instantOf({ ...clock, month: 10, day: 25 }, vienna)).toEqual(at("2026-10-25T00:30:00Z"));
  expect(instantOf({ ...clock, month: 3, day: 29 }, vienna)).toEqual(at("2026-03-29T01:30:00Z"));
  expect(instantOf({ ...clock, month: 3, day: 8 }, "America/New_York")).toEqual(at("2026-03-08T07:30:00Z"));
});
