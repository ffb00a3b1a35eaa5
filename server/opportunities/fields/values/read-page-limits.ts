import type { FoundField, PageLimit } from "../tender-fields";
import { contentTokens, type DocumentView, placeOf, plain, textOf, trimmed, type Unit } from "./package-view";

export const numberWords: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  eine: 1,
  einer: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  zehn: 10,
  zwanzig: 20,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  dix: 10,
  vingt: 20,
};
const units: readonly (readonly [RegExp, PageLimit["unit"]])[] = [
  [/^(?:pages?|seiten?|páginas?|pagine|pagina['’]?s?|stron\w*|sides?)/iu, "pages"],
  [/^(?:words?|wörtern?|worte|mots?|palabras?|parole|woorden|słów)/iu, "words"],
  [/^(?:characters?|zeichen|caractères|caracteres|caratteri|tekens|znaków)/iu, "characters"],
  [/^(?:sentences?|sätzen?|phrases|frases|frasi|zinnen)/iu, "sentences"],
];
const amount = new RegExp(
  `(?<![\\p{L}\\d.,-])(?:(?<word>${Object.keys(numberWords).join("|")})|\\(?(?<digits>\\d{1,3}(?:[ ,.]\\d{3})?|\\d{1,5})\\)?)(?:\\s*\\(\\s*(?<again>[\\p{L}\\d]+)\\s*\\))?[\\s-]*(?:(?:single|double)[- ]\\w+\\s+|typed\\s+|A4\\s+|DIN[- ]A4[- ]|printed\\s+|additional\\s+)?(?<unit>pages?|seiten?|páginas?|pagine|pagina['’]?s|pagina|stron(?:y)?|sides?(?= of A4)|words?|wörtern?|worte|mots?|palabras?|parole|woorden|characters?|zeichen|caractères|caracteres|caratteri|sentences?|sätzen?)(?!\\p{L})`,
  "giu",
);
const limiting =
  /(?<!\p{L})(?:exceed(?:s|ing)?|no (?:more|longer|greater) than|not (?:be )?(?:more|longer) than|not more than|maximum|max|limit(?:ed|s|ation)?|up to|at most|less than|fewer than|under|within|cannot be|page count|höchstens|maximal(?:er)?|überschreiten|nicht mehr als|begrenzt|au (?:plus|maximum)|dépasser|excéder|limité\w*|máximo|exceder|superar|superare|massimo|maximaal|ten hoogste|maksymalnie|equivalent to)(?!\p{L})/iu;
const bidParts =
  /(?<!\p{L})(?:quot\w+|proposal|bid|tender|offer|response|submission|submittal|resumes?|résumés?|cvs?|letters?|cover|section|narrative|volume|approach|plan|experience|references?|summary|statement|answers?|template|form|part|factor|criteri\w+|methodology|document|attachment|appendix|executive|presentation|case stud\w+|qualifications?|description|application|\p{L}*konzept|angebot|offre|mémoire|oferta|memoria|offerta|relazione|lebenslauf|inschrijving)/iu;

/** "forty (40) pages": the number in words is no part of the name. */
const numberAtEnd = new RegExp(`(?:^|\\s)(?:${Object.keys(numberWords).join("|")}|forty|fifty)$`, "iu");

/** How long parts of the bid may be; limits on anything else than a bid's parts are left out. */
export function readPageLimits(views: readonly DocumentView[]): FoundField[] {
  const found: FoundField[] = [];
  const seen = new Set<string>();
  for (const view of [...views].sort((a, b) => b.weight - a.weight)) {
    if (view.standing.isDraft && found.length > 0) continue;
    const asked = view.document.units.filter((unit) => isAnswerToBidder(textOf(view.document, unit))).length;
    for (const unit of view.document.units) {
      if (unit.kind === "code") continue;
      const text = textOf(view.document, unit);
      if ((asked > 1 && isAnswerToBidder(text)) || replacesWords(text)) continue;
      for (const field of limitsIn(view, unit)) {
        if (field.name !== "page_limit") continue;
        const key = `${field.value.amount} ${field.value.unit} ${contentTokens(field.quote).join(" ")}`;
        const isTwin = seen.has(key);
        seen.add(key);
        if (!isTwin) found.push(field);
      }
    }
  }
  return found.slice(0, 30);
}

function limitsIn(view: DocumentView, unit: Unit): FoundField[] {
  const { document } = view;
  const text = textOf(document, unit);
  const found: FoundField[] = [];
  for (const match of text.matchAll(amount)) {
    const near = text.slice(Math.max(0, match.index - 70), match.index + match[0].length + 45);
    const isLimit = limiting.test(near) || isMeasured(text, match);
    const heading = unit.headings.at(-1);
    const context = `${heading ? textOf(document, heading) : ""} ${unit.leadIn ? textOf(document, unit.leadIn) : ""} ${text}`;
    // "Not part of your 5-page limitation" repeats a limit that stands elsewhere.
    const isMention =
      /(?<!\p{L})(?:page (?:equals|is defined|means)|not (?:be )?(?:included|counted|part)|(?:are|is) included|excluded|count(?:s|ed)? (?:toward|against)|beyond|exempt|fall within|not count)/iu.test(
        text,
      ) && !/(?<!\p{L})(?:exceed|no (?:more|longer)|limited to|maximum)/iu.test(text);
    if (isMention || !isLimit || !bidParts.test(context) || isElsewhere(text)) continue;
    const groups = match.groups ?? {};
    const size = groups.digits
      ? Number(groups.digits.replace(/[ ,.](?=\d{3})/g, ""))
      : numberWords[(groups.word ?? "").toLowerCase()];
    const kind = units.find(([pattern]) => pattern.test(groups.unit ?? ""))?.[1];
    if (!size || !kind) continue;
    const part = partOf(view, unit, text, match.index);
    found.push({
      name: "page_limit",
      value: { part, pages: kind === "pages" ? size : null, unit: kind, amount: size },
      text: `${part}: ${size} ${size === 1 ? kind.replace(/s$/, "") : kind}`,
      place: placeOf(document, trimmed(document, unit), unit),
      quote: textOf(document, trimmed(document, unit)),
      score: 2 * view.weight,
    });
  }
  return found;
}

/** "Provide a one-page cover letter": so long and no longer. */
function isMeasured(text: string, match: RegExpExecArray): boolean {
  const after = text.slice(match.index + match[0].length);
  return (
    /(?:^|[\s(])an?\s+$/iu.test(text.slice(0, match.index)) &&
    /-pages?$/iu.test(match[0]) &&
    /^\s+(?:\p{L}+\s){0,2}(?:letter|summary|statement|overview|narrative|proposal|resume|cv|biograph\p{L}+|description|response|plan)(?!\p{L})/iu.test(
      after,
    )
  );
}

/** "Q4: Do resumes count within the nine pages?": a bidder speaks of a limit that stands elsewhere, and so does whoever answers. */
const isAnswerToBidder = (text: string): boolean => /^\W*(?:q(?:uestion)?|a(?:nswer)?)\s?#?\d*\s*[:.)]/iu.test(text);

/** "“3 pages” is replaced by “4 pages”": an instruction to change words, told as an amendment. */
const replacesWords = (text: string): boolean =>
  /(?<!\p{L})(?:(?:is|are) (?:hereby )?(?:replaced|deleted|struck|substituted)|delete[sd]? .{3,80} (?:and )?(?:insert|substitute|replace))/iu.test(
    text,
  );

/** Speed, file formats and paper of the contractor's work are no limits of the bid. */
function isElsewhere(text: string): boolean {
  return /(?<!\p{L})(?:per (?:minute|second|day)|web ?pages?|home ?page|landing page|printer|scanned|toner|invoice|user manual)(?!\p{L})/iu.test(
    text,
  );
}

/** What is limited: the words before the limit, or the heading where these only say "this section". */
function partOf(view: DocumentView, unit: Unit, text: string, at: number): string {
  const before = text.slice(0, at);
  const limit = [
    ...before.matchAll(
      /\(|(?<!\p{L})(?:shall|should|must|may|can|cannot|will|is|are|limited|limit|exceed|maximum|up to|no more|not|darf|dürfen|ist|sind|ne doit|doit|no podrá)(?!\p{L})/giu,
    ),
  ];
  const cut = limit.find((match) => contentTokens(before.slice(0, match.index)).length > 0)?.index ?? before.length;
  const words = plain(before.slice(0, cut))
    .replace(/^[\d.a-z]{1,4}[.)]\s+/, "")
    .replace(/^(?:your|the|each|this|in most instances, the|all)\s+/i, "")
    .replace(/[\s:,|–-]+$/, "")
    .replace(numberAtEnd, "");
  const heading = unit.headings.at(-1);
  const isVague =
    contentTokens(words).length === 0 ||
    /^(?:section|response|part|it|document|which|these)$/i.test(words) ||
    words.length > 120;
  if (isVague && heading) return plain(textOf(view.document, heading)).replace(/^[\d.]+\s*/, "");
  return words || plain(text).slice(0, 80);
}
