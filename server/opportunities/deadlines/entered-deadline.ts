import { InvalidInputError } from "@/server/platform/errors";
import { resolveLocalTime } from "../fields/resolve-local-time";
import { isPast } from "../fields/stated-dates";

export interface EnteredDate {
  date: string;
  time?: string | undefined;
  /** IANA name. */
  zone?: string | undefined;
}

/** A date as a person enters it, resolved as any stated one is. Throws InvalidInputError for a zone that does not exist. */
export function enteredDeadline({ date, time, zone }: EnteredDate) {
  if (zone) {
    try {
      new Intl.DateTimeFormat("en", { timeZone: zone });
    } catch (cause) {
      throw new InvalidInputError(`There is no time zone ${zone}. Choose one as in Europe/Berlin.`, { cause });
    }
  }
  const resolved = resolveLocalTime(date, time ?? null, null, { zone: zone ?? null });
  const flags = resolved.flags.filter((flag) => flag !== "no_zone" || !zone);
  if (!time) flags.push("no_time");
  if (isPast(date, resolved.at, new Date())) flags.push("past");
  return {
    state: "in_force" as const,
    quote: "",
    localDate: date,
    localTime: time ?? null,
    zoneStated: zone ?? null,
    zone: zone ?? null,
    at: resolved.at ? new Date(resolved.at) : null,
    note: zone ? null : resolved.note,
    flags,
  };
}
