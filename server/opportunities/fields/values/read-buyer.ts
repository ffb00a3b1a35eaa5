import type { FoundField } from "../tender-fields";
import { isFormLabel } from "./form-words";
import { nameInFull } from "./name-in-full";
import {
  besideOrganisation,
  isOnlyOrganisation,
  isSurelyOrganisation,
  looksLikeOrganisation,
} from "./organisation-words";
import {
  contentTokens,
  type DocumentView,
  placeOf,
  plain,
  type Span,
  textOf,
  trimmed,
  type Unit,
} from "./package-view";
import { issuerOf } from "./read-issuer";
import { leadsOn } from "./read-title";

const label =
  /^(?:(?:name of (?:the )?)?(?:buyer|purchaser|contracting (?:authority|entity|agency|office|body|organi[sz]ation)|issuing (?:agency|office|organi[sz]ation|authority|entity|department)|issued (?:by|for)|procuring (?:entity|agency|organi[sz]ation|authority)|awarding (?:authority|body)|client|customer|authority|agency|organi[sz]ation|department|employer|owner|principal)(?: name)?|(?:öffentlicher )?auftraggeber(?:in)?|vergabestelle|zuschlagende stelle|acheteur(?: public)?|pouvoir adjudicateur|maître d['’]ouvrage|entité adjudicatrice|organisme|órgano de contratación|entidad (?:contratante|adjudicadora)|stazione appaltante|amministrazione aggiudicatrice|ente appaltante|aanbestedende dienst|opdrachtgever|zamawiający|upphandlande myndighet|ordregiver|oppdragsgiver)$/iu;

const verbs =
  "(?:hereby\\s+)?(?:issues?|is\\s+(?:seeking|issuing|soliciting|inviting|requesting|looking|requiring|procuring)|seeks?|invites?|solicits?|requests?|requires?|needs?|wishes|(?:is\\s+)?conduct(?:s|ing)\\s+(?:an?|this|the)\\s+(?:[\\p{L}-]+\\s+){0,4}?(?:competition|procurement|solicitation|tender)|intends\\s+to\\s+(?:award|procure|contract|appoint|purchase|acquire|establish|issue|make|place|buy|hire|engage)|wants|plans\\s+to|beabsichtigt|schreibt|sucht|souhaite|lance|recherche|convoca|licita|indice|intende|zoekt|wil|nodigt)";
const subject = new RegExp(
  `^(?:(?:[A-Z]\\.?)?\\d+(?:\\.\\d+)*[.)]?\\s*)?(?:The\\s+|Die\\s+|Das\\s+|Der\\s+|La\\s+|Le\\s+|L['’]|El\\s+|De\\s+|Het\\s+)?(?<name>(?:\\p{Lu}|\\p{Ll}{1,5}\\p{Lu})(?:[^.;:?!|]|(?<=\\p{Lu}|Inc|Ltd|Corp|Co)\\.){2,260}?)(?:\\s*\\([^)]*\\))?,?\\s+${verbs}(?!\\p{L})`,
  "u",
);
/** What an organisation is or does says that a paper is about it, though not that it buys. */
const presented =
  /^(?:The\s+)?(?<name>(?:\p{Lu}|\p{Ll}{1,5}\p{Lu})(?:[^.;:?!|\n]|(?<=\p{Lu}|Inc|Ltd|Corp|Co|St)\.){2,160}?)(?:\s*\([^)]*\))?\s+(?:is\s+(?:an?|the)\s+[^.]{0,90}?(?:non-?profit|not-for-profit|charit(?:y|able)|organi[sz]ation|agency|authority|institution|university|municipality|foundation|NGO|public body|association|utility)|is\s+(?:implementing|carrying out|undertaking|responsible for)|has\s+(?:commissioned|launched))(?!\p{L})/mu;
const issuedBy =
  /(?<!\p{L})(?:issued|published|posted|prepared|advertised|commissioned|conducted|herausgegeben|publié|publicado|pubblicato) (?:by|von|par|por|da|door) (?:the )?(?<name>\p{Lu}[^.;:\n]{3,120}?)(?= on \d|\s+(?:on|in|for|under|dated|and|is|am|le)\s|\s*\(|[.;,\n]|$)/u;
const onBehalf =
  /(?<!\p{L})(?:[Oo]n behalf of|[Ii]m Auftrag (?:der|des|von)|[Pp]our le compte de)\s+(?:the\s+)?(?<name>\p{Lu}[^.;:|]{3,120}?)(?=\s+(?:to|in|for|is|are|hereby|will|seeks?)\s|[.;,]|$)/u;
const people =
  /(?<!\p{L})(?:officer|specialist|manager|director|coordinator|representative|vendors?|offerors?|contractors?|bidders?|tenderers?|quoters?|suppliers?|applicants?|proposers?|respondents?|this|we|it|they|these|you|section|attachment|any|all|if|as)(?!\p{L})/iu;

interface Candidate {
  span: Span;
  unit: Unit;
  view: DocumentView;
  score: number;
}

/** Who buys, the best supported first: as labelled, as the subject of what a buyer does, or as the letter head names it. */
export function readBuyer(views: readonly DocumentView[]): FoundField[] {
  const candidates = views.flatMap((view) => [
    ...labelled(view),
    ...said(view),
    ...letterHead(view),
    ...issuer(view),
    ...acting(view),
  ]);
  const seen: Set<string>[] = [];
  return candidates
    .map((one) => ({ ...one, score: one.score + support(one, candidates) }))
    .sort((a, b) => b.score - a.score)
    .map((one) => ({ ...one, ...nameInFull(one, views) }))
    .map(({ span, unit, view, score }): FoundField => {
      const text = inOneName(textOf(view.document, span)).replace(/(?<!\p{Lu}|Inc|Ltd)\.$/u, "");
      return {
        name: "buyer",
        value: text,
        text,
        place: placeOf(view.document, span, unit),
        quote: textOf(view.document, span),
        score,
      };
    })
    .filter(({ text }) => {
      const tokens = new Set(contentTokens(text));
      const isRepeat = seen.some((other) => [...tokens].every((token) => other.has(token)));
      if (!isRepeat) seen.push(tokens);
      return !isRepeat && tokens.size > 0;
    })
    .slice(0, 4);
}

/** What only a buyer does, wherever the paper says it. */
const buyersAct =
  /(?<![\p{L}’'-])(?<name>\p{Lu}[\p{L}&’'-]+(?:\s+(?:(?:of|for|and|the|de)\s+)?\p{Lu}[\p{L}&’'-]+){0,5})(?:\s*\([^)]{1,40}\))?\s+(?:reserves? the right|will (?:not |only |then )*(?:accept|evaluate|award|consider|select|open)(?!\p{L})|intends? to (?:award|select|enter into)|(?:anticipates|expects) (?:awarding|making|to award|to make)|strongly (?:prefers|encourages|recommends)|shall (?:evaluate|award|have the right)|may (?:reject|cancel|waive|amend) )/gu;
const fewestActs = 2;

/** Who acts as the buyer again and again, for papers whose first pages name it only in a seal or a web address. */
function acting(view: DocumentView): Candidate[] {
  const { document } = view;
  const acts = new Map<string, { unit: Unit; start: number; count: number }>();
  for (const unit of document.units) {
    const text = textOf(document, unit);
    for (const match of text.matchAll(buyersAct)) {
      const name = (match.groups?.name ?? "").replace(/^(?:The|However|Also|Therefore|Only|But|And|If|In)\s+/u, "");
      if (name === "" || people.test(name) || isNobody(name) || !/\p{Ll}|^\p{Lu}{3,8}$/u.test(name)) continue;
      const known = acts.get(name);
      if (known) known.count += 1;
      else acts.set(name, { unit, start: unit.start + match.index + match[0].indexOf(name), count: 1 });
    }
  }
  const [first] = [...acts].filter(([, { count }]) => count >= fewestActs).sort((a, b) => b[1].count - a[1].count);
  if (!first) return [];
  const [name, { unit, start, count }] = first;
  if (
    /^(?:Government|Agency|Client|Buyer|City|County|State|University|Department|Authority|Council|Owner|Board|Contracting Officer)$/iu.test(
      name,
    )
  )
    return [];
  return [
    { span: { start, end: start + name.length }, unit, view, score: Math.min(2.4, 1.6 + 0.1 * count) * view.weight },
  ];
}

function support(one: Candidate, all: readonly Candidate[]): number {
  const tokens = new Set(contentTokens(textOf(one.view.document, one.span)));
  const others = new Set<string>();
  for (const other of all) {
    if (other.view === one.view) continue;
    const theirs = contentTokens(textOf(other.view.document, other.span));
    const shared = theirs.filter((token) => tokens.has(token)).length;
    if (shared >= Math.min(2, theirs.length) && shared / theirs.length > 0.6) others.add(other.view.document.id);
  }
  return Math.min(0.9, others.size * 0.2);
}

function labelled(view: DocumentView): Candidate[] {
  return view.labelled
    .filter((value) => label.test(value.label) && value.end - value.start < 240 && value.end - value.start > 2)
    .map((value) => ({ value, span: trimmed(view.document, value) }))
    .filter(({ value, span }) => {
      const text = textOf(view.document, span);
      if (/[@]|https?:|\[|^(?:see|tbd|n\/a)/i.test(text) || isNobody(text)) return false;
      // A form with a column for each of two people repeats its label.
      if (label.test(text)) return false;
      return value.how === "above" ? isSurelyOrganisation(text) && text.length < 120 : !/\.\s+\p{Lu}/u.test(text);
    })
    .map(({ value, span }) => ({
      span: withoutAddress(view, span),
      unit: value.unit,
      view,
      score:
        (/^(?:agency|authority|client|customer|organi[sz]ation|department|owner|principal|issued for|employer)$/i.test(
          value.label,
        )
          ? 3
          : 4.2) * view.weight,
    }));
}

/** "Stadt Birkenau, Rathausplatz 1, 09999 Birkenau": the name ends where the street or the postcode begins. */
function withoutAddress(view: DocumentView, span: Span): Span {
  const text = textOf(view.document, span);
  const at = text.search(
    /,\s*(?:[^,]*\p{L}[^,]*\s\d{1,4}[a-z]?\s*(?:,|$)|\d{1,5}\s+\p{Lu}[^,]*|[^,]*(?<!\d)\d{4,6}(?!\d))/u,
  );
  return at > 3 ? trimmed(view.document, { start: span.start, end: span.start + at }) : span;
}

/** "In addition, the Authority is seeking ...": how a sentence begins is no part of the name. */
const leadIn = /^(?:In|As|For|To|Through|With|At|On|By|Under|Pursuant)\s[^,]{2,60},\s+(?:the\s+)?(?=\p{Lu})/u;

function said(view: DocumentView): Candidate[] {
  const { document } = view;
  const found: Candidate[] = [];
  for (const unit of document.units.slice(0, 60)) {
    const text = textOf(document, unit);
    for (const [pattern, score] of [
      [subject, 3.6],
      [issuedBy, 3.6],
      [onBehalf, 2],
      [presented, 2.2],
    ] as const) {
      const match = pattern.exec(text);
      const name = match?.groups?.name?.replace(leadIn, "");
      if (!match || !name) continue;
      if (!isName(name) || isNobody(name)) continue;
      const isAcronym = /^\p{Lu}{2,8}$/u.test(name);
      if (
        people.test(name.slice(0, 60)) ||
        (!looksLikeOrganisation(name) && pattern === presented && !isOften(view, name)) ||
        (!looksLikeOrganisation(name) && !/\p{Lu}\S*\s+(?:\S+\s+)?\p{Lu}/u.test(name) && !isAcronym)
      )
        continue;
      if (!looksLikeOrganisation(name) && !isAcronym && name.split(/\s+/).length > 6) continue;
      const start = unit.start + match.index + match[0].indexOf(name);
      found.push({
        span: trimmed(document, { start, end: start + name.length }),
        unit,
        view,
        score: (score - (isAcronym ? 1.8 : 0) + (isSurelyOrganisation(name) ? 0.5 : 0)) * view.weight,
      });
    }
  }
  return found;
}

/** A name that a paper presents and then goes on using is no passing mention. */
const often = 3;
function isOften({ document }: DocumentView, name: string): boolean {
  const words = name.split(/\s+/);
  return words.length >= 2 && document.text.split(words[0] ?? name).length - 1 >= often;
}

/** Papers, laws, forms and seals are no buyers, and neither is "Person". */
function isNobody(text: string): boolean {
  return (
    isFormLabel(text) ||
    // "the Department of": the line broke off.
    /(?<!\p{L})(?:of|for|and|the|de|du|des|der|für|und)\s*$/iu.test(text) ||
    /^(?:person|individual|title \d+|(?:the )?(?:seal|logo|image|photo) of|meanwhile|however|additionally|furthermore|SOO|SOW|PWS|QASP|CLIN|CDRL|DRL)(?![\p{L}\d])/iu.test(
      text,
    ) ||
    /(?<!\p{L})(?:United States Code|U\.S\.C|CFR)(?!\p{L})/u.test(text)
  );
}

/** Mostly capitals, and no verb: "Product Owner is responsible" is a sentence's beginning. */
function isName(text: string): boolean {
  if (
    /(?<!\p{L})(?:is|are|was|has|have|will|shall|that|which|who|must|may|can|responsible|wird|ist|est|sont)(?!\p{L})|[|@]/iu.test(
      text,
    )
  )
    return false;
  const words = text.match(/\p{L}[\p{L}'’.&-]*/gu) ?? [];
  if (words.length === 1 && looksLikeOrganisation(text)) return false;
  const small = words.filter(
    (word) =>
      /^\p{Ll}/u.test(word) &&
      !/^(?:of|and|the|for|on|in|de|la|le|les|des|du|der|die|das|und|für|von|del|y|di|e|van|voor|en|et|behalf|d['’]\p{L}+|l['’]\p{L}+)$/u.test(
        word,
      ),
  );
  return small.length <= Math.max(1, words.length * 0.25);
}

function issuer(view: DocumentView): Candidate[] {
  const found = issuerOf(view);
  if (!found || isNobody(textOf(view.document, found.span))) return [];
  return [{ span: found.span, unit: found.unit, view, score: (found.isSure ? 2.9 : 2.5) * view.weight }];
}

/** "Caisse des Écoles du 14e / arrondissement de Paris": a name that the line before leaves open. */
function goesOn(run: readonly Unit[], text: string, document: DocumentView["document"]): boolean {
  const last = run.at(-1);
  return (
    last !== undefined &&
    /^\p{Ll}/u.test(text) &&
    /(?<!\p{L})(?:\d+(?:e|er|ème|st|nd|rd|th)|de|du|des|of|the|for|and|et|la|le|les|der|und)$/iu.test(
      textOf(document, last).trim(),
    )
  );
}

/** "State of Arvon" over "Office of the Treasurer": one is a part of the other, and a comma says so; a line that goes on is no part. */
function inOneName(name: string): string {
  return plain(
    name.replace(/(?<=[\p{L}\d)])[ \t]*\n\s*(?=(?:The\s+)?\p{Lu})/gu, (gap, at: number) =>
      isSurelyOrganisation(name.slice(at).trim().split("\n")[0] ?? "") ? ", " : gap,
    ),
  );
}

/** The first line of a paper, where it is an organisation's name and nothing else: "Harbour Governing Board" over "Request for quotations". */
function isAtTop({ document, front }: DocumentView, unit: Unit): boolean {
  return unit === front[0] && unit.kind === "heading" && isOnlyOrganisation(textOf(document, unit));
}

/** The office that runs purchases for the buyer whose name stands above it. */
const purchasingOffice =
  /^(?:(?:office|division|department|bureau|section) of )?(?:the )?(?:central )?(?:procurement|purchasing|contracts?|contracting|acquisitions?)(?!\p{L})(?:[ ,&/-]+\p{L}+)*$/iu;

/** Lines of the title page that name organisations, taken together where they follow each other. */
function letterHead(view: DocumentView): Candidate[] {
  const { document, front } = view;
  const found: Candidate[] = [];
  let run: Unit[] = [];
  const close = () => {
    const [first] = run;
    const buying = run.findIndex((unit) => purchasingOffice.test(textOf(document, unit).trim()));
    const named = buying > 0 ? run.slice(0, buying) : run;
    const isSure = (unit: Unit) => isSurelyOrganisation(textOf(document, unit)) || isAtTop(view, unit);
    if (named.some(isSure)) run = named;
    const last = run.at(-1);
    if (first && last && run.some(isSure)) {
      const beside = besideOrganisation(textOf(document, last));
      const span = trimmed(document, { start: first.start, end: beside > 0 ? last.start + beside : last.end });
      found.push({ span, unit: first, view, score: 2.6 * view.weight * (front.indexOf(first) < 6 ? 1 : 0.7) });
    }
    run = [];
  };
  for (const [index, unit] of front.slice(0, 12).entries()) {
    const text = textOf(document, unit);
    const before = front[index - 1];
    const isName =
      text.length < 90 &&
      (goesOn(run, text, document) || (/^["“]?[\p{Lu}\d]/u.test(text) && looksLikeOrganisation(text))) &&
      !isNobody(text) &&
      !(before && leadsOn.test(plain(textOf(document, before)))) &&
      !/[:?|]|\d{3}/.test(text) &&
      !/(?<!\p{L})(?:shall|must|will|is|are|for|request|rfq|behalf)(?!\p{L})/iu.test(text);
    if (isName) run.push(unit);
    else close();
  }
  close();
  return found;
}
