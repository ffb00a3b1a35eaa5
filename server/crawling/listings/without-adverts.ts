import { isSameSite } from "@/lib/canonical-url";
import type { ListingRecord } from "./types";

/** How a site marks what somebody has paid for, in a line of its own. */
const mark =
  /^(?:ads?|adverts?|advertisements?|sponsored(?: (?:content|post|listing|result))?|promoted|promotion|partner content|anzeige|werbung|gesponsert|sponsorisée?|publicité|annonce sponsorisée|contenu sponsorisé|patrocinad[oa]|publicidad|contenido patrocinado|sponsorizzat[oa]|pubblicità|contenuto sponsorizzato|gesponsord|advertentie|patrocinado|publicidade|reklama?|sponsorowan[ey]|annonse?|sponset|sponsrad|sponsoreret|mainos|sponsoroitu)$/iu;
const fewLines = 3;
/** So many of the entries must lead to pages of the site: of a list that leads nowhere nothing is known. */
const usuallyLead = 0.6;

/**
 * What is advertised between the entries of a list, is marked so and leads nowhere, or away from the site, while the others have their pages, is none
 * of them. An entry that somebody pays to have shown first leads to its page like the others, and stays.
 */
export function withoutAdverts<T extends ListingRecord>(records: readonly T[], pageUrl: string): T[] {
  const leads = ({ url, opens }: ListingRecord) =>
    opens !== undefined || (url !== null && url !== pageUrl && isSameSite(url, pageUrl));
  const leading = records.filter(leads).length;
  if (leading < records.length * usuallyLead) return [...records];
  return records.filter((record) => leads(record) || !isMarked(record));
}

function isMarked({ title, text }: ListingRecord): boolean {
  const lines = text.split("\n").slice(0, fewLines);
  return [title, ...lines].some((line) => mark.test(line.trim()));
}
