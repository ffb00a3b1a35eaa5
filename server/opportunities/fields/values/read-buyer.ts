import type { FoundField } from "../tender-fields";
import { isFormLabel } from "./form-words";
import { isSurelyOrganisation, looksLikeOrganisation } from "./organisation-words";
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

const label =
  /^(?:(?:name of (?:the )?)?(?:buyer|purchaser|contracting (?:authority|entity|agency|office|body|organi[sz]ation)|issuing (?:agency|office|organi[sz]ation|authority|entity|department)|issued (?:by|for)|procuring (?:entity|agency|organi[sz]ation|authority)|awarding (?:authority|body)|client|customer|authority|agency|organi[sz]ation|department|employer|owner)(?: name)?|(?:öffentlicher )?auftraggeber(?:in)?|vergabestelle|zuschlagende stelle|acheteur(?: public)?|pouvoir adjudicateur|maître d['’]ouvrage|entité adjudicatrice|organisme|órgano de contratación|entidad (?:contratante|adjudicadora)|stazione appaltante|amministrazione aggiudicatrice|ente appaltante|aanbestedende dienst|opdrachtgever|zamawiający|upphandlande myndighet|ordregiver|oppdragsgiver)$/iu;

const verbs =
  "(?:hereby\\s+)?(?:issues?|is\\s+(?:seeking|issuing|soliciting|inviting|requesting|looking|requiring|procuring)|seeks?|invites?|solicits?|requests?|requires?|needs?|wishes|intends\\s+to\\s+(?:award|procure|contract|appoint|purchase|acquire|establish)|wants|plans\\s+to|beabsichtigt|schreibt|sucht|souhaite|lance|recherche|convoca|licita|indice|intende|zoekt|wil|nodigt)";
const subject = new RegExp(
  `^(?:\\d+[.)]?\\s*)?(?:The\\s+|Die\\s+|Das\\s+|Der\\s+|La\\s+|Le\\s+|L['’]|El\\s+|De\\s+|Het\\s+)?(?<name>\\p{Lu}(?:[^.;:?!|]|(?<=\\p{Lu})\\.){2,260}?)(?:\\s*\\([^)]*\\))?,?\\s+${verbs}(?!\\p{L})`,
  "u",
);
/** What an organisation is or does says that a paper is about it, though not that it buys. */
const presented =
  /^(?:The\s+)?(?<name>\p{Lu}(?:[^.;:?!|]|(?<=\p{Lu}|Inc|Ltd|Corp|Co|St)\.){2,160}?)(?:\s*\([^)]*\))?\s+(?:is\s+(?:an?|the)\s+[^.]{0,90}?(?:non-?profit|not-for-profit|charit(?:y|able)|organi[sz]ation|agency|authority|institution|university|municipality|foundation|NGO|public body|association|utility)|is\s+(?:implementing|carrying out|undertaking|responsible for)|has\s+(?:commissioned|launched))(?!\p{L})/u;
const issuedBy =
  /(?<!\p{L})(?:issued|published|posted|prepared|advertised|commissioned|herausgegeben|publié|publicado|pubblicato) (?:by|von|par|por|da|door) (?:the )?(?<name>\p{Lu}[^.;:\n]{3,120}?)(?= on \d|\s+(?:on|in|for|under|dated|am|le)\s|[.;\n]|$)/u;
const onBehalf =
  /(?<!\p{L})(?:[Oo]n behalf of|[Ii]m Auftrag (?:der|des|von)|[Pp]our le compte de)\s+(?:the\s+)?(?<name>\p{Lu}[^.;:|]{3,120}?)(?=\s+(?:to|in|for|is|are|hereby|will|seeks?)\s|[.;,]|$)/u;
const people =
  /(?<!\p{L})(?:officer|specialist|manager|director|vendors?|offerors?|contractors?|bidders?|tenderers?|quoters?|suppliers?|applicants?|proposers?|respondents?|this|we|it|they|these|you|section|attachment|any|all|if|as)(?!\p{L})/iu;

interface Candidate {
  span: Span;
  unit: Unit;
  view: DocumentView;
  score: number;
}

/** Who buys, the best supported first: as labelled, as the subject of what a buyer does, or as the letter head names it. */
export function readBuyer(views: readonly DocumentView[]): FoundField[] {
  const candidates = views.flatMap((view) => [...labelled(view), ...said(view), ...letterHead(view), ...issuer(view)]);
  const seen: Set<string>[] = [];
  return candidates
    .map((one) => ({ ...one, score: one.score + support(one, candidates) }))
    .sort((a, b) => b.score - a.score)
    .map((one) => ({ ...one, ...inFull(one) }))
    .map(({ span, unit, view, score }): FoundField => {
      const text = plain(textOf(view.document, span)).replace(/(?<!\p{Lu}|Inc|Ltd)\.$/u, "");
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

/** "OECD" as the paper itself spells it out: "the Organisation for Economic Co-operation and Development (OECD)". */
function inFull({ span, unit, view }: Candidate): { span: Span; unit: Unit } {
  const { document } = view;
  const acronym = textOf(document, span);
  if (!/^\p{Lu}{3,8}$/u.test(acronym)) return { span, unit };
  const spelt = new RegExp(
    `(?<name>\\p{Lu}[\\p{L}’'-]+(?:\\s+(?:of|for|and|the|de|des|du|für|und|on|in|\\p{Lu}[\\p{L}’'-]+)){1,9})\\s*\\((?:the\\s+)?[“"]?${acronym}(?![\\p{L}\\d])`,
    "u",
  );
  for (const other of document.units.slice(0, 60)) {
    const found = spelt.exec(textOf(document, other));
    const name = found?.groups?.name;
    if (!found || !name || name[0] !== acronym[0]) continue;
    const start = other.start + found.index;
    return { span: { start, end: start + name.length }, unit: other };
  }
  return { span, unit };
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
      return value.how === "above" ? isSurelyOrganisation(text) && text.length < 120 : !/\.\s+\p{Lu}/u.test(text);
    })
    .map(({ value, span }) => ({
      span: withoutAddress(view, span),
      unit: value.unit,
      view,
      score:
        (/^(?:agency|authority|client|customer|organi[sz]ation|department|owner|issued for|employer)$/i.test(
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
      const name = match?.groups?.name;
      if (!match || !name) continue;
      if (!isName(name) || isNobody(name)) continue;
      const isAcronym = /^\p{Lu}{2,8}$/u.test(name);
      if (
        people.test(name.slice(0, 60)) ||
        (!looksLikeOrganisation(name) && pattern === presented) ||
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

/** Papers, laws, forms and seals are no buyers, and neither is "Person". */
function isNobody(text: string): boolean {
  return (
    isFormLabel(text) ||
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

/** Lines of the title page that name organisations, taken together where they follow each other. */
function letterHead(view: DocumentView): Candidate[] {
  const { document, front } = view;
  const found: Candidate[] = [];
  let run: Unit[] = [];
  const close = () => {
    const [first] = run;
    const last = run.at(-1);
    if (first && last && run.some((unit) => isSurelyOrganisation(textOf(document, unit)))) {
      const span = trimmed(document, { start: first.start, end: last.end });
      found.push({ span, unit: first, view, score: 2.6 * view.weight * (front.indexOf(first) < 6 ? 1 : 0.7) });
    }
    run = [];
  };
  for (const unit of front.slice(0, 12)) {
    const text = textOf(document, unit);
    const isName =
      text.length < 90 &&
      (goesOn(run, text, document) || (/^["“]?[\p{Lu}\d]/u.test(text) && looksLikeOrganisation(text))) &&
      !isNobody(text) &&
      !/[:?|]|\d{3}/.test(text) &&
      !/(?<!\p{L})(?:shall|must|will|is|are|for|request|rfq|behalf)(?!\p{L})/iu.test(text);
    if (isName) run.push(unit);
    else close();
  }
  close();
  return found;
}
