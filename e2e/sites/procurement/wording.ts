import { clockOf } from "./notice";

export type SiteLanguage = "en-US" | "en-GB" | "de" | "fr" | "es";

const two = (value: number) => String(value).padStart(2, "0");

/** `08.12.2026 12:00` */
export function dottedDate(at: Date, zone: string, withTime = true): string {
  const { day, month, year, hour, minute } = clockOf(at, zone);
  return `${two(day)}.${two(month)}.${year}${withTime ? ` ${two(hour)}:${two(minute)}` : ""}`;
}

/** `08/12/2026` */
export function slashedDate(at: Date, zone: string): string {
  const { day, month, year } = clockOf(at, zone);
  return `${two(day)}/${two(month)}/${year}`;
}

/** `14:00` */
export function clockTime(at: Date, zone: string, between = ":"): string {
  const { hour, minute } = clockOf(at, zone);
  return `${two(hour)}${between}${two(minute)}`;
}

/** `12/08/2026 02:00 PM`, or `12/8/2026 2:00:00 PM` when `isBare`. */
export function americanDate(at: Date, zone: string, isBare = false): string {
  const { day, month, year, hour, minute } = clockOf(at, zone);
  const half = hour < 12 ? "AM" : "PM";
  const twelfth = hour % 12 === 0 ? 12 : hour % 12;
  return isBare
    ? `${month}/${day}/${year} ${twelfth}:${two(minute)}:00 ${half}`
    : `${two(month)}/${two(day)}/${year} ${two(twelfth)}:${two(minute)} ${half}`;
}

/** `Dienstag, 8. Dezember 2026`, `Friday 8 January 2027`, `14 janvier 2027`. */
export function wordDate(at: Date, zone: string, language: SiteLanguage, withWeekday: boolean): string {
  return new Intl.DateTimeFormat(language, {
    timeZone: zone,
    day: "numeric",
    month: "long",
    year: "numeric",
    ...(withWeekday ? { weekday: "long" } : {}),
  }).format(at);
}

/** `12 noon`, `5pm` */
export function spokenHour(at: Date, zone: string): string {
  const { hour } = clockOf(at, zone);
  if (hour === 12) return "12 noon";
  return hour < 12 ? `${hour}am` : `${hour - 12}pm`;
}

const units: Record<SiteLanguage, { hours: [string, string]; days: [string, string] }> = {
  "en-US": { hours: ["hour", "hours"], days: ["day", "days"] },
  "en-GB": { hours: ["hour", "hours"], days: ["day", "days"] },
  de: { hours: ["Stunde", "Stunden"], days: ["Tag", "Tagen"] },
  fr: { hours: ["heure", "heures"], days: ["jour", "jours"] },
  es: { hours: ["hora", "horas"], days: ["día", "días"] },
};

/** `3 hours`, `2 Tagen`, `1 jour`: the distance as cards show it, in whole calendar days beyond a day. */
export function distance(from: Date, to: Date, zone: string, language: SiteLanguage): string {
  const days = Math.abs(calendarDays(from, to, zone));
  const words = units[language];
  if (days === 0) {
    const hours = Math.max(1, Math.round(Math.abs(to.getTime() - from.getTime()) / 3_600_000));
    return `${hours} ${words.hours[hours === 1 ? 0 : 1]}`;
  }
  return `${days} ${words.days[days === 1 ? 0 : 1]}`;
}

function calendarDays(from: Date, to: Date, zone: string): number {
  const midnight = (at: Date) => {
    const { year, month, day } = clockOf(at, zone);
    return Date.UTC(year, month - 1, day);
  };
  return Math.round((midnight(to) - midnight(from)) / 86_400_000);
}
