/**
 * A date as the page states it, in ISO 8601: kept when it is ISO already (a date alone stays one), turned when it is written as in mail
 * headers with its zone. Anything else is null: a date that has to be guessed is no stated date.
 */
export function statedDate(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const text = value.trim();
  if (text.length > 60) return null;
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(text);
  if (iso) {
    const [, date = "", time, zone = ""] = iso;
    if (Number.isNaN(Date.parse(date))) return null;
    if (time === undefined) return date;
    const colon = /^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
    return `${date}T${time}${colon}`;
  }
  if (
    !/^(?:[A-Za-z]{3,9},? )?(?:\d{1,2} [A-Za-z]{3,9}|[A-Za-z]{3,9} \d{1,2},?) \d{4} \d{2}:\d{2}(?::\d{2})? (?:GMT|UTC|Z|[+-]\d{4})$/.test(
      text,
    )
  )
    return null;
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
