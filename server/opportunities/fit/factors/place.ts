import { type FactorResult, known, unknown } from "../factor-result";
import type { FitFacts } from "../fit-facts";
import { nameWithin } from "./likeness";

const countryNames = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });

function countryName(code: string): string | null {
  return /^[A-Z]{2}$/.test(code) ? (countryNames.of(code) ?? null) : null;
}

/** Wherever whoever wins it works: a place of ours, whatever the profile says. */
const ownPremises =
  /\b(?:contractor|vendor|supplier|offeror|bidder|provider)(?:['’]s|s['’])?(?: own)? (?:facilit(?:y|ies)|sites?|premises|offices?|locations?)\b|\b(?:fully |100% |entirely )?(?:remote(?:ly)?|telework(?:ing)?|off-?site|virtual(?:ly)?)\b/i;
const onPremises = /\bon-?site\b|\b(?:not|no|partly|partially|some|occasional(?:ly)?)\b|\b(?:and|or)\b/i;

/** Where it is to be done against where we work. */
export function placeFactor({ opportunity, profile }: FitFacts): FactorResult {
  const { country, place } = opportunity;
  const stated = [place, country ? (countryName(country) ?? country) : null].filter((name) => name !== null);
  if (stated.length === 0) return unknown("place", "No place is stated.");
  // A place is often stated as a whole sentence; the factor's own follows it.
  const where = [...new Set(stated)].join(", ").replace(/[.\s]+$/, "");
  if (country === null && place !== null && ownPremises.test(place) && !onPremises.test(place)) {
    const basis = [{ kind: "opportunity" as const, id: opportunity.id, text: `Place: ${where}` }];
    return known("place", 1, `Place: ${where}. That is wherever you work.`, { basis });
  }
  if (profile.places.length === 0) return unknown("place", `Place: ${where}. Your profile names no places.`);
  const own = profile.places.find(
    (name) =>
      (country !== null && (name.toUpperCase() === country || nameWithin(name, countryName(country) ?? ""))) ||
      (place !== null && (nameWithin(name, place) || nameWithin(countryName(name.toUpperCase()) ?? "", place))),
  );
  const basis = [
    { kind: "opportunity" as const, id: opportunity.id, text: `Place: ${where}` },
    { kind: "profile" as const, id: null, text: `Places: ${profile.places.join(", ")}` },
  ];
  return own
    ? known("place", 1, `Place: ${where}. You work there.`, { basis })
    : known("place", 0, `Place: ${where}. It is none of the ${profile.places.length} places of your profile.`, {
        basis,
      });
}
