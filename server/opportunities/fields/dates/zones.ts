/** `zone` is an IANA name or a fixed offset ("-05:00"); `region` is the IANA zone whose season a fixed abbreviation speaks of. */
export interface NamedZone {
  zone: string | null;
  region: string | null;
}

/** A fixed abbreviation means its offset in every season: "EST" in August is what the paper says. */
const abbreviations: Record<string, readonly [zone: string, region: string | null]> = {
  EST: ["-05:00", "America/New_York"],
  EDT: ["-04:00", "America/New_York"],
  CST: ["-06:00", "America/Chicago"],
  CDT: ["-05:00", "America/Chicago"],
  MST: ["-07:00", "America/Denver"],
  MDT: ["-06:00", "America/Denver"],
  PST: ["-08:00", "America/Los_Angeles"],
  PDT: ["-07:00", "America/Los_Angeles"],
  AKST: ["-09:00", "America/Anchorage"],
  AKDT: ["-08:00", "America/Anchorage"],
  HST: ["-10:00", "Pacific/Honolulu"],
  AST: ["-04:00", "America/Halifax"],
  ADT: ["-03:00", "America/Halifax"],
  NST: ["-03:30", "America/St_Johns"],
  NDT: ["-02:30", "America/St_Johns"],
  ET: ["America/New_York", null],
  CT: ["America/Chicago", null],
  MT: ["America/Denver", null],
  PT: ["America/Los_Angeles", null],
  UTC: ["UTC", null],
  // Stated for London in summer it is an hour off; elsewhere it is only a name for UTC.
  GMT: ["UTC", "Europe/London"],
  BST: ["+01:00", "Europe/London"],
  WET: ["UTC", "Europe/Lisbon"],
  WEST: ["+01:00", "Europe/Lisbon"],
  CET: ["+01:00", "Europe/Paris"],
  CEST: ["+02:00", "Europe/Paris"],
  MEZ: ["+01:00", "Europe/Berlin"],
  MESZ: ["+02:00", "Europe/Berlin"],
  HNEC: ["+01:00", "Europe/Paris"],
  EET: ["+02:00", "Europe/Helsinki"],
  EEST: ["+03:00", "Europe/Helsinki"],
  EAT: ["+03:00", null],
  WAT: ["+01:00", null],
  CAT: ["+02:00", null],
  SAST: ["+02:00", null],
  SGT: ["+08:00", null],
  HKT: ["+08:00", null],
  JST: ["+09:00", null],
  KST: ["+09:00", null],
  GST: ["+04:00", null],
  PKT: ["+05:00", null],
  AEST: ["+10:00", "Australia/Sydney"],
  AEDT: ["+11:00", "Australia/Sydney"],
  ACST: ["+09:30", "Australia/Adelaide"],
  ACDT: ["+10:30", "Australia/Adelaide"],
  AWST: ["+08:00", null],
  NZST: ["+12:00", "Pacific/Auckland"],
  NZDT: ["+13:00", "Pacific/Auckland"],
};

const names: Record<string, readonly [zone: string, region: string | null]> = {
  "central european time": ["+01:00", "Europe/Paris"],
  "central european summer time": ["+02:00", "Europe/Paris"],
  "mitteleuropäische zeit": ["+01:00", "Europe/Berlin"],
  "mitteleuropäische sommerzeit": ["+02:00", "Europe/Berlin"],
  "eastern european time": ["+02:00", "Europe/Helsinki"],
  "eastern european summer time": ["+03:00", "Europe/Helsinki"],
  "western european time": ["UTC", "Europe/Lisbon"],
  "western european summer time": ["+01:00", "Europe/Lisbon"],
  "greenwich mean time": ["UTC", "Europe/London"],
  "british summer time": ["+01:00", "Europe/London"],
  "coordinated universal time": ["UTC", null],
  "irish standard time": ["+01:00", "Europe/Dublin"],
  "india standard time": ["+05:30", null],
  "indian standard time": ["+05:30", null],
  "east africa time": ["+03:00", null],
  "west africa time": ["+01:00", null],
  "central africa time": ["+02:00", null],
  "south africa time": ["+02:00", null],
  "south african time": ["+02:00", null],
  "australian eastern standard time": ["+10:00", "Australia/Sydney"],
  "australian eastern daylight time": ["+11:00", "Australia/Sydney"],
  "australian central standard time": ["+09:30", "Australia/Adelaide"],
  "australian western standard time": ["+08:00", null],
};

/** The same letters mean another zone in these countries. */
const byCountry: Record<string, Record<string, readonly [zone: string, region: string | null]>> = {
  AU: {
    EST: ["+10:00", "Australia/Sydney"],
    EDT: ["+11:00", "Australia/Sydney"],
    CST: ["+09:30", "Australia/Adelaide"],
  },
  IN: { IST: ["+05:30", null] },
  IE: { IST: ["+01:00", "Europe/Dublin"] },
  IL: { IST: ["+02:00", "Asia/Jerusalem"] },
  CN: { CST: ["+08:00", null] },
  BD: { BST: ["+06:00", null] },
};

const usRegions: Record<string, string> = {
  eastern: "America/New_York",
  central: "America/Chicago",
  mountain: "America/Denver",
  pacific: "America/Los_Angeles",
  atlantic: "America/Halifax",
  alaska: "America/Anchorage",
  hawaii: "Pacific/Honolulu",
};

const usLetters: Record<string, string> = {
  eastern: "E",
  central: "C",
  mountain: "M",
  pacific: "P",
  atlantic: "A",
  alaska: "AK",
  hawaii: "H",
};

/** An abbreviation ("EST"), a full name ("british summer time") or a US region with its season ("eastern standard"). */
export function zoneOfAbbreviation(name: string, country: string | null): NamedZone | null {
  const [region = "", season = ""] = name.split(/[ -](?:aleutian )?/);
  if (usRegions[region] && ["prevailing", "standard", "daylight"].includes(season)) {
    if (season === "prevailing") return { zone: usRegions[region], region: null };
    return zoneOfAbbreviation(`${usLetters[region]}${season === "standard" ? "S" : "D"}T`, null);
  }
  const entry = (country && byCountry[country]?.[name]) || abbreviations[name] || names[name];
  // "IST" is India's, Ireland's or Israel's: without a country it is stated, but means nothing certain.
  if (!entry) return name === "IST" ? { zone: null, region: null } : null;
  return { zone: entry[0], region: entry[1] };
}
