/** "2026-09-20 16:00 EST", as far as it is said. */
export function momentOf(said: {
  localDate?: string | null | undefined;
  localTime?: string | null | undefined;
  zoneStated?: string | null | undefined;
}): string {
  return [said.localDate, said.localTime, said.zoneStated].filter(Boolean).join(" ");
}
