export interface DayBar {
  /** Day of the month, from 1. */
  day: number;
  value: number;
  /** 0 to 1 of the highest bar. */
  share: number;
}

/** One bar for every day of the month, also for days without calls. `month` as yyyymm. */
export function barsOfMonth(month: number, byDay: readonly { day: string; value: number }[]): DayBar[] {
  const days = new Date(Date.UTC(Math.floor(month / 100), month % 100, 0)).getUTCDate();
  const values = new Map(byDay.map((entry) => [Number(entry.day.slice(8, 10)), entry.value]));
  const highest = Math.max(...values.values(), 0);
  return Array.from({ length: days }, (_, index) => {
    const value = values.get(index + 1) ?? 0;
    return { day: index + 1, value, share: highest === 0 ? 0 : value / highest };
  });
}
