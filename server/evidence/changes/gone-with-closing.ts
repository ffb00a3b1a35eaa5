import type { ChangeItem } from "./comparison";
import { wordsOf } from "./reading/words";

/** What a vacancy, a product or an offer says of itself once it is over. */
const closed =
  /(?<!\p{L})(?:(?:has|have) (?:now )?(?:been |already )?(?:filled|closed|expired|ended|withdrawn|discontinued)|(?:is|are) (?:now )?(?:filled|closed|discontinued|withdrawn|over)|(?:position|vacancy|role|post|job) (?:filled|closed)|no longer (?:available|open|accept\p{L}*|on sale|offered|recruiting)|(?:applications|bookings|registration) (?:are |is )?closed|bereits (?:besetzt|vergeben)|(?:ist|wurde|sind) (?:\p{L}+ )?(?:besetzt|vergeben|geschlossen|abgelaufen|eingestellt)|nicht mehr (?:verfügbar|lieferbar|offen|angeboten)|(?:est|a été) (?:\p{L}+ )?(?:pourvue?|clos|close|clôturée?|expirée?|retirée?)|n.est plus (?:disponible|ouverte?|proposée?)|(?:ha sido|está) (?:\p{L}+ )?(?:cubiert[oa]|cerrad[oa]|retirad[oa])|ya no está (?:disponible|abiert[oa]))(?!\p{L})/iu;
const maxClosingWords = 24;

/**
 * Without the lines that a thing has lost because it is over: under the heading under which it says so, nothing but its end is news. What a heading
 * or another value says there is told all the same.
 */
export function withoutGoneWithClosing(items: readonly ChangeItem[]): ChangeItem[] {
  const over = new Set(items.flatMap((item) => (saysClosed(item) && item.heading !== null ? [item.heading] : [])));
  const closing = items.filter(saysClosed);
  // Where the page has nothing left but to say so, whatever else it said went with it.
  if (closing.length > 0 && items.every((item) => closing.includes(item) || item.after === null))
    return items.filter((item) => closing.includes(item) || item.isHeading);
  if (over.size === 0) return [...items];
  return items.filter(({ after, heading, isHeading }) => after !== null || isHeading || !over.has(heading ?? ""));
}

function saysClosed({ before, after }: ChangeItem): boolean {
  const says = (text: string | null) => text !== null && wordsOf(text).length <= maxClosingWords && closed.test(text);
  return says(after) && !says(before);
}
