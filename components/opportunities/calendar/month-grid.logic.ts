export interface Day {
  /** "2026-11-26" */
  date: string;
  isInMonth: boolean;
}

/** Whole weeks, Monday first, that hold the month ("2026-11"). */
export function monthGrid(month: string): Day[][] {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const first = Date.UTC(year, number - 1, 1);
  const weekday = (new Date(first).getUTCDay() + 6) % 7;
  const start = first - weekday * dayMs;
  const last = Date.UTC(year, number, 0);
  const weeks = Math.ceil(((last - start) / dayMs + 1) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => {
      const date = new Date(start + (week * 7 + day) * dayMs).toISOString().slice(0, 10);
      return { date, isInMonth: date.startsWith(month) };
    }),
  );
}

const dayMs = 86_400_000;

/** The month that is `by` months after this one. */
export function shiftMonth(month: string, by: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

export function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

export function monthName(month: string): string {
  return new Intl.DateTimeFormat("en", { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}

/** "Thursday 26 November". */
export function dayName(date: string): string {
  return new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

/** Groups by day, days in order, entries in the order in which they came. */
export function byDay<Entry>(entries: readonly Entry[], dayOf: (entry: Entry) => string | null): Map<string, Entry[]> {
  const days = new Map<string, Entry[]>();
  const dated = entries.flatMap((entry) => {
    const day = dayOf(entry);
    return day === null ? [] : [{ day, entry }];
  });
  for (const { day, entry } of dated.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))) {
    const known = days.get(day);
    if (known) known.push(entry);
    else days.set(day, [entry]);
  }
  return days;
}
