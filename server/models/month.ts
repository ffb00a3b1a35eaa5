/** The month that usage counts into, as yyyymm in UTC: budgets begin anew on the first day everywhere at once. */
export function monthOf(date: Date): number {
  return date.getUTCFullYear() * 100 + date.getUTCMonth() + 1;
}
