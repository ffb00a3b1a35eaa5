import { orderOfCountry } from "../../fields/dates/date-order";
import { type DateOrder, findDates } from "../../fields/dates/find-dates";
import { countryCode } from "../country-code";

/** Countries whose clocks all agree. */
const zones: Record<string, string> = {
  GB: "Europe/London",
  IE: "Europe/Dublin",
  DE: "Europe/Berlin",
  AT: "Europe/Vienna",
  CH: "Europe/Zurich",
  FR: "Europe/Paris",
  BE: "Europe/Brussels",
  NL: "Europe/Amsterdam",
  LU: "Europe/Luxembourg",
  IT: "Europe/Rome",
  PL: "Europe/Warsaw",
  CZ: "Europe/Prague",
  DK: "Europe/Copenhagen",
  SE: "Europe/Stockholm",
  NO: "Europe/Oslo",
  FI: "Europe/Helsinki",
  GR: "Europe/Athens",
  RO: "Europe/Bucharest",
  HU: "Europe/Budapest",
  NZ: "Pacific/Auckland",
  IN: "Asia/Kolkata",
  ZA: "Africa/Johannesburg",
  SG: "Asia/Singapore",
};
/** Languages whose countries keep one time, wherever they are written. */
const zonesOfLanguages: Record<string, string> = {
  de: "Europe/Berlin",
  it: "Europe/Rome",
  nl: "Europe/Amsterdam",
  pl: "Europe/Warsaw",
  cs: "Europe/Prague",
  sk: "Europe/Bratislava",
  da: "Europe/Copenhagen",
  sv: "Europe/Stockholm",
  nb: "Europe/Oslo",
  nn: "Europe/Oslo",
  no: "Europe/Oslo",
  fi: "Europe/Helsinki",
  hu: "Europe/Budapest",
  ro: "Europe/Bucharest",
  el: "Europe/Athens",
  bg: "Europe/Sofia",
  hr: "Europe/Zagreb",
  sl: "Europe/Ljubljana",
};
/**
 * French is written under many clocks; pages that name one of the other places or their money keep another than that of Paris. Places are names: "une
 * réunion" is a meeting, and only "la Réunion" an island.
 */
const otherFrench =
  /\b(?:Qu[ée]bec|Canada|Montr[ée]al|CAD|Maroc|Tunisie|Alg[ée]rie|S[ée]n[ée]gal|C[ôo]te d['’]Ivoire|Cameroun|Gabon|B[ée]nin|Togo|Mali|Burkina|Madagascar|Congo|[Ll]a R[ée]union|Guadeloupe|Martinique|Guyane|Mayotte|Polyn[ée]sie|Nouvelle-Cal[ée]donie|F ?CFA|[Dd]irhams?|[Dd]inars?)\b|\d\s?\$/;
/** What the language alone says of how days are written. */
const dayFirst = /^(?:de|fr|es|it|nl|pt|pl|cs|sv|da|nb|nn|no|fi|ro|hu|el|bg|hr|sl|sk)\b/;

export interface PageLocale {
  country: string | null;
  zone: string | null;
  order: DateOrder | null;
}

/** Where a page is at home: its address and the language it declares; the order of numeric dates also from those that can be read one way only. */
export function localeOfPage(
  url: string | null,
  language: string | null,
  texts: readonly string[],
  pageText = "",
): PageLocale {
  const top =
    URL.parse(url ?? "")
      ?.hostname.split(".")
      .at(-1) ?? "";
  const isTopLevelCountry = top.length === 2 && !/^(?:io|ai|co|eu|tv|me)$/.test(top);
  const country =
    (isTopLevelCountry ? countryCode(top) : null) ?? countryCode(/-([a-z]{2})\b/i.exec(language ?? "")?.[1] ?? null);
  return { country, zone: zoneOf(country, language, pageText), order: orderOf(country, language, texts) };
}

function zoneOf(country: string | null, language: string | null, pageText: string): string | null {
  if (country) return zones[country] ?? null;
  const [spoken = "", region] = (language ?? "").split("-");
  // A region that names no country whose clocks agree says that the language is spoken elsewhere.
  if (region) return null;
  if (spoken === "fr") return otherFrench.test(pageText) ? null : "Europe/Paris";
  return zonesOfLanguages[spoken] ?? null;
}

function orderOf(country: string | null, language: string | null, texts: readonly string[]): DateOrder | null {
  const proved = new Set(
    texts.flatMap((text) => findDates(text.slice(0, 4_000)).flatMap(({ proves }) => proves ?? [])),
  );
  const [only] = [...proved];
  if (proved.size === 1 && only) return only;
  return orderOfCountry(country) ?? (dayFirst.test(language ?? "") ? "day_first" : null);
}
