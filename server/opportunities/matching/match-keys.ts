import type { NoticeFacts } from "../notices/notice-facts";
import { buyerWords } from "./compare-buyers";
import { normaliseReference, referencesIn } from "./references";
import { titleWords } from "./title-words";

const mostTitleWords = 6;
const mostBuyerWords = 3;
/** Words that thousands of public bodies have in their names. */
const commonBuyerWords = new Set(
  "city council county borough district department ministry office agency authority public government state national university hospital trust services stadt gemeinde landkreis kreis land bundesamt ministerium amt ville commune mairie departement region conseil ministere universite ayuntamiento diputacion comune provincia regione gemeente".split(
    " ",
  ),
);

export type Matchable = Pick<NoticeFacts, "procedureKey" | "reference" | "title" | "buyer" | "deadlines"> &
  Partial<Pick<NoticeFacts, "mentions">>;

/**
 * What a notice is found by among thousands of opportunities, by equality alone: its procedure, its references, its rare title words
 * together with its buyer or with the day on which bids are due, and all of its title.
 */
export function matchKeys(notice: Matchable): string[] {
  const references = [normaliseReference(notice.reference), ...referencesIn(notice.title)].filter(
    (code) => code !== null,
  );
  const { words, marks } = titleWords(notice.title);
  const rare = [...words]
    .sort((one, other) => other.length - one.length || one.localeCompare(other))
    .slice(0, mostTitleWords);
  const stems = rare.map((word) => word.slice(0, 6));
  const buyer = buyerWords(notice.buyer);
  const named = buyer.filter((word) => !commonBuyerWords.has(word));
  const byBuyer = (named.length > 0 ? named : buyer).slice(0, mostBuyerWords).map((word) => word.slice(0, 6));
  const day = notice.deadlines.find(({ kind, localDate }) => kind === "submission" && localDate)?.localDate;
  const whole = [...words].sort().join(" ");
  return [
    ...new Set([
      ...(notice.procedureKey ? [`p:${notice.procedureKey.toLowerCase()}`] : []),
      ...references.map((code) => `r:${code}`),
      ...[...references, ...(notice.mentions ?? [])].map((code) => `m:${code}`),
      ...byBuyer.flatMap((name) => stems.map((word) => `b:${name} ${word}`)),
      ...(day ? stems.map((word) => `d:${day} ${word}`) : []),
      ...(words.length >= 2 ? [`t:${whole} ${marks.join(" ")}`.slice(0, 200)] : []),
    ]),
  ];
}
